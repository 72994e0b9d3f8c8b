import type { Page } from '@playwright/test';
import { expect, screenshot, test } from './launch.ts';
import { completeFirstRun, expectSaved, fillStep, launchNew, newNotice, openFlow } from './office.ts';
import { visit } from './visit.ts';

/** One document from draft to 办结 from the keyboard alone, sent back once and looked at word by word. */

const TITLE = '江城市人民医院关于做好汛期安全工作的通知';

async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.locator('.gwt-editor-head .gwt-light')).toContainText(state);
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText(`现在是“${state}`);
}

async function writeBody(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await expectSaved(page);
}

/** A row of the form by its labels, when all of them stand right already. */
async function confirmStep(page: Page, title: string): Promise<void> {
  await fillStep(page, title, {});
}

/** 送审 with 公开属性 chosen from the keyboard. */
async function submit(page: Page): Promise<void> {
  await page.keyboard.press('1');
  const form = page.getByRole('form', { name: '送审' });
  await expect(form).toBeVisible();
  await form.getByRole('radio', { name: '主动公开' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expectState(page, '部门审');
}

test('a document goes from draft to 办结 from the keyboard, with a return and two versions compared', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await newNotice(page);
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.insertText(TITLE);
  await page.getByLabel('主送机关').focus();
  await page.keyboard.insertText('各科室');
  await writeBody(page, '各科室应当于5月1日前排定汛期值班表。');

  // 登记信息: 会签 is wanted.
  await openFlow(page);
  await page.keyboard.press('F2');
  await expect(page.getByRole('form', { name: '登记信息' })).toBeVisible();
  await page.getByLabel('会签部门', { exact: true }).focus();
  await page.keyboard.insertText('财务科');
  await page.keyboard.press('Enter');
  await fillStep(page, '登记信息', { 拟稿部门: '院办公室', 印制份数: '30' });

  // 送审 by its number, taken back at once, and sent again.
  await submit(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已撤销“送审”，回到“草稿”');
  await submit(page);
  await screenshot(page, 'outgoing-flow-review');

  // Sent back, changed, submitted once more: both texts are kept and can be compared.
  await page.keyboard.press('2');
  await fillStep(page, '退回修改', { 理由: '日期提前到4月20日' });
  await expectState(page, '草稿');
  await page.keyboard.press('F4');
  await writeBody(page, '各科室应当于4月20日前排定汛期值班表。');
  await openFlow(page);
  await page.keyboard.press('v');
  const compared = page.getByRole('dialog', { name: /比较/u });
  await expect(compared.getByRole('status', { name: '比较结果' })).toHaveText('改动 1 处，实质 1 处');
  await expect(compared.locator('del')).toHaveText(['5', '1']);
  await expect(compared.locator('ins')).toHaveText(['4', '20']);
  await visit(app, page, 'outgoing-compare');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+Enter');
  await confirmStep(page, '送审');
  await page.keyboard.press('1');
  await fillStep(page, '部门审核通过，送会签', { 部门审核人: '王科长' });
  await expectState(page, '会签中');
  await page.keyboard.press('1');
  await fillStep(page, '记会签', { 会签人: '李科长' });
  await page.keyboard.press('2');
  await expectState(page, '办公室审核');
  await page.keyboard.press('1');
  await fillStep(page, '审核通过，送签发', { 核稿人: '赵核稿' });
  await page.keyboard.press('1');
  await fillStep(page, '签发', { 签发人: '陈院长' });
  await expectState(page, '已签发');

  // A substantial change after 签发: only the signatory's second look is offered.
  await page.keyboard.press('F4');
  await writeBody(page, '各科室应当于4月10日前排定汛期值班表。');
  await openFlow(page);
  await expect(page.getByRole('group', { name: '下一步' }).getByRole('button')).toHaveText(['1退签发人复审']);
  await page.keyboard.press('1');
  await fillStep(page, '退签发人复审', { 理由: '时限改为4月10日' });
  await page.keyboard.press('1');
  await fillStep(page, '签发', { 签发人: '陈院长' });
  await page.keyboard.press('1');
  await fillStep(page, '复核通过', { 复核人: '孙复核' });
  await expectState(page, '待编号');

  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByRole('status', { name: '将用的发文字号' })).toContainText('1号');
  await page.waitForTimeout(600);
  await page.keyboard.press('Enter');
  await expectState(page, '已编号');
  await page.keyboard.press('1');
  await confirmStep(page, '送印');
  await page.keyboard.press('1');
  await fillStep(page, '校对完成', { 校对记录: '周校对' });
  await expectState(page, '待用印');

  // The first seal is entered on the way.
  await page.keyboard.press('1');
  const sealing = page.getByRole('form', { name: '用印' });
  await sealing.getByRole('button', { name: '管理印章…' }).press('Enter');
  const seals = page.getByRole('dialog', { name: '印章' });
  await expect(seals.getByLabel('名称')).toBeFocused();
  await page.keyboard.insertText('江城市人民医院');
  await page.keyboard.press('Control+Enter');
  await expect(seals.getByRole('table', { name: '印章' })).toContainText('江城市人民医院');
  await page.keyboard.press('Escape');
  await sealing.getByRole('checkbox', { name: '江城市人民医院' }).press('Space');
  await expect(sealing.getByLabel('江城市人民医院用印数')).toHaveValue('30');
  await screenshot(page, 'outgoing-flow-seal');
  await page.keyboard.press('Control+Enter');
  await expectState(page, '已用印');

  await page.keyboard.press('1');
  await expect(page.getByLabel('第1行单位')).toHaveValue('各科室');
  await visit(app, page, 'outgoing-distribute');
  await page.getByLabel('各科室份数').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('28');
  await page.keyboard.press('Control+Enter');
  await expectState(page, '分发中');
  await page.keyboard.press('1');
  await page.getByLabel('各科室签收人').focus();
  await page.keyboard.insertText('收发室');
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('登记签收');
  await page.keyboard.press('2');
  await expectState(page, '已办结');
  await visit(app, page, 'outgoing-flow-closed');
  await page.keyboard.press('1');
  await confirmStep(page, '归档');
  await expectState(page, '已归档');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /汛期安全.*已归档/u })).toBeVisible();
  await page.getByRole('button', { name: '用印登记簿' }).press('Enter');
  const book = page.getByRole('dialog', { name: '用印登记簿' });
  await expect(book.getByRole('row', { name: /0001.*江医发.*陈院长/u })).toBeVisible();
  await visit(app, page, 'seal-book');
});

test('a reply is drafted from the 来文 by one key: its receiver, its first sentence and the tie are there', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  const registered = await page.evaluate(() =>
    window.app.invoke('incoming.register', {
      draft: {
        title: '关于报送汛期值班安排的函',
        senderName: '江城市防汛办',
        documentNumber: '江汛函〔2026〕8号',
        replyRequired: true,
      },
    }),
  );
  expect(registered).toMatchObject({ ok: true });
  await page.evaluate(
    (id) => {
      window.location.hash = `#/incoming/${id}`;
    },
    (registered as { value: { id: string } }).value.id,
  );
  await expect(page.getByRole('complementary', { name: '办理经过与下一步' })).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: /新建公文/u });
  await expect(dialog).toContainText('江城市防汛办《关于报送汛期值班安排的函》');
  await expect(dialog.getByRole('radio', { name: '函', exact: true })).toBeFocused();
  await visit(app, page, 'outgoing-reply');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('主送机关')).toHaveValue('江城市防汛办');
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText(
    '贵单位《关于报送汛期值班安排的函》（江汛函〔2026〕8号）收悉。',
  );
  await openFlow(page);
  await expect(page.getByRole('region', { name: '关联' })).toContainText('答复的来文');
});
