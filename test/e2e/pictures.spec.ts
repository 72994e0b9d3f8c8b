import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { makePng } from '../make-png.ts';
import { axeViolations } from './axe.ts';
import { expect, screenshot, test } from './launch.ts';
import { completeFirstRun, expectSaved, launchNew, newNotice } from './office.ts';

/** Pictures in the text and of seals, tables from Excel, breaks of the title, joint issuance: by hand. */

async function atDesk(app: ElectronApplication, width = 1366, height = 768): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0),
    [width, height],
  );
}

/** A file as the person chooses it. */
const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

/** What a copy puts on the clipboard, given to the element that has the focus. */
async function paste(page: Page, data: { text?: string; png?: string }): Promise<void> {
  await page.evaluate(({ text, png }) => {
    const clipboard = new DataTransfer();
    if (text !== undefined) clipboard.setData('text/plain', text);
    if (png !== undefined) {
      const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
      clipboard.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    }
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, data);
}

test('pictures come by key, paste and drop, have a width in mm, and stand on the page', async ({
  launch,
  folder,
}) => {
  const { app, page, close } = await launchNew(launch, folder);
  // Files are asked for only while someone listens; without this the first question may go to the system.
  page.on('filechooser', () => undefined);
  await completeFirstRun(page, false);
  await atDesk(app);
  await newNotice(page);
  await page.keyboard.insertText('江城市人民医院关于启用新门诊楼的通知');
  const body = page.getByRole('textbox', { name: '正文' });
  await body.click();
  await page.keyboard.insertText('新门诊楼各层示意图如下：');

  const wide = png(
    '示意图.png',
    makePng(1200, 500, (x, y) => (x % 100 < 4 || y % 100 < 4 ? 60 : 220)),
  );
  const chosen = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Shift+P');
  await (await chosen).setFiles(wide);
  const width = body.getByLabel('图片宽度（毫米）');
  // 1200 pixels at 300 dpi
  await expect(width).toHaveValue('101.6');
  await expect(body.getByRole('img')).toHaveJSProperty('naturalWidth', 1200);
  await width.fill('400');
  await width.press('Enter');
  await expect(width).toHaveValue('156');
  await width.fill('120');
  await width.press('Enter');

  // writing goes on below it
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('below');
  await expect(body.getByText('below')).toBeVisible();
  // a picture on the clipboard
  await paste(page, { png: makePng(300, 300, (x, y) => (x + y) % 255).toString('base64') });
  await expect(width).toHaveCount(2);
  await expect(width.nth(1)).toHaveValue('25.4');
  // dropped: a text is refused, a picture taken
  await body.evaluate((element) => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], '说明.txt', { type: 'text/plain' }));
    const { left, top } = element.getBoundingClientRect();
    element.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: files,
        bubbles: true,
        cancelable: true,
        clientX: left + 60,
        clientY: top + 20,
      }),
    );
  });
  await expect(page.getByText('只能插入 PNG 或 JPEG 图片，其他文件没有插入。')).toBeVisible();
  // damaged
  const damaged = png('坏图.png', makePng(40, 40).subarray(0, 60));
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '插入图片' }).click();
  await (await again).setFiles(damaged);
  await expect(page.getByText('这张图片打不开，可能已损坏。没有插入，请换一个文件。')).toBeVisible();
  await expect(width).toHaveCount(2);

  await expectSaved(page);
  expect(readdirSync(path.join(folder, 'data', 'files'))).toHaveLength(2);
  await page.waitForTimeout(900);
  await screenshot(page, 'pictures-text');
  expect(await axeViolations(app, page)).toEqual([]);
  await close();
});

test('a seal shows a picture only after being told what it is not', async ({ launch, folder }) => {
  const { app, page, close } = await launchNew(launch, folder);
  // Files are asked for only while someone listens; without this the first question may go to the system.
  page.on('filechooser', () => undefined);
  await completeFirstRun(page, false);
  await atDesk(app);
  await newNotice(page);
  await page.keyboard.insertText('江城市人民医院关于印发工作要点的通知');
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.insertText('现印发给你们，请遵照执行。');
  await page.getByLabel('成文日期').fill('2026-11-20');
  await page.getByRole('button', { name: '版式', exact: false }).last().click();
  const seal = png(
    '章.png',
    makePng(420, 420, (x, y) => (Math.abs(Math.hypot(x - 210, y - 210) - 195) < 10 ? 60 : 255)),
  );
  await page.getByRole('button', { name: '印章 1 选图片' }).click();
  const told = page.getByRole('dialog', { name: /没有法律效力/ });
  await expect(told).toBeVisible();
  await screenshot(page, 'seal-picture-told');
  const chosen = page.waitForEvent('filechooser');
  await told.getByRole('button', { name: '知道了，选图片' }).click();
  await (await chosen).setFiles(seal);
  await expect(page.getByRole('img', { name: '印章 1 的图片' })).toBeVisible();
  await expect(page.getByRole('note').filter({ hasText: '图片印章不具法律效力' })).toBeVisible();
  await page.getByLabel('印章 1 直径（毫米）').fill('40');
  await expectSaved(page);
  await page.waitForTimeout(900);
  await screenshot(page, 'seal-picture');
  expect(await axeViolations(app, page)).toEqual([]);
  await page.getByRole('button', { name: '印章 1 移除图片' }).click();
  await expect(page.getByRole('img', { name: '印章 1 的图片' })).toBeHidden();
  // told once is enough
  const second = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '印章 1 选图片' }).click();
  await second;
  await close();
});

