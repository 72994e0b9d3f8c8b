import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './launch.ts';
import type { LaunchOptions, RunningApp } from './launch.ts';

/** The steps several specs share, done as a clerk does them. */

export const OFFICE = {
  name: '江城市人民医院',
  issuerCode: '江医发',
  printingOffice: '江城市人民医院办公室',
  person: '林知夏',
} as const;

type Launch = (options?: Partial<LaunchOptions>) => Promise<RunningApp>;

/** Starts with an empty profile whose proposed data folder is `folder`/data. */
export function launchNew(
  launch: Launch,
  folder: string,
  options: Partial<LaunchOptions> = {},
): Promise<RunningApp> {
  return launch({ ...options, env: { GONGWENTAI_DATA_FOLDER: path.join(folder, 'data'), ...options.env } });
}

/** Answers the first-run guide from the keyboard alone. */
export async function completeFirstRun(page: Page, sample: boolean): Promise<void> {
  await expect(page.getByLabel('单位名称')).toBeFocused();
  await page.keyboard.insertText(OFFICE.name);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(OFFICE.issuerCode);
  await page.keyboard.press('Enter');
  // 印发机关 is proposed from the name; it is left as it stands.
  await expect(page.getByLabel('印发机关')).toHaveValue(OFFICE.printingOffice);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(OFFICE.person);
  const confirm = page.getByRole('checkbox', { name: /非涉密/ });
  for (
    let steps = 0;
    steps < 5 && !(await confirm.evaluate((box) => box === document.activeElement));
    steps += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  const wanted = page.getByRole('checkbox', { name: /示例/ });
  if ((await wanted.isChecked()) !== sample) await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
}

/** Ctrl+N, Enter: a new 通知, its editor open. */
export async function newNotice(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: /新建公文/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('标题', { exact: true })).toBeVisible();
}

/** Waits until the status bar says that everything is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(
    page.getByRole('contentinfo', { name: '状态栏' }).or(page.locator('.gwt-statusbar')),
  ).toContainText(/已保存 \d/, { timeout: 8000 });
}

/** F4: the road of the open document instead of its text, its keys ready. */
export async function openFlow(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await expect(page.getByRole('group', { name: '下一步' })).toBeVisible();
}

/** Fills the fields of an open step by their labels and takes the step. */
export async function fillStep(page: Page, title: string, fields: Record<string, string>): Promise<void> {
  const form = page.getByRole('form', { name: title });
  await expect(form).toBeVisible();
  for (const [label, value] of Object.entries(fields)) {
    await form.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(value);
  }
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
}

/** 补记纸面审签 of an open draft, then 编号; the road stays on the screen. */
export async function numberOnPaper(page: Page): Promise<void> {
  await openFlow(page);
  await page.keyboard.press('2');
  await fillStep(page, '补记纸面审签', { 核稿人: '赵核稿', 签发人: '陈院长', 复核人: '孙复核' });
  await page.keyboard.press('1');
  await expect(page.getByRole('status', { name: '将用的发文字号' })).toContainText('号');
  // A second Enter of the same keystroke must not number a document.
  await page.waitForTimeout(600);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已编号');
}

/** 作废 of a numbered document from its road. */
export async function voidFromRoad(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('0');
  await page.getByRole('group', { name: '更多操作' }).getByRole('button', { name: /作废/u }).click();
  await fillStep(page, '作废', { 理由: reason, 批准人: '张主任' });
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('作废');
}

/** Calls a procedure as the page does, to furnish an office quickly. */
export async function invoke<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const envelope = await page.evaluate(([name, value]) => window.app.invoke(name, value), [
    procedure,
    input,
  ] as const);
  expect(envelope, procedure).toMatchObject({ ok: true });
  return (envelope as { value: T }).value;
}
