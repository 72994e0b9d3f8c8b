import type { ElectronApplication, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect, keepScreenshot, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';

/** Every screen at the sizes of office monitors, kept as pictures, nothing cut off, and judged by axe. */

const SIZES = [
  { width: 1366, height: 768, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1.5 },
] as const;

async function resize(app: ElectronApplication, size: (typeof SIZES)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
}

/** The window as it is on the screen: Playwright's own picture of a zoomed page is cut off. */
async function picture(app: ElectronApplication, name: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  keepScreenshot(name, Buffer.from(png, 'base64'));
}

async function visit(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await resize(app, size);
    await page.waitForTimeout(400);
    await picture(
      app,
      `${name}-${size.width}x${size.height}${size.zoom === 1 ? '' : `-${size.zoom * 100}%`}`,
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(
      overflow,
      `${name} is wider than a ${size.width} px window at ${size.zoom * 100} %`,
    ).toBeLessThanOrEqual(0);
  }
  await resize(app, SIZES[0]);
  await page.waitForTimeout(300);
  expect(await axeViolations(app, page), name).toEqual([]);
}

test('every screen fits, and axe finds nothing', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const { app, page } = await launchNew(launch, folder);
  await visit(app, page, 'first-run');
  await page.getByLabel('单位名称').focus();
  await completeFirstRun(page, true);
  await expect(page.getByRole('status', { name: '件数' })).toContainText('共');
  await visit(app, page, 'outgoing');

  await page.getByRole('grid', { name: '发文列表' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('img', { name: /首页/ })).toBeVisible();
  await visit(app, page, 'outgoing-peek');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: /首页/ })).toHaveCount(0);

  await page
    .getByRole('row', { name: /医疗质量/ })
    .first()
    .dblclick();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await visit(app, page, 'editor');
  for (const key of ['F7', 'F8', 'F9', 'F10']) await page.keyboard.press(key);
  await page.getByRole('img', { name: '第 1 页' }).hover();
  await visit(app, page, 'editor-overlays');
  for (const key of ['F7', 'F8', 'F9', 'F10']) await page.keyboard.press(key);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印' })).toBeVisible();
  await visit(app, page, 'print');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '历史' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await visit(app, page, 'history');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '工作台' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await visit(app, page, 'desk');

  await page.getByRole('link', { name: '设置' }).click();
  const entries = page.getByRole('navigation', { name: '设置分类' }).getByRole('link');
  await expect(entries.first()).toBeVisible();
  for (let index = 0; index < (await entries.count()); index += 1) {
    await entries.nth(index).click();
    await page.waitForTimeout(300);
    await visit(app, page, `settings-${index + 1}`);
  }
});
