import type { Page } from '@playwright/test';
import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** One 收文 on its page, from 签收 to 归档, by the keyboard alone. */

const DAY_MS = 86_400_000;
/** `YYYY-MM-DD`, so many days from now. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

const TITLE = '关于进一步加强医疗机构冬春季呼吸道传染病防控和医疗救治准备工作的通知';

async function invoke<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const envelope = await page.evaluate(([name, value]) => window.app.invoke(name, value), [
    procedure,
    input,
  ] as const);
  expect(envelope, procedure).toMatchObject({ ok: true });
  return (envelope as { value: T }).value;
}

/** Departments and people, so that there is somebody to give papers to. */
async function furnish(page: Page): Promise<void> {
  const ids: string[] = [];
  for (const name of ['医务科', '护理部', '后勤保障科', '财务科']) {
    const { id } = await invoke<{ id: string }>(page, 'office.saveDepartment', {
      name,
      sortOrder: ids.length,
    });
    ids.push(id);
  }
  const people = [
    ['王建国', '院长', null],
    ['李明华', '副院长', null],
    ['赵敏', '副院长', null],
    ['陈立', '科长', ids[0]],
    ['周倩', '干事', ids[0]],
    ['何芳', '主任', ids[1]],
  ] as const;
  for (const [name, post, departmentId] of people) {
    await invoke(page, 'office.savePerson', {
      name,
      post,
      departmentId: departmentId ?? null,
      phone: '',
      active: true,
    });
  }
}

async function open(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#/incoming/${id}`);
  await expect(page.getByRole('complementary', { name: '办理经过与下一步' })).toBeVisible();
}

const DRAFT = {
  title: TITLE,
  senderName: '江州市卫生健康委员会',
  documentNumber: '江卫医发〔2026〕46号',
  genre: '通知',
  urgency: '加急',
  pageCount: 6,
  attachmentCount: 2,
};

async function register(page: Page, draft: object = {}): Promise<string> {
  const { id } = await invoke<{ id: string }>(page, 'incoming.register', { draft: { ...DRAFT, ...draft } });
  return id;
}

const act = async (page: Page, id: string, action: string, fields: object = {}): Promise<void> => {
  const { rowVersion } = await invoke<{ rowVersion: number }>(page, 'incoming.get', { id });
  await invoke(page, 'incoming.act', { id, rowVersion, action, fields });
};

/** Presses the digit of a step; the form of that name opens. */
async function step(page: Page, digit: string, form: string): Promise<void> {
  await page.keyboard.press(digit);
  await expect(page.getByRole('form', { name: form, exact: true })).toBeVisible();
}

/** A field of the open form. */
const field = (page: Page, label: string) =>
  page.locator('.gwt-action-form').getByLabel(label, { exact: true });

async function done(page: Page, state: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.gwt-action-form')).toHaveCount(0);
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText(state);
}

