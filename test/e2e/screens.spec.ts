import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';
import { visit } from './visit.ts';

test('every screen fits, and axe finds nothing', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const { app, page } = await launchNew(launch, folder);
  await visit(app, page, 'first-run');
  await page.getByLabel('单位名称').focus();
  await completeFirstRun(page, true);
  await expect(page.getByRole('status', { name: '件数' })).toContainText('共');
  await visit(app, page, 'outgoing');

  await page.getByRole('grid', { name: '发文列表' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('img', { name: /首页/ })).toBeVisible();
  await visit(app, page, 'outgoing-peek');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: /首页/ })).toHaveCount(0);

  await page
    .getByRole('row', { name: /医疗质量/ })
    .first()
    .dblclick();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await visit(app, page, 'editor');
  for (const key of ['F7', 'F8', 'F9', 'F10']) await page.keyboard.press(key);
  await page.getByRole('img', { name: '第 1 页' }).hover();
  await visit(app, page, 'editor-overlays');
  for (const key of ['F7', 'F8', 'F9', 'F10']) await page.keyboard.press(key);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印' })).toBeVisible();
  await visit(app, page, 'print');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F4');
  await expect(page.getByRole('group', { name: '下一步' })).toBeVisible();
  await visit(app, page, 'outgoing-flow');

  await page.getByRole('link', { name: '工作台' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await visit(app, page, 'desk');

  await page.getByRole('link', { name: '设置' }).click();
  const entries = page.getByRole('navigation', { name: '设置分类' }).getByRole('link');
  await expect(entries.first()).toBeVisible();
  for (let index = 0; index < (await entries.count()); index += 1) {
    await entries.nth(index).click();
    await page.waitForTimeout(300);
    await visit(app, page, `settings-${index + 1}`);
  }
});
