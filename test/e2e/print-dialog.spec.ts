import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { measureInk } from '../docgen/measure-ink.ts';
import type { Ink, Region } from '../docgen/measure-ink.ts';
import { answerSaveDialog, expect, test } from './launch.ts';
import {
  completeFirstRun,
  expectSaved,
  launchNew,
  newNotice,
  numberOnPaper,
  voidFromRoad,
} from './office.ts';
import { LASER, putPrinterBeside, settingsOf } from './printer-beside.ts';

/** The print dialog, driven as a clerk does; what goes to the printer is taken as a PDF of the real Chromium. */

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).first().dblclick();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
}

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await expect(page.getByLabel('份数')).toBeFocused();
}

function pagesOf(file: string): number {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(info).toMatch(/^Page size:.*\(A4\)/mu);
  return Number(/^Pages:\s+(\d+)/mu.exec(info)?.[1]);
}

/** Bands of a page, each holding other elements: header, title and text, foot. */
const BANDS: readonly Region[] = [
  { x: 0, y: 0, width: 210, height: 70 },
  { x: 0, y: 70, width: 210, height: 30 },
  { x: 0, y: 100, width: 210, height: 40 },
  { x: 0, y: 140, width: 210, height: 60 },
  { x: 0, y: 200, width: 210, height: 62 },
  { x: 0, y: 263, width: 210, height: 34 },
];

async function inkOf(
  file: string,
  page: number,
  region?: Region,
  color?: 'red' | 'black',
): Promise<Ink | null> {
  // A pixel is 0.08 mm.
  return measureInk(readFileSync(file), {
    page,
    dpi: 300,
    ...(region === undefined ? {} : { region }),
    ...(color === undefined ? {} : { color }),
  });
}

/** Edges equal within `tolerance` mm after the move. */
function expectMoved(
  actual: Ink | null,
  from: Ink | null,
  move: { x: number; y: number },
  tolerance: number,
) {
  expect(actual === null).toBe(from === null);
  if (actual === null || from === null) return;
  expect(Math.abs(actual.left - from.left - move.x)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(actual.right - from.right - move.x)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(actual.top - from.top - move.y)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(actual.bottom - from.bottom - move.y)).toBeLessThanOrEqual(tolerance);
}

