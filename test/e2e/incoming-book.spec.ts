import { expect, test } from './launch.ts';
import { launchNew } from './office.ts';
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
  YEAR,
} from './receiving-book.ts';

/** The receiving book around registering: its numbers, its views, what is kept. No test here ever clicks. */

test('the book goes on where the paper one stopped, under its own prefix', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await openBook(page);
  // From the title line by Tab: the link is a button beside the number.
  await page.getByRole('button', { name: '接着纸质登记簿编号…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('纸质已登记到')).toBeFocused();
  await enter(page, '311');
  await expect(page.getByText('从第 312 号开始')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(312));
  // The prefix is in the settings; numbers given keep theirs.
  await page.keyboard.press('Alt+0');
  await page.getByRole('link', { name: '收文号' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('字头').focus();
  await enter(page, '江医收');
  await expect(page.getByText(`例如 江医收〔${YEAR}〕0001`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`江医收〔${YEAR}〕0312`)).toBeVisible();
  await look(app, page, 'settings-incoming-number');
});

test('a paper announced, one voided and brought back', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await openBook(page);
  await registerTitled(page, SENDER, '关于预告的通知');
  await page.getByRole('button', { name: '记为待签收' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '登记结果' })).toContainText('已记为待签收');
  await expect(page.getByRole('status', { name: '将编收文号' })).toHaveText(numberOf(1));
  await expect(field(page, '来文单位')).toBeFocused();
  await registerTitled(page, SENDER, '登错了的一件');
  await page.keyboard.press('Control+s');
  await expectDone(page, 1);
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: '收文列表' });
  await expect(grid.getByRole('row', { selected: true })).toContainText(numberOf(1));
  await expect(grid.getByRole('row').filter({ hasText: '待签收' })).toContainText('未编号');

  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: '作废收文' })).toBeVisible();
  await expect(field(page, '理由')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请填写批准人')).toBeVisible();
  await page.keyboard.insertText('重复登记');
  await press(page, 'Tab');
  await page.keyboard.insertText('王主任');
  await look(app, page, 'incoming-void');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 1 件');

  // 作废 is the last view to the right.
  await page.getByRole('radio', { name: '全部' }).focus();
  await press(page, 'ArrowLeft');
  const bin = page.getByRole('grid', { name: '作废的收文' });
  await expect(bin.getByRole('row').filter({ hasText: numberOf(1) })).toContainText('作废');
  await page.getByRole('button', { name: '撤销作废…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('核对后确系新件');
  await press(page, 'Tab');
  await page.keyboard.insertText('王主任');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有作废的收文')).toBeVisible();
});

test('what was typed is there after the program was killed, but never a mark of a state secret', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  const first = await launchNew(launch, folder);
  await openBook(first.page);
  await registerTitled(first.page, SENDER, '断电之前录入的标题');
  // The promise is five seconds.
  await first.page.waitForTimeout(2500);
  await first.kill();

  const second = await launchNew(launch, folder);
  await expect(field(second.page, '标题')).toHaveValue('断电之前录入的标题', { timeout: 30_000 });
  await expect(field(second.page, '来文单位')).toHaveValue(SENDER);
  await expect(second.page.getByText('已恢复上次没有登记完的内容')).toBeVisible();
  await press(second.page, 'Enter', 'Enter');
  await enter(second.page, '【绝密】关于某事的通知');
  await expect(second.page.getByText('含密级标志的内容没有暂存')).toBeVisible();
  await second.page.waitForTimeout(2500);
  await second.kill();

  const third = await launchNew(launch, folder);
  await expect(field(third.page, '标题')).toHaveValue('', { timeout: 30_000 });
});

test('the book is found again as it was left, and reads in large print on a dark ground', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await openBook(page);
  await registerTitled(page, SENDER, '关于防汛值班的通知');
  // 急缓 by its digit, the deadline in workdays.
  await press(page, 'Enter', 'Enter', 'Enter', '3');
  await field(page, '办理时限').focus();
  await page.keyboard.type('+2');
  await page.keyboard.press('Control+s');
  await expectDone(page, 1);
  await registerTitled(page, '江城市卫生健康委员会', '关于床位数据的函');
  await page.keyboard.press('Control+s');
  await expectDone(page, 2);
  await page.keyboard.press('Escape');

  const grid = page.getByRole('grid', { name: '收文列表' });
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 2 件');
  await expect(grid.getByRole('row').filter({ hasText: '防汛' })).toContainText('▲ 剩 2 个工作日');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('fxzb');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 1 件（已筛选）');
  // Opened and left again, and from another place: the filter is still there.
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(grid).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 1 件（已筛选）');
  await press(page, 'Alt+3', 'Alt+2');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 1 件（已筛选）');
  await page.getByRole('button', { name: '清除筛选' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 2 件');

  // 复制为新件: everything but what belongs to the one paper.
  await grid.focus();
  await page.keyboard.press('Control+d');
  await expect(field(page, '标题')).toHaveValue('关于床位数据的函');
  await expect(field(page, '来文字号')).toHaveValue('');
  await enter(page, '江城市卫生健康委员会');
  await press(page, 'Enter', 'Enter');
  await enter(page, '关于抽调护理骨干的通知');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '关于抽调护理骨干的通知' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText('共 3 件');
  await expect(grid).toBeFocused();
  await expect(grid.getByRole('row', { selected: true })).toContainText(numberOf(3));

  await page.evaluate(() => {
    const value = JSON.stringify({ mode: 'dark', large: true });
    return window.app.invoke('system.saveViewState', { key: 'appearance', value });
  });
  await page.reload();
  await expect(grid).toBeFocused();
  await look(app, page, 'incoming-list-large-dark');
  await page.keyboard.press('Control+n');
  await expect(field(page, '来文单位')).toBeFocused();
  await look(app, page, 'incoming-register-large-dark');
});
