import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { enter, expectDone, field, look, numberOf, openBook, press, SENDER } from './receiving-book.ts';

/** Papers are written into the receiving book by the keyboard alone: no test here ever clicks. */

test('twenty papers by the keyboard alone', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: '收文', level: 1 })).toBeVisible();
  await expect(page.getByRole('grid', { name: '收文列表' })).toBeFocused();
  await expect(page.getByText('登记第一件')).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(1));

  // The first paper: every one of the twelve fields, Enter from one to the next.
  await expect(field(page, '来文单位')).toBeFocused();
  await enter(page, SENDER);
  await page.keyboard.press('Enter');
  await expect(field(page, '来文字号')).toBeFocused();
  await page.keyboard.type('2026-31');
  await expect(page.getByText('将规范为 〔2026〕31号')).toBeVisible();
  await enter(page, '江政办发[2026]31');
  await page.keyboard.press('Enter');
  await expect(field(page, '来文字号')).toHaveValue('江政办发〔2026〕31号');
  await expect(page.getByText('已规范：江政办发[2026]31 →')).toBeVisible();
  await expect(field(page, '标题')).toBeFocused();
  await page.keyboard.insertText('关于做好汛期\n地质灾害防治工作的通知');
  await expect(field(page, '标题')).toHaveValue('关于做好汛期地质灾害防治工作的通知');
  await page.keyboard.press('Enter');
  await expect(field(page, '文种')).toHaveValue('通知');
  await expect(page.getByText('按标题推定')).toBeVisible();
  // 密级 stays; 急缓 by its digit; the rest as it stands but for 页数 and the dates.
  await press(page, 'Enter', 'Enter', '2');
  await expect(page.getByRole('radio', { name: /加急/ })).toBeChecked();
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter');
  await expect(field(page, '页数')).toBeFocused();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3-5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('+3');
  await expect(page.getByText('剩 3 个工作日')).toBeVisible();
  await press(page, 'Enter', 'Space');
  await expect(page.getByRole('checkbox', { name: /要求答复/ })).toBeChecked();
  await look(app, page, 'incoming-register');
  // Back by Shift+Enter, on again, and Enter on the button at the end.
  await press(page, 'Shift+Enter');
  await expect(field(page, '办理时限')).toBeFocused();
  await press(page, 'Enter', 'Enter');
  await expect(page.getByRole('button', { name: /登记，录下一件/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectDone(page, 1);

  // The second: the sender stands ready from the paper before; 无文号.
  await expect(field(page, '来文单位')).toHaveValue(SENDER);
  await press(page, 'Enter', 'Enter');
  await page.keyboard.insertText('关于召开全市安全生产电视电话会议的通知');
  await page.keyboard.press('Control+s');
  await expectDone(page, 2);

  // Another sender, then the first again by its pinyin initials.
  await enter(page, '江城市卫生健康委员会');
  await press(page, 'Enter');
  await page.keyboard.insertText('江卫函（2026）第007 号');
  await press(page, 'Enter');
  await page.keyboard.insertText('关于商请提供床位数据的函');
  await page.keyboard.press('Control+s');
  await expectDone(page, 3);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('jcsrm');
  await expect(page.getByRole('option', { name: SENDER })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(field(page, '来文单位')).toHaveValue(SENDER);

  // The same number again: warned on leaving the field, and the old paper is a key away.
  await press(page, 'Enter');
  await page.keyboard.insertText('江政办发2026-31');
  await press(page, 'Enter');
  await expect(page.getByText('同单位同文号')).toBeVisible();
  await look(app, page, 'incoming-duplicate');
  await page.keyboard.press('Control+o');
  await expect(page.getByText(numberOf(1)).first()).toBeVisible();
  await expect(field(page, '来文字号')).toHaveCount(0);
  // What was typed is still there.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: '收文列表' })).toBeFocused();
  await page.keyboard.press('Control+n');
  await expect(field(page, '来文字号')).toHaveValue('江政办发〔2026〕31号');
  await press(page, 'Enter');
  await enter(page, '江政办发〔2026〕32号');
  await press(page, 'Enter');
  // Nearly the title of the second paper: asked before it is written, and registered all the same.
  await page.keyboard.insertText('关于召开全市安全生产电视电话会议的补充通知');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog', { name: '可能已经登记过' })).toBeVisible();
  await expect(page.getByRole('button', { name: /返回核对/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog', { name: '可能已经登记过' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expectDone(page, 4);

  // A mark of a state secret is said at once and never written.
  await press(page, 'Enter', 'Enter');
  await page.keyboard.insertText('机密★10年 关于某项工作的通知');
  await expect(page.getByRole('alert').filter({ hasText: '涉密专用计算机' })).toBeVisible();
  await look(app, page, 'incoming-secret');
  await page.keyboard.press('Control+s');
  await expect(field(page, '标题')).toBeFocused();
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(5));
  await press(page, 'Control+Shift+Delete');
  await expect(field(page, '标题')).toHaveValue('');

  // The rest as 同上一件: only serial and title are new.
  for (let serial = 5; serial <= 20; serial += 1) {
    await expect(field(page, '来文单位')).toBeFocused();
    await page.keyboard.press('Control+d');
    await expect(field(page, '来文字号')).toBeFocused();
    await expect(field(page, '来文字号')).toHaveValue('江政办发〔2026〕');
    await page.keyboard.type(String(serial + 95));
    await page.keyboard.press('Enter');
    await expect(field(page, '来文字号')).toHaveValue(`江政办发〔2026〕${serial + 95}号`);
    await enter(page, TITLES[serial - 5] ?? '');
    await page.keyboard.press('Control+s');
    await expectDone(page, serial);
  }

  await page.keyboard.press('Escape');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 20 件');
  const grid = page.getByRole('grid', { name: '收文列表' });
  await expect(grid).toBeFocused();
  // The paper registered last is the selected one, and the newest stands first.
  await expect(grid.getByRole('row', { selected: true })).toContainText(numberOf(20));
  const shown = new Set<string>();
  for (let step = 0; step < 20; step += 1) {
    const row = grid.getByRole('row', { selected: true });
    shown.add((await row.getByRole('gridcell').first().textContent()) ?? '');
    await page.keyboard.press('ArrowDown');
  }
  expect([...shown].sort()).toEqual(Array.from({ length: 20 }, (_, index) => numberOf(index + 1)));
  await page.keyboard.press('Home');
  await look(app, page, 'incoming-list');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: '收文预览' })).toContainText(numberOf(20));
  await look(app, page, 'incoming-peek');
  await page.keyboard.press('Escape');

  // F2 corrects the registration; leaving with changes asks first.
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { name: '修改登记' })).toBeVisible();
  await expect(field(page, '来文单位')).toBeFocused();
  await press(page, 'Enter', 'Enter');
  await enter(page, '关于改过标题的通知');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '改动还没有保存' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('关于改过标题的通知').first()).toBeVisible();
});

const TITLES = [
  '关于印发节能降碳行动方案的通知',
  '关于开展档案工作检查的通知',
  '关于报送年度信息化项目的通知',
  '关于加强值班工作的通知',
  '关于清理拖欠账款的通知',
  '关于组织无偿献血的通知',
  '关于调整公务用车标准的通知',
  '关于开展爱国卫生运动的通知',
  '关于做好高温津贴发放的通知',
  '关于政务公开培训的通知',
  '关于规范印章管理的通知',
  '关于森林防火的通知',
  '关于职称评审的通知',
  '关于国有资产清查的通知',
  '关于义务植树的通知',
  '关于消防演练的通知',
];

test('an input method keeps its Enter to itself', async ({ folder, launch }) => {
  test.setTimeout(60_000);
  const { page } = await launchNew(launch, folder);
  await openBook(page);
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'jiang', selectionStart: 5, selectionEnd: 5 });
  await expect(field(page, '来文单位')).toHaveValue('jiang');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(field(page, '来文单位')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await keys.send('Input.insertText', { text: '江' });
  await page.keyboard.press('Enter');
  await expect(field(page, '来文字号')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '请填写文件标题' })).toBeVisible();
  await expect(field(page, '标题')).toBeFocused();
});