/** Types into a box with completion and takes what stands ready. */
async function take(page: Page, initials: string, name: string): Promise<void> {
  await page.keyboard.type(initials);
  await expect(page.getByRole('option', { name: new RegExp(name, 'u') }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test('from 签收 to 归档 by the keyboard', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const { id } = await invoke<{ id: string }>(page, 'incoming.expect', {
    draft: { ...DRAFT, replyRequired: true, copies: 2 },
  });
  await open(page, id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);

  await step(page, '1', '签收');
  await done(page, '已签收');
  await step(page, '1', '登记');
  await done(page, '已登记');
  await expect(page.locator('.gwt-item-number')).toHaveText(/^收〔\d{4}〕0001$/u);
  await page.keyboard.press('1');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('送初审');
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText('初审中');
  await page.keyboard.press('1');
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText('待拟办');

  await step(page, '1', '提拟办意见');
  await page.keyboard.press('Control+Enter');
  // What is missing stands under its field, the first one has the focus, nothing is sent.
  await expect(page.getByText('请填写拟办意见')).toBeVisible();
  await expect(field(page, '拟办意见')).toBeFocused();
  await page.keyboard.insertText(
    '拟请医务科牵头，护理部、后勤保障科配合，结合我院实际制定方案。请王院长批示。',
  );
  await page.keyboard.press('Tab');
  await take(page, 'ywk', '医务科');
  await page.keyboard.press('Enter');
  await expect(field(page, '办理时限')).toBeFocused();
  await page.keyboard.insertText(dayFromNow(14));
  await visit(app, page, 'incoming-item-form');
  await done(page, '待批示');

  await step(page, '1', '批示');
  await take(page, 'wjg', '王建国');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('同意。请医务科牵头落实，本周五前报方案。');
  await done(page, '待分办');

  await step(page, '1', '交主办、会办');
  await field(page, '会办部门').focus();
  await take(page, 'hlb', '护理部');
  await take(page, 'hqbzk', '后勤保障科');
  await expect(field(page, '护理部会办时限')).toBeVisible();
  await visit(app, page, 'incoming-item-assign');
  await field(page, '护理部会办时限').focus();
  await page.keyboard.insertText(dayFromNow(10));
  await done(page, '承办中');
  await expect(page.locator('.gwt-item-where')).toContainText('医务科主办，护理部、后勤保障科会办');

  await step(page, '1', '承办签收');
  await page.keyboard.insertText('陈立');
  await done(page, '承办中');
  for (const result of ['护理培训方案已报医务科。', '防护物资储备清单已核。']) {
    await step(page, '2', '反馈办理结果');
    await page.keyboard.insertText(result);
    await done(page, '承办中');
  }
  await step(page, '6', '延期');
  await page.keyboard.insertText(dayFromNow(21));
  await page.keyboard.press('Enter');
  await field(page, '批准人').focus();
  await page.keyboard.insertText('张主任');
  await field(page, '理由').focus();
  await page.keyboard.insertText('方案需与疾控中心会商');
  await done(page, '承办中');
  await expect(page.getByRole('list', { name: '延期经过' })).toContainText(dayFromNow(21));

  await step(page, '8', '催办');
  await expect(page.getByLabel('发给对方的话')).toHaveValue(/【提醒】医务科/u);
  await visit(app, page, 'incoming-item-urge');
  await done(page, '承办中');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(TITLE);
  await expect(page.getByRole('table', { name: '催办' })).toContainText('医务科');
  await visit(app, page, 'incoming-item-handling');

  await step(page, '9', '承办完成');
  await page.keyboard.insertText('方案已印发各科室执行，并报市卫生健康委员会。');
  await done(page, '待答复');
  await step(page, '1', '答复登记');
  await done(page, '已办结');
  await step(page, '1', '归档');
  await done(page, '已归档');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('已撤销“归档”');
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText('已办结');
  await visit(app, page, 'incoming-item-closed');
});

test('an information paper is read one after another; ↑↓ and space mark it', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const id = await register(page, { urgency: '平件', genre: '通报' });
  await act(page, id, 'submitReview');
  await open(page, id);
  await step(page, '2', '阅知件传阅');
  for (const [initials, name] of [
    ['wjg', '王建国'],
    ['lmh', '李明华'],
    ['zm', '赵敏'],
  ] as const) {
    await take(page, initials, name);
  }
  await done(page, '传阅中');
  await expect(page.locator('.gwt-item-where')).toContainText('王建国');
  const first = page.getByRole('row', { name: '王建国，未阅' });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  // In serial circulation the second cannot come before the first.
  await expect(page.getByRole('status', { name: '上一步的结果' })).toContainText('请先记王建国');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: '王建国，已阅' })).toBeVisible();
  await expect(page.getByRole('row', { name: '李明华，未阅' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '传阅意见')).toBeVisible();
  await field(page, '传阅意见').focus();
  await page.keyboard.insertText('请各科室主任认真学习。');
  await done(page, '传阅中');
  await visit(app, page, 'incoming-item-circulating');
  await page.getByRole('row', { name: '赵敏，未阅' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: '赵敏，已阅' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: '赵敏，未阅' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: '赵敏，已阅' })).toBeVisible();
  // 阅毕 is the fifth step; it asks for nothing.
  await page.getByRole('button', { name: '阅毕' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText('已办结');
});

