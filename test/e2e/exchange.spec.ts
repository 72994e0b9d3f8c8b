import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { asXlsx, makeLedger } from '../ipc/ledger-maker.ts';
import { answerSaveDialog, expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** From now on the system's open dialog answers this file. */
async function answerOpenDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

test('a ledger of 5,000 rows is looked at, put in, exported and taken back', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const ledger = makeLedger(5000, { merged: true });
  const file = path.join(folder, '收文登记2025.xlsx');
  writeFileSync(file, await asXlsx(ledger));
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: '收文', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: '导入台账' }).click();
  await expect(page.getByRole('button', { name: '选择文件（Ctrl+O）' })).toBeFocused();
  await visit(app, page, 'import-start');

  await answerOpenDialog(app, file);
  await page.keyboard.press('Control+o');
  const grid = page.getByRole('grid', { name: '台账预览' });
  await expect(grid).toBeFocused({ timeout: 30_000 });
  await expect(
    page.getByRole('button', { name: new RegExp(`^导入 ${ledger.facts.papers} 件`, 'u') }),
  ).toBeVisible();
  await visit(app, page, 'import-preview');

  // Ctrl+Enter refuses and leads to the first fault.
  await page.keyboard.press('Control+Enter');
  const detail = page.getByRole('region', { name: '这一格' });
  await expect(detail).toContainText('✕');
  await visit(app, page, 'import-fault');
  const invalid = grid.locator('[data-current]');
  await expect(invalid).toHaveAttribute('aria-invalid', 'true');
  // F2, type over it, Enter: the fault is gone.
  const faults = page.getByRole('radio', { name: /有错/u }).locator('..');
  const before = Number(/\d+/u.exec((await faults.textContent()) ?? '')?.[0]);
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^第\d+行/u })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('2025.1.5');
  await page.keyboard.press('Enter');
  await expect(faults).not.toContainText(String(before));

  await page.getByRole('button', { name: '有错的行都不导入…' }).click();
  await page.keyboard.insertText('原簿字迹不清，另行核对');
  await page.keyboard.press('Control+Enter');
  await expect(faults).toContainText('有错 0');
  await grid.focus();
  await page.keyboard.press('Control+Enter');
  const last = page.getByRole('dialog', { name: /^导入 \d+ 件收文$/u });
  await expect(last).toBeVisible();
  await visit(app, page, 'import-confirm');
  await last.getByRole('checkbox', { name: /已知悉/u }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '收文', level: 1 })).toBeVisible({ timeout: 30_000 });
  const count = page.getByRole('status', { name: '件数' });
  await expect(count).toHaveText(/共 4\d{3} 件/u);
  await visit(app, page, 'import-done');

  const target = path.join(folder, '导出.xlsx');
  await answerSaveDialog(app, target);
  await page.getByRole('grid', { name: '收文列表' }).focus();
  await page.keyboard.press('Control+e');
  const columns = page.getByRole('listbox', { name: '导出的列' });
  await expect(columns).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(columns.getByRole('option').nth(1)).toHaveText(/收文号/u);
  // 收文时间 is not offered at first; the space bar takes it in.
  await expect(columns.getByRole('option').nth(2)).toHaveText(/收文时间/u);
  await expect(columns.getByRole('option').nth(2)).toHaveAttribute('aria-selected', 'true');
  await visit(app, page, 'export-dialog');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已导出 1 个文件')).toBeVisible({ timeout: 60_000 });
  expect(existsSync(target) && statSync(target).size).toBeGreaterThan(100_000);

  await page.getByRole('button', { name: '导入台账' }).click();
  await page.getByRole('button', { name: '撤销…' }).click();
  const undo = page.getByRole('dialog', { name: '撤销导入' });
  await expect(undo.getByLabel('理由')).toBeFocused();
  await page.keyboard.insertText('导错了年份');
  await visit(app, page, 'import-undo');
  await page.keyboard.press('Control+Enter');
  await expect(undo).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole('table', { name: '以前的导入' })).toContainText('导错了年份');
  await visit(app, page, 'import-undone');
  await page.keyboard.press('Escape');
  await expect(count).toHaveText(/共 0 件/u);
});

test('rows pasted in the list open the same preview', async ({ folder, launch }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: '收文列表' });
  await grid.focus();
  await app.evaluate(({ clipboard }) => {
    void clipboard.writeText(
      '2026.3.5\t市财政局\t临财〔2026〕5号\t关于编报2027年预算的通知\n2026.3.6\t市总工会\t\t关于慰问一线职工的函\n',
    );
  });
  await page.keyboard.press('Control+v');
  const preview = page.getByRole('grid', { name: '台账预览' });
  await expect(preview).toBeFocused();
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(preview).toContainText('无文号');
  await visit(app, page, 'import-pasted');
});
