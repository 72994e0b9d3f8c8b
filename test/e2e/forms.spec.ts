import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { measureInk } from '../docgen/measure-ink.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import type { MeasuredPdf } from '../docgen/measure-pdf.ts';
import { readCode } from '../docgen/read-code.ts';
import { answerSaveDialog, expect, test } from './launch.ts';
import { completeFirstRun, launchNew, newNotice, OFFICE } from './office.ts';
import { putPrinterBeside, settingsOf } from './printer-beside.ts';
import { visit } from './visit.ts';

/** Forms and registers from the window to the paper, by keyboard: the PDF is measured, the code on it read. */

const CODE_AREA = { x: 168, y: 4, width: 30, height: 24 };
const STAMP_AREA = { x: 85, y: 8, width: 45, height: 16 };
const TITLE = '关于进一步加强医疗机构冬春季呼吸道传染病防控和医疗救治准备工作的通知';

async function invoke<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const envelope = await page.evaluate(([name, value]) => window.app.invoke(name, value), [
    procedure,
    input,
  ] as const);
  expect(envelope, procedure).toMatchObject({ ok: true });
  return (envelope as { value: T }).value;
}

async function register(page: Page, draft: object = {}): Promise<string> {
  const usual = {
    title: TITLE,
    senderName: '江州市卫生健康委员会',
    documentNumber: '江卫医发〔2026〕46号',
    genre: '通知',
    urgency: '加急',
    copies: 2,
    attachmentCount: 2,
  };
  return (await invoke<{ id: string }>(page, 'incoming.register', { draft: { ...usual, ...draft } })).id;
}

const act = async (page: Page, id: string, action: string, fields: object = {}): Promise<void> => {
  const { rowVersion } = await invoke<{ rowVersion: number }>(page, 'incoming.get', { id });
  await invoke(page, 'incoming.act', { id, rowVersion, action, fields });
};

/** A paper with 拟办, 批示, 主办 and an urging. */
async function handledPaper(page: Page): Promise<string> {
  const { id: lead } = await invoke<{ id: string }>(page, 'office.saveDepartment', {
    name: '医务科',
    sortOrder: 0,
  });
  const id = await register(page, { secrecy: '工作秘密' });
  await act(page, id, 'submitReview');
  await act(page, id, 'passReview');
  await act(page, id, 'propose', {
    opinion: '拟请医务科主办，十日内报送落实情况，并报分管领导阅示。',
    leadDepartmentId: lead,
    dueOn: '2026-12-04',
  });
  await act(page, id, 'instruct', {
    instructedBy: '王建国',
    instructedOn: '2026-11-23',
    instruction: '同意拟办意见，请医务科抓紧落实。',
  });
  await act(page, id, 'assign', { leadDepartmentId: lead, dueOn: '2026-12-04' });
  return id;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#${place}`);
}

/** The pages shown in the dialog. */
const pages = (page: Page) => page.getByRole('list', { name: '将打印的页' });