test('退文, 挂起, 作废 and their way back; refusals in the words of the flow', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const light = page.locator('.gwt-item-head .gwt-light').first();
  const notice = page.getByRole('status', { name: '上一步的结果' });

  const returned = await register(page);
  await act(page, returned, 'submitReview');
  await open(page, returned);
  await step(page, '3', '退文');
  await page.getByRole('radio', { name: '缺少附件或缺页' }).focus();
  await page.keyboard.press('Space');
  await field(page, '理由').focus();
  await page.keyboard.insertText('所附清单缺第2页');
  await visit(app, page, 'incoming-item-return');
  await done(page, '已退文');
  await expect(page.locator('.gwt-item-head')).toContainText('所附清单缺第2页');
  await page.keyboard.press('Control+z');
  await expect(notice).toContainText('不能撤销');

  const other = await register(page, { documentNumber: '江卫医发〔2026〕47号' });
  await open(page, other);
  await page.keyboard.press('0');
  await expect(page.getByRole('group', { name: '更多操作' })).toBeVisible();
  await visit(app, page, 'incoming-item-more');
  await page.keyboard.press('3');
  await expect(page.getByRole('form', { name: '挂起' })).toBeVisible();
  await page.keyboard.insertText('等待市财政局复函');
  await done(page, '挂起');
  await page.keyboard.press('Control+z');
  await expect(light).toContainText('已登记');
  await page.keyboard.press('0');
  await page.keyboard.press('3');
  await page.keyboard.insertText('等待市财政局复函');
  await done(page, '挂起');
  await step(page, '1', '恢复');
  await done(page, '已登记');

  await page.keyboard.press('q');
  await expect(page.getByLabel('新的实体去向')).toBeFocused();
  await page.keyboard.insertText('文印室');
  await page.keyboard.press('Enter');
  await expect(page.locator('.gwt-item-where')).toContainText('文印室');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.gwt-item-where')).toContainText('办公室');

  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: '关联另一件' });
  await expect(dialog.getByLabel('文件', { exact: true })).toBeFocused();
  await page.keyboard.type('2026');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await visit(app, page, 'incoming-item-link');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: '关联' })).toContainText('0001');

  await page.keyboard.press('0');
  await page.keyboard.press('4');
  await expect(page.getByRole('form', { name: '作废' })).toBeVisible();
  await page.keyboard.insertText('重复登记');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('张主任');
  await done(page, '作废');
  await page.keyboard.press('Control+z');
  await expect(notice).toContainText('撤销作废');
  await step(page, '1', '撤销作废');
  await page.keyboard.insertText('两件文号不同');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('张主任');
  await done(page, '已登记');
});

test('leafing through the list, the office’s own deadlines, a year without holidays in red', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await furnish(page);
  const ids: string[] = [];
  for (const serial of [51, 52, 53]) {
    ids.push(await register(page, { documentNumber: `江卫医发〔2026〕${serial}号` }));
  }
  await invoke(page, 'directory.saveDeadlineRules', {
    enabled: true,
    workdays: { 平件: 10, 加急: 3, 特急: 1, 平急: null, 特提: null },
  });
  await page.evaluate(() => {
    window.location.hash = '#/incoming';
  });
  const list = page.getByRole('grid', { name: /收文/u });
  await expect(list).toBeVisible();
  await expect(page.getByRole('row', { name: /51号/u })).toBeVisible();
  const numbers = await page.getByRole('row', { name: /江卫医发/u }).allTextContents();
  const order = numbers.map((text) => /〔2026〕(5\d)号/u.exec(text)?.[1] ?? '');
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const main = page.locator('.gwt-item-facts');
  await expect(main).toContainText(`${order[0] ?? ''}号`);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(main).toContainText(`${order[1] ?? ''}号`);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(main).toContainText(`${order[2] ?? ''}号`);
  await expect(page.getByRole('button', { name: '下一件' })).toBeDisabled();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(main).toContainText(`${order[1] ?? ''}号`);

  const [id = ''] = ids;
  await act(page, id, 'submitReview');
  await act(page, id, 'passReview');
  await open(page, id);
  // Until the other paper's page is there, a key would still act on the one before.
  await expect(page.locator('.gwt-item-head .gwt-light').first()).toContainText('待拟办');
  await step(page, '1', '提拟办意见');
  const form = page.locator('.gwt-action-form');
  await expect(form).toContainText('按本单位规定，加急 3 个工作日');
  await expect(field(page, '办理时限：几个工作日')).toHaveValue('3');
  const due = field(page, '办理时限');
  await due.fill('2031-3-5');
  await expect(form.getByRole('alert')).toContainText(/没有.*2031年的放假安排/u);
  await due.fill('2031-2-30');
  await expect(form).toContainText('没有这一天');
  await due.fill(dayFromNow(7));
  await expect(form).not.toContainText('没有这一天');
  // Esc closes the form, not the page; then the page, and the list has the paper selected.
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(page.locator('.gwt-item')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /标题/u })).toHaveValue(TITLE);
  await page.keyboard.press('Escape');
  await expect(page.locator('.gwt-item')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeVisible();
  await expect(page.getByRole('row', { selected: true })).toContainText('51号');
});