test('a table from Excel, its widths; breaks of the title by key; joint issuers; format of a new 函', async ({
  launch,
  folder,
}) => {
  const { app, page, close } = await launchNew(launch, folder);
  // Files are asked for only while someone listens; without this the first question may go to the system.
  page.on('filechooser', () => undefined);
  await completeFirstRun(page, false);
  // 1920 × 1080 at 150 %
  await atDesk(app, 1280, 672);
  await newNotice(page);
  const title = page.getByLabel('标题', { exact: true });
  await title.fill('江城市人民医院关于进一步加强冬季呼吸道传染病防控工作的通知');
  await expect(page.getByRole('status', { name: '回行', exact: true })).toContainText('自动回行');
  await title.press('Alt+ArrowDown');
  await expect(title).toHaveValue(/\n/);
  await expect(page.getByRole('button', { name: /^✓.*(梯形|菱形)/ })).toHaveCount(1);
  await screenshot(page, 'title-breaks');
  await title.press('Alt+ArrowUp');
  await expect(title).toHaveValue('江城市人民医院关于进一步加强冬季呼吸道传染病防控工作的通知');
  // breaks of one's own are kept in the round
  const own = '江城市人民医院\n关于进一步加强冬季呼吸道传染病防控工作的通知';
  await title.fill(own);
  await title.press('Alt+ArrowDown');
  await expect(title).not.toHaveValue(own);
  await title.press('Alt+ArrowUp');
  await expect(title).toHaveValue(own);

  const body = page.getByRole('textbox', { name: '正文' });
  await body.click();
  await paste(page, { text: '科室\t人数\t金额（万元）\n内科\t28\t1,203.50\n外科\t31\t980.00\n' });
  await expect(body.getByRole('cell')).toHaveCount(9);
  await body.getByRole('cell', { name: '外科' }).click();
  await paste(page, { text: '骨科\t12\t77.10' });
  await expect(body.getByRole('cell', { name: '77.10' })).toBeVisible();
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByLabel('表题').fill('各科室经费');
  await page.getByLabel(/表头行数/).fill('1');
  await page
    .getByRole('button', { name: '均 分' })
    .or(page.getByRole('button', { name: '均分' }))
    .click();
  await expect(page.getByRole('status', { name: '列宽合计' })).toHaveText('合计 156／156 毫米');
  await page.getByLabel('第 1 列宽（毫米）').fill('400');
  await expect(page.getByRole('status', { name: '列宽合计' })).toHaveText('合计 156／156 毫米');
  await page.getByLabel('第 1 列宽（毫米）').fill('30');
  await expect(page.getByRole('status', { name: '列宽合计' })).toHaveText('合计 134／156 毫米');
  await page.waitForTimeout(700);
  await screenshot(page, 'table-settings');
  expect(await axeViolations(app, page)).toEqual([]);
  await page.keyboard.press('Escape');
  await body.getByRole('cell', { name: '内科' }).click();
  await page.waitForTimeout(300);
  // the tools of the text stand on one line
  const tops = await page
    .getByRole('toolbar', { name: '文字工具' })
    .locator(':scope > button')
    .evaluateAll((buttons) => [
      ...new Set(buttons.map((button) => Math.round(button.getBoundingClientRect().top))),
    ]);
  expect(tops).toHaveLength(1);

  await page.getByLabel('文种').click();
  await page.getByTitle('报告', { exact: true }).click();
  await page.getByLabel('发文机关', { exact: true }).fill('江城市人民医院\n江城市卫生健康委员会');
  await page.getByRole('radio', { name: '只用主办机关' }).check();
  await expect(page.getByLabel('机关标志', { exact: true })).toHaveValue('江城市人民医院');
  await page.getByRole('button', { name: /各机关各列一行/ }).click();
  await expect(page.getByRole('textbox', { name: /签发人 \d 姓名/ })).toHaveCount(2);
  // long names of bodies push nothing out of the form
  const form = page.locator('.gwt-form');
  expect(await form.evaluate((pane) => pane.scrollWidth - pane.clientWidth)).toBe(0);
  await page.waitForTimeout(700);
  await screenshot(page, 'joint-form');
  await page.getByRole('button', { name: '版式', exact: false }).last().click();
  await expect(page.getByLabel('印章 2 直径（毫米）')).toHaveValue('42');
  await page.getByLabel('印章 2 直径（毫米）').scrollIntoViewIfNeeded();
  await screenshot(page, 'joint-options');
  expect(await axeViolations(app, page)).toEqual([]);
  await expectSaved(page);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '发文', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: /新建公文/ });
  await dialog.getByRole('radio', { name: '函', exact: true }).check();
  await expect(dialog.getByRole('status', { name: '格式' })).toHaveText('格式：信函格式');
  await screenshot(page, 'new-letter');
  await dialog.getByRole('button', { name: /新建/ }).click();
  await expect(page.getByText('信函格式').first()).toBeVisible();
  await close();
});
