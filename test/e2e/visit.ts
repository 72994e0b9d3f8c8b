import type { ElectronApplication, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect, keepScreenshot } from './launch.ts';

/** A screen at the sizes of office monitors: kept as pictures, nothing cut off, and judged by axe. */

const SIZES = [
  { width: 1366, height: 768, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1.25 },
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

/** Transitions last 100 ms at most; then the page is drawn twice. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Leaves the window at the first size. */
export async function visit(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await resize(app, size);
    await settled(page);
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
  await settled(page);
  expect(await axeViolations(app, page), name).toEqual([]);
}
