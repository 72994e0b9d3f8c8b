import type { Page } from '@playwright/test';
import { expect, test } from './launch.ts';
import { invoke, launchNew } from './office.ts';
import {
  enter,
  expectDone,
  field,
  look,
  numberOf,
  openBook,
  press,
  registerTitled,
  SENDER,
} from './receiving-book.ts';

/** Papers that come to the book in an unusual way: corrected by two at once, returned and come again, 工作秘密. No test here ever clicks. */

interface Listed {
  readonly id: string;
  readonly rowVersion: number;
  readonly title: string;
}

async function listed(page: Page): Promise<readonly Listed[]> {
  const { rows } = await invoke<{ rows: readonly Listed[] }>(page, 'incoming.list', {
    filter: {},
    sort: { key: 'number', direction: 'asc' },
    offset: 0,
    limit: 100,
  });
  return rows;
}

/** Corrects the first paper as somebody else would, past the form that is open. */
async function changeElsewhere(page: Page, part: object): Promise<void> {
  const [paper] = await listed(page);
  const { id = '', rowVersion = 0 } = paper ?? {};
  const draft = await invoke<object>(page, 'incoming.copy', { id });
  await invoke(page, 'incoming.save', { id, rowVersion, draft: { ...draft, ...part } });
}

test('a correction that meets another shows both sides and overwrites nothing', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await openBook(page);
  await registerTitled(page, SENDER, '关于做好防汛工作的通知');
  await page.keyboard.press('Control+s');
  await expectDone(page, 1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { selected: true })).toContainText(numberOf(1));
  await page.keyboard.press('F2');
  await expect(field(page, '来文单位')).toBeFocused();
  await press(page, 'Enter', 'Enter');
  await enter(page, '关于做好防汛抗旱工作的通知');
  await field(page, '页数').focus();
  await enter(page, '6');
  await changeElsewhere(page, { title: '关于做好防汛救灾工作的通知', urgency: '特急' });

  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '这件收文在别处改过' });
  await expect(dialog.getByText('有 1 项两边都改了')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '页数：我填的' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: '急缓：现在的' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: /按所选保存/ })).toBeDisabled();
  await look(app, page, 'incoming-conflict');
  // Nothing is lost by going back to the form.
  await page.keyboard.press('Escape');
  await expect(field(page, '标题')).toHaveValue('关于做好防汛抗旱工作的通知');
  expect((await listed(page))[0]?.title).toBe('关于做好防汛救灾工作的通知');
  await page.keyboard.press('Control+s');
  await expect(dialog.getByRole('radio', { name: '标题：我填的' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: '标题：现在的' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('radio', { name: '标题：我填的' })).toBeChecked();
  // Changed once more while the dialog stood open: it is shown again, never passed over.
  await changeElsewhere(page, { title: '关于防汛的通知', urgency: '特急' });
  await page.keyboard.press('Control+s');
  await expect(dialog.getByText('关于防汛的通知')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /按所选保存/ })).toBeDisabled();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+s');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('grid', { name: '收文列表' })).toContainText('关于做好防汛抗旱工作的通知');
  const [paper] = await listed(page);
  expect(await invoke(page, 'incoming.get', { id: paper?.id })).toMatchObject({
    title: '关于做好防汛抗旱工作的通知',
    urgency: '特急',
    pageCount: 6,
  });
});

test('a returned paper that has come again, and one marked 工作秘密', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await openBook(page);
  await enter(page, SENDER);
  await press(page, 'Enter');
  await page.keyboard.insertText('江政办函2026-12');
  await press(page, 'Enter');
  await page.keyboard.insertText('关于报送应急预案的函');
  await page.keyboard.press('Control+s');
  await expectDone(page, 1);

  // 工作秘密 by its digit: said at once, and shown in the list.
  await registerTitled(page, '江城市公安局', '关于重点部位巡查安排的通知');
  await press(page, 'Enter', 'Enter', '3');
  await expect(page.getByRole('radio', { name: /工作秘密/ })).toBeChecked();
  await expect(page.getByText('将标明“工作秘密”')).toBeVisible();
  await press(page, 'F4');
  await expect(field(page, '份号')).toBeFocused();
  await page.keyboard.type('000012');
  await press(page, 'Enter');
  await expect(field(page, '保密期限')).toBeFocused();
  await page.keyboard.insertText('2年');
  await look(app, page, 'incoming-work-secret');
  await page.keyboard.press('Control+s');
  await expectDone(page, 2);
  // A mark of a state secret beside it is refused all the same.
  await registerTitled(page, '江城市公安局', '关于巡查的通知');
  await press(page, 'Enter', 'Enter', '3');
  // The seldom used fields are still unfolded.
  await field(page, '保密期限').focus();
  await page.keyboard.insertText('机密★5年');
  await expect(page.getByRole('alert').filter({ hasText: '涉密专用计算机' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(field(page, '保密期限')).toBeFocused();
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(3));
  await press(page, 'Control+Shift+Delete', 'Escape');
  const grid = page.getByRole('grid', { name: '收文列表' });
  await expect(grid.getByRole('row').filter({ hasText: numberOf(2) })).toContainText('工作秘密');
  const secret = (await listed(page))[1];
  expect(await invoke(page, 'incoming.get', { id: secret?.id })).toMatchObject({
    secrecy: '工作秘密',
    copyNumber: '000012',
    secrecyTerm: '2年',
  });

  // The first goes back to its sender …
  const id = (await listed(page))[0]?.id ?? '';
  const version = async () => (await listed(page))[0]?.rowVersion ?? 0;
  for (const [action, fields] of [
    ['submitReview', {}],
    ['returnToSender', { returnReason: '缺少附件或缺页', reason: '缺附件2' }],
  ] as const) {
    await invoke(page, 'incoming.act', { id, rowVersion: await version(), action, fields });
  }
  await grid.focus();
  await press(page, 'Home');
  await press(page, 'Control+Shift+d');
  await expect(page.getByText('只有“已退文”的收文可以再次来文')).toBeVisible();
  await press(page, 'End');
  await expect(grid.getByRole('row', { selected: true })).toContainText('已退文');
  // … and comes again: a number of its own, bound to the one before.
  await press(page, 'Control+Shift+d');
  await expect(page.getByRole('heading', { name: '退文再次来文' })).toBeVisible();
  await expect(field(page, '标题')).toHaveValue('关于报送应急预案的函');
  await press(page, 'Enter');
  await expect(field(page, '来文字号')).toHaveValue('江政办函〔2026〕');
  await page.keyboard.type('12');
  await press(page, 'Enter');
  await look(app, page, 'incoming-again');
  // The paper it comes from is no double to be warned of.
  await expect(page.getByText('同单位同文号')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('complementary', { name: '办理经过与下一步' })).toBeVisible();
  await expect(page.getByText(numberOf(3)).first()).toBeVisible();
  await expect(
    page.getByText(new RegExp(`退文.*${numberOf(1)}|${numberOf(1)}.*再次来文`, 'u')).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('row', { selected: true })).toContainText(numberOf(3));
});
