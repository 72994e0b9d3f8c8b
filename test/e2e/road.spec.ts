import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { answerSaveDialog, expect, screenshot, test } from './launch.ts';
import {
  completeFirstRun,
  expectSaved,
  launchNew,
  newNotice,
  numberOnPaper,
  OFFICE,
  voidFromRoad,
} from './office.ts';

const TITLE = '江城市人民医院关于做好2026年夏季防汛工作的通知';
const OPENING = '根据市防汛抗旱指挥部的部署，为确保汛期医疗秩序，现就有关事项通知如下：';
const BODY = [
  '一、提高认识',
  '各科室要把防汛工作摆在突出位置，主要负责人负总责。',
  '二、落实值班',
  '汛期实行24小时值班，电话0270-8221000。',
];

test('from the first run to a numbered document in Word and PDF', async ({ folder, launch }) => {
  const { app, page } = await launchNew(launch, folder);
  await expect(page.getByRole('heading', { name: '公文台' })).toBeVisible();
  await screenshot(page, 'first-run');
  await completeFirstRun(page, false);
  await screenshot(page, 'outgoing-empty');

  await newNotice(page);
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.insertText(TITLE);
  await page.getByLabel('主送机关').focus();
  await page.keyboard.insertText('各科室');
  await page.getByLabel('成文日期').fill('2026-06-08');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: '正文' }).focus();
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [OPENING, ...BODY].join('\n'),
  );
  await expectSaved(page);

  // The preview shows the pages of the real layout: the red mark and the title are among its boxes.
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await expect(page.getByRole('status', { name: '页数' })).toContainText('2');
  await screenshot(page, 'editor');

  await numberOnPaper(page);
  await screenshot(page, 'number');
  await expect(page.locator('.gwt-editor-head')).toContainText(`${OFFICE.issuerCode}〔2026〕1号`);
  await expect(page.locator('.gwt-editor-head')).toContainText('已编号');

  const target = path.join(folder, '通知.docx');
  await answerSaveDialog(app, target);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /Word 和 PDF/ }).click();
  await expect(page.getByText('已导出 2 个文件')).toBeVisible({ timeout: 20_000 });
  await screenshot(page, 'exported');

  const pdf = await measurePdf(readFileSync(path.join(folder, '通知.pdf')));
  const printed = pdf.pages.flatMap((sheet) => sheet.texts.map((text) => text.text)).join('');
  for (const expected of [
    `${OFFICE.name}文件`,
    `${OFFICE.issuerCode}〔2026〕1号`,
    TITLE,
    '各科室：',
    OPENING,
    ...BODY,
    '2026年6月8日',
  ]) {
    expect(printed).toContain(expected);
  }
  const zip = unzipSync(readFileSync(target));
  const words = strFromU8(zip['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<w:p[ >]/g, '\n$&')
    .replaceAll(/<[^>]+>/g, '');
  for (const expected of [TITLE, OPENING, ...BODY]) expect(words).toContain(expected);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  await expect(page.getByText(`${OFFICE.issuerCode}〔2026〕1号`, { exact: true })).toBeVisible();
  await screenshot(page, 'outgoing-list');
});

test('a voided number keeps its place and is never issued again', async ({ folder, launch }) => {
  const { page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  for (const serial of [1, 2]) {
    await newNotice(page);
    await page.getByLabel('标题', { exact: true }).focus();
    await page.keyboard.insertText(`江城市人民医院关于第${serial}件事的通知`);
    await expectSaved(page);
    await numberOnPaper(page);
    await expect(page.locator('.gwt-editor-head')).toContainText(
      `〔${new Date().getFullYear()}〕${serial}号`,
    );
    if (serial === 1) {
      await voidFromRoad(page, '标题写错');
      await expect(page.locator('.gwt-editor-head')).toContainText('标题写错');
      await expect(page.getByLabel('标题', { exact: true })).toBeDisabled();
    }
    await page.getByRole('button', { name: '返回' }).click();
    await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  }
  await expect(page.getByRole('row', { name: /第1件事.*作废/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /第2件事.*已编号/ })).toBeVisible();
});
