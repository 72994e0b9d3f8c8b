import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerSaveDialog, expect, screenshot, test } from './launch.ts';
import { completeFirstRun, expectSaved, launchNew, OFFICE } from './office.ts';

/** 红头模板 as a clerk meets them: made, looked at, used for a new document, put on an old one, carried away. */

async function atDesk(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
}

async function openTemplates(page: Page): Promise<void> {
  await page.getByRole('link', { name: /设置/ }).click();
  await page.getByRole('link', { name: '红头模板' }).click();
  await expect(page.getByRole('heading', { name: '红头模板', level: 1 })).toBeVisible();
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
}

/** A template with size, 主送 and 抄送, saved from the keyboard. */
async function makeTemplate(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('模板名称')).toBeFocused();
  await page.keyboard.insertText('医院文件');
  await fill(page, '字高', '20');
  await fill(page, '字宽', '13');
  await fill(page, '主送机关', '各科室、各部门');
  await fill(page, '抄送机关', '江城市卫生健康委员会');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已保存模板“医院文件”。')).toBeVisible();
}

test('templates are made with a live page, used for new documents and put on old ones after asking', async ({
  launch,
  folder,
}) => {
  const { app, page, close } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await atDesk(app);
  await openTemplates(page);
  await expect(page.getByText('建第一个')).toBeVisible();
  await screenshot(page, 'templates-empty');
  await makeTemplate(page);
  const preview = page.getByRole('region', { name: '首页预览' });
  await expect(preview.getByRole('img').first()).toBeVisible();
  await page.waitForTimeout(600);
  await screenshot(page, 'templates-form');

  // the page follows what is typed
  const before = await preview.getByRole('img').first().getAttribute('src');
  await fill(page, '标志机关名', '江城市中心医院');
  await expect(preview.getByRole('img').first()).not.toHaveAttribute('src', before ?? '');
  // leaving with changes asks, and staying keeps them
  await page.getByRole('link', { name: '字体', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '修改还没有保存' })).toBeVisible();
  await screenshot(page, 'templates-unsaved');
  await page.getByRole('button', { name: '继续修改' }).click();
  await expect(page.getByLabel('标志机关名')).toHaveValue('江城市中心医院');
  await page.getByRole('link', { name: '字体', exact: true }).click();
  await page.getByRole('button', { name: '不保存' }).click();
  await expect(page.getByRole('heading', { name: '字体', level: 1 })).toBeVisible();

  // a letter beside it
  await openTemplates(page);
  await expect(page.getByLabel('标志机关名')).toHaveValue('');
  await page.keyboard.press('Control+n');
  await page.keyboard.insertText('医院函');
  await page.getByLabel('格式').click();
  await page.getByTitle('信函格式').click();
  await expect(page.getByLabel('标志后缀')).toHaveValue('');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('option', { name: /医院函/ })).toBeVisible();
  await page.waitForTimeout(800);
  await screenshot(page, 'templates-letter');

  // a new document starts with it: Ctrl+N, Enter are still enough once it was chosen
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: /新建公文/ });
  await dialog.getByLabel('红头模板').click();
  await page.getByTitle('医院文件', { exact: true }).click();
  await screenshot(page, 'templates-new-document');
  await dialog.getByRole('button', { name: /新建/ }).click();
  await expect(page.getByLabel('主送机关')).toHaveValue('各科室\n各部门');
  await expect(page.getByLabel('抄送机关')).toHaveValue('江城市卫生健康委员会');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(dialog.getByText('医院文件')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('主送机关')).toHaveValue('各科室\n各部门');

  // the same document changed by hand: the template lists what it would change, and changes only that
  await fill(page, '主送机关', '各科室');
  await fill(page, '印发机关', '医务科');
  await page.getByRole('button', { name: '套用模板' }).click();
  const apply = page.getByRole('dialog', { name: '套用模板' });
  await expect(apply.getByRole('listitem')).toHaveCount(2);
  await expect(apply.getByRole('button', { name: /^套用/ })).toBeDisabled();
  await apply.getByRole('checkbox', { name: /主送机关/ }).check();
  await screenshot(page, 'templates-apply');
  await apply.getByRole('button', { name: '套用（1 处改动）' }).click();
  await expect(page.getByLabel('主送机关')).toHaveValue('各科室\n各部门');
  await expect(page.getByLabel('印发机关')).toHaveValue('医务科');
  await expectSaved(page);
  await close();
});

test('a template goes out and in as one file; a taken name becomes a copy, a wrong file is refused', async ({
  launch,
  folder,
}) => {
  const { app, page, close } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await atDesk(app);
  await openTemplates(page);
  await makeTemplate(page);
  const file = path.join(folder, '医院文件.json');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '导出' }).click();
  await expect(page.getByText('已导出 1 个文件')).toBeVisible();
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(stored).toMatchObject({
    kind: 'gongwentai-template',
    name: '医院文件',
    content: { charHeight: 20, issuers: [OFFICE.name] },
  });

  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: '导入' }).click();
  const taken = page.getByRole('dialog', { name: '已有同名的模板' });
  await expect(taken.getByLabel('新名称')).toHaveValue('医院文件（副本）');
  await screenshot(page, 'templates-name-taken');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);

  const wrong = path.join(folder, '错的.json');
  writeFileSync(wrong, JSON.stringify({ kind: 'gongwentai-template', version: 1, name: '', content: {} }));
  await answerOpenDialog(app, wrong);
  await page.getByRole('button', { name: '导入' }).click();
  const refused = page.getByRole('dialog', { name: /没有导入/ });
  await expect(refused.getByText('请填写模板名称')).toBeVisible();
  await screenshot(page, 'templates-import-faults');
  await refused.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);

  // voided with a reason, seen again on request, put back
  await page.getByRole('button', { name: '作废' }).click();
  await page.getByLabel('理由').fill('重复了');
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
  await expect(page.getByText('已作废：重复了')).toBeVisible();
  await screenshot(page, 'templates-voided');
  await page.getByRole('button', { name: '恢复使用' }).click();
  await expect(page.getByText('已作废：重复了')).toBeHidden();

  // what was typed and not saved waits for the next start
  await fill(page, '印发机关', '院办');
  await close();
  const again = await launchNew(launch, folder);
  await atDesk(again.app);
  await expect(again.page.getByText('没有保存的修改')).toBeVisible();
  await expect(again.page.getByLabel('印发机关')).toHaveValue('院办');
  await screenshot(again.page, 'templates-restored');
  await again.close();
});

/** From now on the system's open dialog answers this file. */
async function answerOpenDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}
