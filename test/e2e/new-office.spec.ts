import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, screenshot, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';

/** The first morning of an office that has registered nothing yet: no departments, nothing learnt. */

test('an order is written down in a new office, left half-way, and found again', async ({
  folder,
  launch,
}) => {
  const first = await launchNew(launch, folder);
  const { page } = first;
  await completeFirstRun(page, false);

  await page.keyboard.press('Alt+4');
  const grid = page.getByRole('grid', { name: '承办件列表' });
  await expect(grid).toBeFocused();
  // The keys are looked up; the list has the focus again.
  for (const key of ['?', 'F1']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(grid).toBeFocused();
  }

  await page.keyboard.press('Control+n');
  await expect(page.getByRole('combobox', { name: '交办人' })).toBeFocused();
  await page.keyboard.insertText('李院长');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('尽快摸清各科室空床情况。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const lead = page.getByRole('combobox', { name: '主办部门' });
  await expect(lead).toBeFocused();
  await page.keyboard.insertText('医务部');
  await expect(page.getByRole('option', { name: /医务部.*添加为新部门/u })).toBeVisible();
  await screenshot(page, 'new-office-department');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已添加部门“医务部”')).toBeVisible();
  await expect(lead).toHaveValue('医务部');

  // Called away: Esc, another place, the end of the day.
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await first.close();
  const { page: next } = await launchNew(launch, folder);
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible();
  await next.keyboard.press('Alt+4');
  await expect(next.getByRole('grid', { name: '承办件列表' })).toBeFocused();
  await next.keyboard.press('Control+n');
  await expect(next.getByText('已恢复上次没有登记完的内容')).toBeVisible();
  await expect(next.getByRole('combobox', { name: '交办人' })).toHaveValue('李院长');
  await expect(next.getByRole('combobox', { name: '主办部门' })).toHaveValue('医务部');
  const due = next.getByRole('textbox', { name: '办理时限' });
  await due.focus();
  await next.keyboard.insertText('+5');
  await screenshot(next, 'new-office-restored');
  await next.keyboard.press('Control+Enter');
  await expect(next.getByRole('heading', { name: '尽快摸清各科室空床情况', level: 1 })).toBeVisible();
  await expect(next.getByText('剩 5 个工作日').first()).toBeVisible();

  // What was registered is no draft any more.
  await next.keyboard.press('Escape');
  await next.keyboard.press('Control+n');
  await expect(next.getByRole('combobox', { name: '交办人' })).toHaveValue('');
});

test('a ledger half corrected is there again after Esc', async ({ folder, launch }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  const file = path.join(folder, '收文登记2025.csv');
  const rows = ['收文登记簿', '收文日期,来文机关,文号,文件标题', '2025.3.5,市卫健委,江卫〔2025〕11号,'];
  writeFileSync(file, rows.join('\r\n'));
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: '导入台账' }).click();
  await page.keyboard.press('Control+o');
  const preview = page.getByRole('grid', { name: '台账预览' });
  await expect(preview).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.getByRole('region', { name: '这一格' })).toContainText('文件标题是空的');
  await page.keyboard.press('F2');
  await page.keyboard.insertText('关于春季传染病防控的通知');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /有错/u }).locator('..')).toContainText('有错 0');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: '收文列表' })).toBeFocused();
  await page.getByRole('button', { name: '导入台账' }).click();
  await expect(preview).toContainText('关于春季传染病防控的通知');

  // Given up, it does not come again.
  await page.getByRole('button', { name: '放弃，另选文件' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '导入台账' }).click();
  await expect(page.getByRole('button', { name: '选择文件（Ctrl+O）' })).toBeVisible();
  await expect(page.getByText('程序重新启动过')).toBeHidden();
});