/** A fingerprint of the pixels of a region of page 1. */
function pixelsOf(file: string, { x, y, width, height }: Region): string {
  const box = [x, y, width, height].map((mm) => String(Math.round((mm * 300) / 25.4)));
  const crop = ['-x', '-y', '-W', '-H'].flatMap((name, index) => [name, box[index] ?? '0']);
  const ppm = execFileSync('pdftoppm', ['-r', '300', '-f', '1', '-l', '1', ...crop, '-gray', file], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return createHash('sha256').update(ppm).digest('hex');
}

test('prints the pages as they are, moved by the calibration of the printer', async ({ folder, launch }) => {
  test.setTimeout(180_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  const printed = path.join(folder, 'printed');
  await putPrinterBeside(app, printed);
  await openSample(page, /医疗质量/u);

  const exported = path.join(folder, 'exported.pdf');
  await answerSaveDialog(app, exported);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /只要 PDF/u }).click();
  await expect.poll(() => existsSync(exported)).toBe(true);
  const count = pagesOf(exported);

  await openDialog(page);
  await expect(page.getByRole('status', { name: '用纸' })).toHaveText(
    `${count} 面，双面，用 A4 纸 ${Math.ceil(count / 2)} 张`,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText('已送往打印机“HP M403”：1 份。')).toBeVisible();
  const plain = path.join(printed, '1.pdf');
  expect(pagesOf(plain)).toBe(count);
  for (const number of [1, 2, count]) {
    for (const band of BANDS) {
      expectMoved(await inkOf(plain, number, band), await inkOf(exported, number, band), { x: 0, y: 0 }, 0.3);
    }
  }
  expectMoved(
    await inkOf(plain, 1, undefined, 'red'),
    await inkOf(exported, 1, undefined, 'red'),
    { x: 0, y: 0 },
    0.3,
  );

  await openDialog(page);
  await page.getByText('位置校准').click();
  await page.getByLabel('横线（甲）距纸上边').fill('22');
  await page.getByLabel('竖线（乙）距纸左边').fill('18.5');
  await page.getByLabel('竖线（乙）距纸左边').blur();
  await expect(page.getByText('以后每页向右 1.5 毫米、向上 2.0 毫米')).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('这台打印机：向右 1.5 毫米、向上 2.0 毫米', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '打印测量页' }).click();
  await expect.poll(() => existsSync(path.join(printed, '2.pdf'))).toBe(true);
  await page.getByRole('button', { name: '打印核对页' }).click();
  await expect.poll(() => existsSync(path.join(printed, '3.pdf'))).toBe(true);
  await page.getByLabel('页码').fill('1，3');
  await page.getByLabel('页码').press('Enter');
  await expect.poll(() => existsSync(path.join(printed, '4.pdf'))).toBe(true);

  const move = { x: 1.5, y: -2 };
  const moved = path.join(printed, '4.pdf');
  expect(pagesOf(moved)).toBe(2);
  expectMoved(await inkOf(moved, 1), await inkOf(plain, 1), move, 0.1);
  expectMoved(await inkOf(moved, 2), await inkOf(plain, 3), move, 0.1);

  // 甲线 and 乙线 stand at 20.0 mm on the page for measuring; beside the ticks, which hang on them.
  const measuring = path.join(printed, '2.pdf');
  const beforeTicks = { x: 9, y: 15, width: 8, height: 10 };
  const line = await inkOf(measuring, 1, beforeTicks);
  expect(((line?.top ?? 0) + (line?.bottom ?? 0)) / 2).toBeCloseTo(20, 1);
  const upright = await inkOf(measuring, 1, { x: 15, y: 9, width: 10, height: 5 });
  expect(((upright?.left ?? 0) + (upright?.right ?? 0)) / 2).toBeCloseTo(20, 1);
  const checking = await inkOf(path.join(printed, '3.pdf'), 1, beforeTicks);
  expect(((checking?.top ?? 0) + (checking?.bottom ?? 0)) / 2).toBeCloseTo(18, 1);

  const [settings] = await settingsOf(app);
  expect(settings).toMatchObject({
    silent: true,
    deviceName: LASER.name,
    copies: 1,
    duplexMode: 'longEdge',
    margins: { marginType: 'none' },
    pageSize: 'A4',
    scaleFactor: 100,
  });
  // No hidden window is left behind.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('counts the 份号 up on every copy, and knows next time where it stopped', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  const printed = path.join(folder, 'printed');
  await putPrinterBeside(app, printed);
  await openSample(page, /医疗质量/u);
  await page.getByRole('textbox', { name: '份号' }).fill('000008');
  await page.getByRole('textbox', { name: '份号' }).blur();
  await expectSaved(page);

  await openDialog(page);
  await page.keyboard.insertText('3');
  await expect(page.getByText('各份依次为 000008—000010')).toBeVisible();
  await page.getByLabel('页码').fill('9-12');
  await expect(page.getByText(/没有“9-12”这些页/u)).toBeVisible();
  await expect(page.getByRole('button', { name: '打印 3 份' })).toBeDisabled();
  await page.getByLabel('页码').fill('1');
  await page.getByText('单面', { exact: true }).click();
  await page.getByRole('button', { name: '打印 3 份' }).click();
  await expect(page.getByText('3 份（份号 000008—000010）')).toBeVisible();

  const files = [1, 2, 3].map((number) => path.join(printed, `${number}.pdf`));
  for (const file of files) expect(pagesOf(file)).toBe(1);
  const number = await inkOf(files[0] ?? '', 1, { x: 20, y: 30, width: 60, height: 12 });
  expect(number?.left ?? 0).toBeCloseTo(28.3, 0);
  // 000008, 000009, 000010: the same four zeros, other last digits, and nothing else is different.
  const [left, right] = [number?.left ?? 0, number?.right ?? 0];
  const digit = (right - left) / 6;
  const zeros = { x: left - 1, y: 36, width: digit * 4 + 0.7, height: 7 };
  const lastDigits = { x: left + digit * 4, y: 36, width: digit * 2 + 2, height: 7 };
  const below = { x: 0, y: 60, width: 210, height: 237 };
  expect(new Set(files.map((file) => pixelsOf(file, zeros))).size).toBe(1);
  expect(new Set(files.map((file) => pixelsOf(file, lastDigits))).size).toBe(3);
  expect(new Set(files.map((file) => pixelsOf(file, below))).size).toBe(1);
  const settings = await settingsOf(app);
  expect(settings.map(({ copies, duplexMode }) => [copies, duplexMode])).toEqual([
    [1, 'simplex'],
    [1, 'simplex'],
    [1, 'simplex'],
  ]);

  await openDialog(page);
  await expect(page.getByLabel('份号').last()).toHaveValue('000011');
  await expect(page.getByText('本件已经印到 000010。')).toBeVisible();
  await page.getByLabel('份号').last().fill('000010');
  await expect(page.getByText(/这样会有重号/u)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F4');
  await expect(page.getByText('打印 3 份，每份 1 面，份号 000008—000010（HP M403）')).toBeVisible();
});

test('without a printer the dialog says how to get one and offers the PDF', async ({ folder, launch }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.getPrintersAsync = () => Promise.resolve([]);
    }
  });
  await openSample(page, /医疗质量/u);
  const exported = path.join(folder, 'without-printer.pdf');
  await answerSaveDialog(app, exported);
  await page.keyboard.press('Control+p');
  await expect(page.getByText('这台电脑上还没有打印机')).toBeVisible();
  await expect(page.getByRole('button', { name: '导出 PDF' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => existsSync(exported)).toBe(true);
});

test('a voided document is printed only after the question, and the job says so', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  const printed = path.join(folder, 'printed');
  await putPrinterBeside(app, printed);
  await newNotice(page);
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.insertText('江城市人民医院关于作废一事的通知');
  await expectSaved(page);
  await numberOnPaper(page);
  await voidFromRoad(page, '标题写错');
  await page.keyboard.press('F4');
  await expect(page.getByLabel('标题', { exact: true })).toBeDisabled();

  const question = page.getByRole('dialog', { name: /此件已作废，仍要打印/u });
  await openDialog(page);
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: /取\s*消/u }).click();
  await expect(question).toBeHidden();
  // The dialog stays; nothing has gone out.
  await expect(page.getByLabel('份数')).toBeVisible();
  expect(await settingsOf(app)).toEqual([]);
  await page.getByRole('button', { name: '打印', exact: true }).last().click();
  await question.getByRole('button', { name: '仍要打印' }).click();
  await expect(page.getByText('已送往打印机“HP M403”：1 份。')).toBeVisible();
  expect(pagesOf(path.join(printed, '1.pdf'))).toBe(2);
  await page.keyboard.press('F4');
  await expect(page.getByText(/打印作废件 1 份/u)).toBeVisible();
});
