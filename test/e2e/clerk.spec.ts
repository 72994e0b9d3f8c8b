import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerSaveDialog, expect, screenshot, test } from './launch.ts';
import {
  completeFirstRun,
  expectSaved,
  launchNew,
  newNotice,
  numberOnPaper,
  voidFromRoad,
} from './office.ts';

/** What a first-time clerk stumbled over. */

async function titled(page: Page, title: string): Promise<void> {
  await newNotice(page);
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.insertText(title);
  await expectSaved(page);
}

async function sizeTo(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

/** Vertical centres, rounded to lines of text: one value means one line. */
async function linesOf(controls: Locator): Promise<number[]> {
  const boxes = await Promise.all((await controls.all()).map((control) => control.boundingBox()));
  return [...new Set(boxes.map((box) => Math.round(((box?.y ?? 0) + (box?.height ?? 0) / 2) / 10)))];
}

test('a voided document asks before it leaves; Esc closes the notice before the document', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await titled(page, '江城市人民医院关于作废一事的通知');
  await numberOnPaper(page);
  await voidFromRoad(page, '标题写错');
  await page.keyboard.press('F4');
  await expect(page.getByRole('status', { name: '检查结果' })).toHaveText('作废件，不再检查。');

  const target = path.join(folder, '作废.pdf');
  await answerSaveDialog(app, target);
  const question = page.getByRole('dialog', { name: /此件已作废，仍要导出/u });
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /只要 PDF/u }).click();
  await expect(question).toContainText('没有作废标记');
  await screenshot(page, 'voided-export');
  await question.getByRole('button', { name: /取\s*消/u }).click();
  await expect(question).toBeHidden();
  expect(existsSync(target)).toBe(false);

  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /只要 PDF/u }).click();
  await question.getByRole('button', { name: '仍要导出' }).click();
  const notice = page.getByText('已导出 1 个文件');
  await expect(notice).toBeVisible({ timeout: 20_000 });
  expect(readFileSync(target).toString('latin1', 0, 5)).toBe('%PDF-');
  await expect(question).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(notice).toBeHidden();
  await expect(page.locator('.gwt-editor-head')).toBeVisible();
});

test('the focus stays where the work is', async ({ folder, launch }) => {
  const { page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await titled(page, '江城市人民医院关于进一步加强冬季呼吸道传染病防控工作的通知');
  const title = page.getByLabel('标题', { exact: true });
  const addressees = page.getByLabel('主送机关');
  await title.focus();
  await page.keyboard.press('Tab');
  await expect(addressees).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused();
  await page.keyboard.insertText('没有的');
  await page.keyboard.press('Escape');
  await expect(addressees).toBeFocused();
  const first = page.url();
  await page.getByRole('button', { name: '复制为新件' }).click();
  await expect.poll(() => page.url()).not.toBe(first);
  await expect(title).toBeFocused();
});

test('at 1366 × 768 the tools of an attachment and the choices of 用印 stand on one line', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await sizeTo(app, 1366, 768);
  await titled(page, '江城市人民医院关于附件的通知');
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: '添加附件' }).click();
    await expect(page.getByLabel(`附件${number}名称`)).toBeFocused();
    await page.keyboard.insertText(`防汛值班安排表${number}`);
  }
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1366);
  const tools = page.locator('.gwt-attachment-tools').first();
  expect(await linesOf(tools.locator('button, label'))).toHaveLength(1);
  expect(await linesOf(page.getByRole('group', { name: '用印' }).locator('label'))).toHaveLength(1);
  await screenshot(page, 'attachments-1366');
});
