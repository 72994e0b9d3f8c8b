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
