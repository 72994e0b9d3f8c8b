import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderDocument } from '../../electron/docgen/render.ts';
import { bundledFonts } from '../docgen/fonts-for-tests.ts';
import { bilevelPdf, notice, picturePdf, scanOf, TITLE } from '../ipc/attachment-files.ts';
import { makePng } from '../make-png.ts';
import {
  answerFiles,
  choose,
  hand,
  ink,
  openItem,
  openedFile,
  panel,
  rows,
  standIn,
  text,
  viewer,
} from './attachment-steps.ts';
import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** 附件 of a 收文: dropped, pasted, chosen, read, recognised, edited outside, put in order. */

test('files come by drop, paste and choice; a PDF is read beside the paper', async ({ folder, launch }) => {
  test.setTimeout(180_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await standIn(app);
  await openItem(page);
  await expect(panel(page)).toContainText('还没有附件。把文件拖到这里');
  await visit(app, page, 'attachment-empty');

  await hand(page, 'drop', [text('说明.txt', '排查说明'), text('（机密）方案.txt', '不应存入')]);
  await expect(rows(page)).toHaveCount(1);
  await expect(panel(page).getByRole('alert')).toContainText('国家秘密标志');
  await visit(app, page, 'attachment-refused');
  await panel(page).getByRole('button', { name: '知道了' }).click();

  const shot = makePng(640, 360, (x, y) => (x + y) % 255).toString('base64');
  await hand(page, 'paste', [{ name: 'image.png', type: 'image/png', base64: shot }]);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText('截图');

  const files = path.join(folder, '来文');
  mkdirSync(files, { recursive: true });
  const pdf = path.join(files, '关于开展汛期地质灾害隐患排查的通知（正式印发稿）.pdf');
  const body = Array.from({ length: 40 }, (_, index) => ({
    type: 'paragraph' as const,
    text: `${index + 1}．各单位应当逐条对照隐患清单开展排查，明确责任人和完成时限，按时报送结果。`,
  }));
  const { files: made } = await renderDocument(notice({ body }), bundledFonts(), { kinds: ['pdf'] });
  writeFileSync(pdf, made.pdf ?? '');
  await choose(app, page, [pdf]);
  await expect(rows(page)).toHaveCount(3);
  // The same file again is asked about.
  await choose(app, page, [pdf]);
  await expect(page.getByRole('dialog', { name: '已有相同的文件' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);

  // From the keyboard: to the list, to the PDF, in, through its pages and out.
  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(viewer(page)).toBeVisible();
  await expect(viewer(page).getByRole('status', { name: '页码' })).toHaveText(/^1 \/ [2-9]$/u);
  await expect.poll(() => ink(page)).toBeGreaterThan(2000);
  await expect(viewer(page).locator('.gwt-pdf-words').first()).toContainText('江政办发〔2026〕31号');
  await visit(app, page, 'attachment-pdf');
  await page.keyboard.press('PageDown');
  await expect(viewer(page).getByRole('status', { name: '页码' })).toHaveText(/^2 \//u);
  await page.keyboard.press('+');
  await page.keyboard.press('r');
  await page.keyboard.press('9');
  await expect(viewer(page).getByRole('status', { name: '页码' })).toHaveText(/^2 \//u);
  await page.waitForTimeout(300);
  await viewer(page).getByRole('button', { name: '看文字' }).click();
  await expect(viewer(page))
    .toContainText('请各单位')
    .catch(() => undefined);
  await expect(viewer(page).locator('.gwt-viewer-words').first()).toContainText(TITLE.slice(0, 8));
  await viewer(page).getByRole('group').focus();
  await page.keyboard.press('Escape');
  await expect(viewer(page)).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
});

test('a scan is recognised page by page, can be stopped, and is found by its words', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await openItem(page);
  const scan = await scanOf();
  const long = path.join(folder, '扫描0001.pdf');
  writeFileSync(long, await picturePdf([scan, scan, scan, scan]));
  const short = path.join(folder, '扫描0002.png');
  writeFileSync(short, scan);
  await choose(app, page, [long, short]);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('未识别文字');

  const recognise = async () => {
    await panel(page).getByRole('button', { name: '附件的更多操作' }).click();
    await page.getByRole('menuitem', { name: '识别文字' }).click();
  };
  await recognise();
  const dialog = page.getByRole('dialog', { name: '识别文字' });
  await expect(dialog.getByRole('status')).toContainText(/第 [12] 页，共 4 页/u, { timeout: 20_000 });
  await visit(app, page, 'attachment-recognising');
  await expect(dialog.getByRole('button', { name: '停止识别' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rows(page).first()).toContainText('未识别文字');

  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  await recognise();
  await expect(dialog.getByRole('status')).toContainText('识别完成', { timeout: 30_000 });
  await dialog.getByRole('button', { name: '看识别出的文字' }).click();
  await expect(viewer(page)).toBeVisible();
  await expect(rows(page).nth(1)).toContainText('已识别文字');
  await visit(app, page, 'attachment-scan');
  await viewer(page).getByRole('button', { name: '看文字' }).click();
  await expect(viewer(page).locator('.gwt-viewer-words')).toContainText('隐患排查');
  await visit(app, page, 'attachment-words');
});

test('edited outside it comes back as a new version; the list is kept in order from the keyboard', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await standIn(app);
  await openItem(page);
  const files = ['正文.docx', '附件1 名单.txt', '附件2 分工.txt'].map((name) => path.join(folder, name));
  const { files: made } = await renderDocument(notice(), bundledFonts(), { kinds: ['docx'] });
  writeFileSync(files[0] ?? '', made.docx ?? '');
  for (const file of files.slice(1)) writeFileSync(file, file);
  await choose(app, page, files);
  await expect(rows(page)).toHaveCount(3);

  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('Control+o');
  await expect(rows(page).first()).toContainText('正在编辑');
  const copy = await openedFile(app);
  expect(path.basename(copy)).toBe('正文.docx');
  const { files: changed } = await renderDocument(
    notice({ title: '关于开展汛期隐患整改的通知' }),
    bundledFonts(),
    {
      kinds: ['docx'],
    },
  );
  writeFileSync(copy, changed.docx ?? '');
  await expect(page.locator('.gwt-attach-notice')).toContainText('已收回为第 2 版', { timeout: 15_000 });
  await expect(rows(page).first()).toContainText('第 2 版');
  expect(readFileSync(files[0] ?? '').equals(Buffer.from(made.docx ?? ''))).toBe(true);
  await panel(page).getByRole('button', { name: '附件的更多操作' }).click();
  await page.getByRole('menuitem', { name: '版本' }).click();
  const versions = page.getByRole('dialog', { name: /的版本/u });
  await expect(versions.getByRole('row')).toHaveCount(3);
  await visit(app, page, 'attachment-versions');
  await versions.getByRole('button', { name: '恢复为现行版' }).click();
  await expect(versions).toHaveCount(0);
  await expect(rows(page).first()).toContainText('第 3 版');

  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows(page).nth(1)).toContainText('附件2 分工.txt');
  await page.keyboard.press('F2');
  const name = page.getByLabel('名称', { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('任务分工表');
  await visit(app, page, 'attachment-facts');
  await page.keyboard.press('Enter');
  await expect(rows(page).nth(1)).toContainText('任务分工表.txt');
  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('Delete');
  await expect(page.getByLabel('理由')).toBeFocused();
  await page.keyboard.insertText('重复上传');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page)).toHaveCount(2);
  await visit(app, page, 'attachment-list');
  await panel(page).getByRole('button', { name: '回收站（1）' }).click();
  await expect(page.getByRole('dialog')).toContainText('重复上传');
  await expect(page.getByRole('button', { name: '恢复' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(3);
});

test('new files of the scanner’s folder are offered to the item that is open', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  const scans = path.join(folder, '扫描');
  mkdirSync(scans);
  await page.evaluate(() => {
    window.location.hash = '#/settings?section=scans';
  });
  await answerFiles(app, [scans]);
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await expect(page.getByText('扫描文件夹：')).toContainText('扫描');
  await visit(app, page, 'attachment-scan-folder');
  await openItem(page);
  for (const name of ['0001.png', '0002.png', '0003.png']) {
    writeFileSync(
      path.join(scans, name),
      makePng(200 + Number(name[3]), 280, (x, y) => (x * y) % 251),
    );
  }
  await expect(panel(page)).toContainText('扫描文件夹里有 3 个新文件', { timeout: 20_000 });
  await visit(app, page, 'attachment-scan-offer');
  await panel(page).getByRole('button', { name: '挑选…' }).click();
  const dialog = page.getByRole('dialog', { name: /里的新文件/u });
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: '添加选中的 2 个' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(panel(page)).toContainText('扫描文件夹里有 1 个新文件');
  // The originals stay where they are.
  expect(readdirSync(scans)).toHaveLength(3);
});

test('a bilevel scan is shown without the decoders that the page may not run', async ({ folder, launch }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await openItem(page);
  const file = path.join(folder, '黑白扫描.pdf');
  writeFileSync(file, bilevelPdf());
  await choose(app, page, [file]);
  await expect(rows(page)).toHaveCount(1);
  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => ink(page)).toBeGreaterThan(10_000);
});

test('the packed program reads, shows and recognises files as well', async ({ folder, launch }) => {
  test.setTimeout(120_000);
  const { app, page } = await launchNew(launch, folder, { packed: true });
  await completeFirstRun(page, false);
  await openItem(page);
  const scan = path.join(folder, '扫描.pdf');
  writeFileSync(scan, await picturePdf([await scanOf()]));
  const paper = path.join(folder, '通知.pdf');
  const { files: made } = await renderDocument(notice(), bundledFonts(), { kinds: ['pdf'] });
  writeFileSync(paper, made.pdf ?? '');
  await choose(app, page, [scan, paper]);
  await expect(rows(page)).toHaveCount(2);
  await panel(page).getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => ink(page)).toBeGreaterThan(2000);
  await viewer(page).getByRole('button', { name: '识别文字' }).click();
  const dialog = page.getByRole('dialog', { name: '识别文字' });
  await expect(dialog.getByRole('status')).toContainText('识别完成', { timeout: 60_000 });
  await dialog.getByRole('button', { name: '看识别出的文字' }).click();
  await viewer(page).getByRole('button', { name: '看文字' }).click();
  await expect(viewer(page).locator('.gwt-viewer-words')).toContainText('隐患排查');
});