async function openForms(page: Page, id: string): Promise<void> {
  await goTo(page, `/incoming/${id}`);
  await expect(page.getByRole('button', { name: '打印表单' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(pages(page).getByRole('img', { name: '第 1 页' })).toBeVisible();
}

/** Opens the register by its key, pressed again where the list was not yet listening. */
async function openRegister(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+Shift+p');
    await expect(page.getByRole('dialog', { name: '打印收文登记簿' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(pages(page).getByRole('img', { name: '第 2 页' })).toBeVisible();
}

/** Saves what the dialog shows as PDF and measures it. */
async function savePdf(
  app: ElectronApplication,
  page: Page,
  file: string,
): Promise<{ bytes: Buffer; pdf: MeasuredPdf }> {
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '导出 PDF' }).press('Enter');
  // The notice of the file before may still be there.
  await expect(page.locator('.gwt-exported').getByText(path.basename(file), { exact: true })).toBeVisible();
  const bytes = readFileSync(file);
  return { bytes, pdf: await measurePdf(new Uint8Array(bytes)) };
}

/** Chooses by the keyboard in a list of the dialog. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).press('ArrowDown');
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

test('the forms of a 收文: looked at, printed, saved, found again by their code', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await putPrinterBeside(app, path.join(folder, 'printed'));
  await completeFirstRun(page, false);
  const id = await handledPaper(page);
  await openForms(page, id);
  await expect(page.getByLabel('份数')).toBeFocused();
  await visit(app, page, 'forms-processing');

  // Enter prints on the printer shown.
  await page.getByLabel('份数').press('Enter');
  await expect(page.getByText('已送往打印机“HP M403”：文件处理单 1 份。')).toBeVisible();
  const [settings] = await settingsOf(app);
  expect(settings).toMatchObject({ silent: true, deviceName: 'HP_M403', copies: 1, scaleFactor: 100 });
  const printed = readFileSync(path.join(folder, 'printed', '1.pdf'));
  const { code } = await invoke<{ code: string }>(page, 'form.list', { kind: 'incoming', id });
  expect(await readCode(printed, CODE_AREA)).toBe(code);
  expect(await measureInk(printed, { region: STAMP_AREA, dpi: 150 })).toBeNull();

  const expected = {
    文件处理单: ['拟请医务科主办', '同意拟办意见，请医务科抓紧落实。', '王建国'],
    文件传阅单: ['部门、职务', '同意拟办意见，请医务科抓紧落实。'],
    催办通知单: ['医务科', '办理情况'],
    退文通知单: ['江州市卫生健康委员会', '□越级行文'],
  };
  for (const [name, words] of Object.entries(expected)) {
    await openForms(page, id);
    if (name !== '文件处理单') await choose(page, '表单', name);
    if (name === '催办通知单') await choose(page, '级别', '二级');
    await expect(page.getByText(/^\d+ 面/u)).toBeVisible();
    const { bytes, pdf } = await savePdf(app, page, path.join(folder, `${name}.pdf`));
    const flat = pdf.text.replaceAll(/\s/gu, '');
    for (const word of [OFFICE.name, TITLE, '工作秘密', code, ...words]) expect(flat, name).toContain(word);
    expect(flat).toContain(`${OFFICE.name}${name}`);
    expect(await readCode(bytes, CODE_AREA), name).toBe(code);
    expect(await measureInk(bytes, { region: STAMP_AREA, dpi: 150 }), name).toBeNull();
  }

  // 留空手填, with the 办理过程, which has kept that 工作秘密 went out.
  await openForms(page, id);
  await page.getByLabel('留空手填').press('Space');
  await page.getByLabel('附办理过程').press('Space');
  await expect(pages(page).getByRole('img', { name: '第 2 页' })).toBeVisible();
  await visit(app, page, 'forms-blank');
  const { pdf } = await savePdf(app, page, path.join(folder, 'blank.pdf'));
  expect(pdf.text).not.toContain('拟请医务科主办，十日内报送落实情况，并报分管领导阅示。林知夏');
  expect(pdf.text).toContain('打印文件处理单（工作秘密）');

  // The code of the paper, typed into the box at the top, leads to its item.
  await goTo(page, '/incoming');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
});

test('发文稿纸 from the editor of a document', async ({ launch, folder }) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await newNotice(page);
  await page.getByLabel('标题', { exact: true }).fill('关于开展冬季安全检查的通知');
  await expect(page.locator('.gwt-statusbar')).toContainText(/已保存 \d/u);
  await page.getByRole('button', { name: '打印稿纸' }).press('Enter');
  await expect(pages(page).getByRole('img', { name: '第 1 页' })).toBeVisible();
  await visit(app, page, 'forms-issuing');
  const { bytes, pdf } = await savePdf(app, page, path.join(folder, 'issuing.pdf'));
  const flat = pdf.text.replaceAll(/\s/gu, '');
  for (const word of ['发文稿纸', '关于开展冬季安全检查的通知', '签发人：', '□依申请公开'])
    expect(flat).toContain(word);
  const code = await readCode(bytes, CODE_AREA);
  expect(code).toMatch(/^FW-X/u);
  await goTo(page, '/outgoing');
  const found = await invoke<{ kind: string; label: string }>(page, 'form.findCode', { code: code ?? '' });
  expect(found).toMatchObject({ kind: 'outgoing', label: '关于开展冬季安全检查的通知' });
});

test('收文登记簿 of the list as filtered, on facing pages and as a brief one', async ({ launch, folder }) => {
  const { app, page } = await launchNew(launch, folder);
  await putPrinterBeside(app, path.join(folder, 'printed'));
  await completeFirstRun(page, false);
  for (let number = 1; number <= 30; number += 1) {
    await register(page, {
      title: `${TITLE}（第${number}件）`,
      documentNumber: `江卫医发〔2026〕${number}号`,
    });
  }
  await goTo(page, '/incoming');
  await expect(page.getByRole('button', { name: '打印登记簿' })).toBeVisible();
  await openRegister(page);
  await visit(app, page, 'forms-register');
  await page.getByLabel('份数').press('Enter');
  await expect(page.getByText(/已送往打印机“HP M403”：收文登记簿 1 份/u)).toBeVisible();
  const upright = await measurePdf(new Uint8Array(readFileSync(path.join(folder, 'printed', '1.pdf'))));
  expect(upright.pages.length % 2).toBe(0);
  for (const { width, height } of upright.pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
  }

  await openRegister(page);
  const { pdf } = await savePdf(app, page, path.join(folder, 'register.pdf'));
  const flat = pdf.text.replaceAll(/\s/gu, '');
  for (let number = 1; number <= 30; number += 1) {
    expect(flat).toContain(`（第${number}件）`);
    expect(flat).toContain(`收〔2026〕${String(number).padStart(4, '0')}`);
  }
  for (const { width, height } of pdf.pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([297, 210]);
  }

  await openRegister(page);
  await page.getByLabel('简表，一页').press('Space');
  await expect(page.getByText(/页，共 \d+ 页，30 件/u)).toBeVisible();
  await visit(app, page, 'forms-register-brief');
});
