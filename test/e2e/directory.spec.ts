import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

const NOTICE_OF_2027 =
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。';

test('units, lists of readers, the holiday notice and usual deadlines are set from the keyboard', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await page.getByLabel('单位名称').focus();
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+0');
  const section = async (name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };

  await section('来往单位');
  await page.getByRole('button', { name: '添加单位' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('单位', { exact: true })).toBeFocused();
  await page.keyboard.insertText('江城市卫生健康局');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('cell', { name: '江城市卫生健康局', exact: true })).toBeVisible();
  await visit(app, page, 'settings-units');

  await section('分组与传阅名单');
  await page.getByRole('button', { name: '添加传阅名单' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.insertText('院领导传阅');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lzx');
  await expect(page.getByRole('option', { name: /林知夏/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('周院长');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /周院长/ }).or(page.getByText('周院长'))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('cell', { name: '林知夏、周院长' })).toBeVisible();
  await visit(app, page, 'settings-groups');

  await section('放假安排');
  await page.getByLabel('年份').fill('2027');
  await expect(page.getByText('还没有2027年的放假安排')).toBeVisible();
  await page.getByRole('button', { name: '粘贴放假通知…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(NOTICE_OF_2027.replace('周五', '周四'));
  await expect(page.getByText('日历上是周五')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: '2027年放假安排' })).toBeVisible();
  await expect(page.getByRole('button', { name: '核对无误，存入' })).toBeDisabled();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(NOTICE_OF_2027);
  await expect(page.getByText('读出放假 10 天，调休上班 1 天')).toBeVisible();
  await visit(app, page, 'settings-notice');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2027年放假安排由本单位录入。')).toBeVisible();
  await visit(app, page, 'settings-calendar');

  await section('默认时限');
  await page.getByRole('checkbox', { name: '启用本单位默认时限' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('加急').fill('2');
  await page.getByRole('button', { name: /保\s?存/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存。')).toBeVisible();
  await visit(app, page, 'settings-deadlines');
});
