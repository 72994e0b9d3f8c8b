import type { Page } from '@playwright/test';
import { expect, test } from './launch.ts';
import { completeFirstRun, invoke, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** 承办件 by the keyboard alone: from the leader's words to the close. */

async function furnish(page: Page): Promise<void> {
  for (const [index, name] of ['医务科', '护理部', '后勤保障科'].entries()) {
    await invoke(page, 'office.saveDepartment', { name, sortOrder: index });
  }
  await invoke(page, 'office.savePerson', {
    name: '王建国',
    post: '院长',
    departmentId: null,
    phone: '',
    active: true,
  });
}

const type = (page: Page, text: string) => page.keyboard.insertText(text);

/** Presses the digit of a step; the form of that name opens. */
async function step(page: Page, label: string): Promise<void> {
  const bar = page.getByRole('group', { name: '下一步' });
  const button = bar.getByRole('button', { name: label, exact: false }).first();
  await expect(button).toBeVisible();
  const digit = (await button.locator('.gwt-step-key').textContent()) ?? '';
  await page.keyboard.press(digit);
  await expect(page.getByRole('heading', { name: label, exact: false, level: 2 }).last()).toBeVisible();
}

test('an order is written down, given, urged, answered and closed without the mouse', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);

  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: '承办', level: 1 })).toBeVisible();
  await expect(page.getByText('登记第一件')).toBeVisible();
  await visit(app, page, 'matter-empty');

  await page.keyboard.press('Control+n');
  await expect(page.getByRole('status', { name: '将编承办号' })).toHaveText(/^承〔\d{4}〕0001$/u);
  await expect(page.getByRole('combobox', { name: '交办人' })).toBeFocused();
  await type(page, '王建国');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '交办原话' })).toBeFocused();
  await type(page, '冬季用电安全要抓紧查一遍。月底前给我结果，查到问题的科室要点名。');
  await page.keyboard.press('Enter');
  // The first sentence is proposed as the title.
  await expect(page.getByRole('textbox', { name: '事项', exact: true })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '事项', exact: true })).toHaveValue(
    '冬季用电安全要抓紧查一遍',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '主办部门' })).toBeFocused();
  await type(page, '后勤');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '会办部门' })).toBeFocused();
  await type(page, '医务');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '办理时限' })).toBeFocused();
  await page.keyboard.press('Enter');
  await type(page, '5');
  await visit(app, page, 'matter-entry');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status', { name: '登记结果' })).toContainText('已登记 承〔');
  await expect(page.getByRole('status', { name: '将编承办号' })).toHaveText(/0002$/u);

  // The next sheet: nothing but the words, so it stays 待交办; a fault stands under its field.
  await expect(page.getByRole('combobox', { name: '交办人' })).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText(['请填写交办人', '请填写事项']);
  await type(page, '院长办公会');
  await page.keyboard.press('Enter');
  await type(page, '报送冬季采暖方案');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status', { name: '将编承办号' })).toHaveText(/0003$/u);
  await page.keyboard.press('Escape');

  const grid = page.getByRole('grid', { name: '承办件列表' });
  await expect(grid).toBeFocused();
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 2 件');
  await visit(app, page, 'matter-list');
  // The one with a deadline stands first.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '冬季用电安全要抓紧查一遍', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: '附件' })).toBeVisible();
  await visit(app, page, 'matter-item');

  await step(page, '催办');
  await expect(page.getByText('【提醒】后勤保障科')).toBeVisible();
  await visit(app, page, 'matter-urge');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已完成“催办”');

  await step(page, '反馈办理结果');
  await type(page, '科室自查已交');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已完成“反馈办理结果”');
  await step(page, '承办完成');
  await type(page, '查出隐患三处，已整改');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已完成“承办完成”');
  await expect(page.locator('.gwt-item-head')).toContainText('已办结');
  await page.keyboard.press('Escape');

  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: '催办台账', level: 1 })).toBeVisible();
  await expect(page.getByText('没有等答复的催办。')).toBeVisible();
  await page.getByText('全部', { exact: true }).click();
  await expect(page.getByRole('grid', { name: '催办台账' })).toContainText('后勤保障科');
  await visit(app, page, 'urgings');
});

test('one key makes a 承办件 of a 批示, linked both ways', async ({ launch, folder }) => {
  const { page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const { id } = await invoke<{ id: string }>(page, 'incoming.register', {
    draft: { title: '关于做好冬季消防工作的通知', senderName: '江州市消防救援支队' },
  });
  const [lead] = await invoke<{ id: string }[]>(page, 'office.departments', undefined);
  const act = async (action: string, fields: object = {}) => {
    const { rowVersion } = await invoke<{ rowVersion: number }>(page, 'incoming.get', { id });
    await invoke(page, 'incoming.act', { id, rowVersion, action, fields });
  };
  await act('submitReview');
  await act('passReview');
  await act('propose', { opinion: '拟请办理。', leadDepartmentId: lead?.id, dueOn: '2099-12-01' });
  await act('instruct', { instructedBy: '王建国', instructedOn: '2026-11-20', instruction: '全院排查。' });
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#/incoming/${id}`);
  await expect(page.getByRole('complementary', { name: '办理经过与下一步' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(
    page.getByRole('heading', { name: '落实王建国对《关于做好冬季消防工作的通知》的批示', level: 1 }),
  ).toBeVisible();
  await expect(page.getByLabel('交办原话')).toHaveText('全院排查。');
  await page.getByRole('link', { name: /收〔\d{4}〕0001/u }).click();
  await expect(page.getByRole('link', { name: /承〔\d{4}〕0001/u })).toBeVisible();
});

test('the last step goes back by Ctrl+Z, a link by its ×; the 交办单 is printed, the 承办号 is set', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const [lead] = await invoke<{ id: string }[]>(page, 'office.departments', undefined);
  const draft = {
    title: '报送冬季采暖方案',
    orderedBy: '王建国',
    orderedOn: '2026-11-02',
    words: '尽快报。',
  };
  const other = await invoke<{ number: string }>(page, 'matter.create', { draft });
  const { id } = await invoke<{ id: string }>(page, 'matter.create', { draft });
  await invoke(page, 'matter.link', { id, number: other.number });
  const { rowVersion } = await invoke<{ rowVersion: number }>(page, 'matter.get', { id });
  const fields = { leadDepartmentId: lead?.id, dueOn: '2099-12-01' };
  await invoke(page, 'matter.act', { id, rowVersion, action: 'assign', fields });
  const go = (to: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, to);
  await go(`#/matter/${id}`);
  await expect(page.getByRole('button', { name: '撤销“交办”' })).toBeVisible();
  await page.keyboard.press('Control+z');
  const result = page.getByRole('status', { name: '上一步的结果' });
  await expect(result).toContainText('已撤销“交办”');
  await expect(page.locator('.gwt-item-head')).toContainText('待交办');
  await page.keyboard.press('Control+z');
  await expect(result).toContainText('建立关联');
  await page.getByRole('button', { name: `取消关联 ${other.number}` }).click();
  await expect(result).toContainText('已取消关联（相关）');
  await visit(app, page, 'matter-undone');

  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('交办单（承办单）');
  await expect(dialog.locator('img, svg[role="img"]').first()).toBeVisible();
  await visit(app, page, 'matter-form');
  await page.keyboard.press('Escape');

  await go('#/settings?section=matterNumbers');
  await expect(page.getByText('下一件承办件将编为')).toContainText('0003');
  await page.getByLabel('字头').fill('交办');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('下一件承办件将编为')).toContainText('交办〔');
  await visit(app, page, 'settings-matter-number');
});
