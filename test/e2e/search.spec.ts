import type { Page } from '@playwright/test';
import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** Finding things: by number, two characters, initials, attachment text, a scanned code; by the keyboard alone. */

async function invoke<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const envelope = await page.evaluate(([name, value]) => window.app.invoke(name, value), [
    procedure,
    input,
  ] as const);
  expect(envelope, procedure).toMatchObject({ ok: true });
  return (envelope as { value: T }).value;
}

const PAPERS = [
  ['关于做好2026年汛期地质灾害防治工作的通知', '江州市自然资源和规划局', '江自然资发〔2026〕38号'],
  [
    '关于进一步加强医疗机构冬春季呼吸道传染病防控和医疗救治准备工作的通知',
    '江州市卫生健康委员会',
    '江卫医发〔2026〕46号',
  ],
  ['关于召开全市防汛抗旱工作会议的通知', '江州市水利局', '江水发〔2026〕7号'],
  ['关于报送2025年度医疗废物处置情况的函', '江州市生态环境局', '江环函〔2026〕112号'],
  ['关于开展医保基金专项检查的通知', '江州市医疗保障局', '江医保发〔2026〕15号'],
] as const;

/** Five papers, one with an attachment, and an order given by word of mouth. */
async function furnish(page: Page): Promise<string[]> {
  const ids: string[] = [];
  for (const [title, senderName, documentNumber] of PAPERS) {
    const { id } = await invoke<{ id: string }>(page, 'incoming.register', {
      draft: { title, senderName, documentNumber, genre: '通知', pageCount: 3 },
    });
    ids.push(id);
  }
  const token = await page.evaluate(async () => {
    const text =
      '一、各科室于6月10日前上报防汛物资清单。\n二、后勤保障科负责城东院区排水泵站的检修，联系电话13907215588。';
    const envelope: unknown = await window.app.invoke('attachment.hold', {
      name: '防汛物资清单.txt',
      bytes: new TextEncoder().encode(text),
    });
    return (envelope as { value: { token: string } }).value.token;
  });
  await invoke(page, 'attachment.add', {
    owner: { ownerKind: 'incoming', ownerId: ids[2] },
    tokens: [token],
    source: 'dropped',
    allowSame: false,
    job: 'e2e',
  });
  await invoke(page, 'matter.create', {
    draft: { title: '汛期值班表明天中午前报院长', orderedBy: '王院长', orderedOn: '2026-06-01' },
  });
  return ids;
}

const box = (page: Page) => page.getByRole('combobox', { name: '搜索' });
const hits = (page: Page) => page.getByRole('listbox', { name: '搜索结果' });

/** Ctrl+K and the words, as they are typed. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(words);
}

const hash = (page: Page) => page.evaluate(() => window.location.hash);

test('everything is found by the keyboard alone, and the box says why', async ({ launch, folder }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  const [first = '', , third = ''] = await furnish(page);

  // By number, in the way it is spoken.
  await search(page, '2026-38');
  const active = hits(page).getByRole('option', { selected: true });
  await expect(active).toContainText('地质灾害防治');
  await expect(active).toContainText('来文字号');
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe(`#/incoming/${first}`);
  await expect(box(page)).toHaveValue('');

  // By two characters: several kinds, gone through with the arrow keys.
  await search(page, '防汛');
  await expect(hits(page).getByRole('group', { name: /收文/ })).toBeVisible();
  await expect(hits(page).getByRole('option').first()).toContainText('防汛');
  await visit(app, page, 'search-box');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(hits(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');

  // By pinyin initials, before the answer is there.
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('fxkhgz');
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe(`#/incoming/${third}`);

  // By what stands in an attachment; the owner is what is found.
  await search(page, '排水泵站');
  await expect(hits(page).getByRole('option').first()).toContainText('附件《防汛物资清单.txt》');
  await expect(hits(page).locator('mark').filter({ hasText: '排水泵站' })).toBeVisible();
  await visit(app, page, 'search-attachment');

  // Nothing found: what to try next. Esc gives the focus back.
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('没有这样的文件 二〇九九');
  await expect(page.getByText('可以试试')).toBeVisible();
  await visit(app, page, 'search-nothing');
  await page.keyboard.press('Escape');
  await expect(box(page)).not.toBeFocused();

  // What was searched for last is offered again, and forgotten on demand.
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('listbox', { name: '最近搜索' });
  await expect(recent.getByRole('option').first()).toHaveText('fxkhgz');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('2026-38');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(recent).toBeHidden();
  await page.keyboard.press('Escape');
});

test('查询 narrows down, remembers the question over a restart, and opens what is chosen', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  await furnish(page);
  await search(page, '工作');
  await expect(hits(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '查询', level: 1 })).toBeVisible();
  const words = page.getByRole('combobox', { name: '查询的词' });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('工作');
  await expect(hits(page).getByRole('option').first()).toBeVisible();
  await visit(app, page, 'search-page');

  // To 有附件 by Tab, chosen with the space bar.
  const files = page.getByRole('checkbox', { name: '有附件' });
  for (
    let steps = 0;
    steps < 20 && !(await files.evaluate((one) => one === document.activeElement));
    steps += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await expect(hits(page).getByRole('option')).toHaveCount(1);
  await expect(hits(page).getByRole('option').first()).toContainText('防汛抗旱');
  expect(await hash(page)).toContain('files=true');
  await page.reload();
  await expect(words).toHaveValue('工作');
  await expect(hits(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+f');
  await expect(words).toBeFocused();
  await page.keyboard.insertText('不存在的');
  await expect(page.getByRole('button', { name: '清除筛选' }).first()).toBeVisible();
  await visit(app, page, 'search-page-nothing');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('旱');
  await expect(hits(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toContain('#/incoming/');
});

test('a code typed by a scanner opens its item at once; one with a slip in it says so', async ({
  launch,
  folder,
}) => {
  const { page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  const ids = await furnish(page);
  const year = new Date().getFullYear();
  // Last character: the check; one of the 31 is right.
  const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXY');
  const codes = alphabet.map((check) => `SW-${year}-0002-${check}`);
  const found: string[] = [];
  for (const code of codes) {
    const envelope = await page.evaluate(
      (value) => window.app.invoke('form.findCode', { code: value }),
      code,
    );
    if ((envelope as { ok: boolean }).ok) found.push(code);
  }
  expect(found).toHaveLength(1);
  const [right = ''] = found;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(right.toLowerCase());
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe(`#/incoming/${ids[1]}`);

  const wrong = codes.find((code) => code !== right) ?? '';
  await page.keyboard.press('Control+k');
  await page.keyboard.type(wrong);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search').getByRole('alert')).toBeVisible();
  expect(await hash(page)).toBe(`#/incoming/${ids[1]}`);
});
