import type { ElectronApplication, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect, keepScreenshot } from './launch.ts';
import { completeFirstRun } from './office.ts';

/** Steps of a clerk at the receiving book, all by the keyboard. */

export const YEAR = new Date().getFullYear();
export const SENDER = '江城市人民政府办公室';
const SIZES = [
  { width: 1366, height: 768, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1.5 },
] as const;

export const numberOf = (serial: number) => `收〔${YEAR}〕${String(serial).padStart(4, '0')}`;

async function resize(app: ElectronApplication, size: (typeof SIZES)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
}

/** The page at the three sizes of office monitors: nothing cut off sideways, and axe finds nothing. */
export async function look(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await resize(app, size);
    await page.waitForTimeout(400);
    const png = await app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    });
    const zoom = size.zoom === 1 ? '' : `-${size.zoom * 100}%`;
    keepScreenshot(`${name}-${size.width}x${size.height}${zoom}`, Buffer.from(png, 'base64'));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} is wider than the window at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await resize(app, SIZES[0]);
  await page.waitForTimeout(300);
  expect(await axeViolations(app, page), name).toEqual([]);
}

export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
export const press = (page: Page, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Types into the field that has the keyboard, in place of what stands there. */
export async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

export async function expectDone(page: Page, serial: number): Promise<void> {
  await expect(page.getByRole('status', { name: '登记结果' })).toContainText(`已登记 ${numberOf(serial)}`);
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(serial + 1));
  await expect(field(page, '来文单位')).toBeFocused();
}

/** To a new office and its empty receiving book. */
export async function openBook(page: Page): Promise<void> {
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: '收文列表' })).toBeFocused();
  await page.keyboard.press('Control+n');
  await expect(field(page, '来文单位')).toBeFocused();
}

export async function registerTitled(page: Page, sender: string, title: string): Promise<void> {
  await enter(page, sender);
  await press(page, 'Enter', 'Enter');
  await page.keyboard.insertText(title);
}
