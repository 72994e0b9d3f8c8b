import path from 'node:path';
import { expect, test } from './launch.ts';
import { completeFirstRun, expectSaved, launchNew, newNotice } from './office.ts';

/** Nothing a person typed is lost: not by a kill, not by closing, not by starting twice. */

test('five seconds after typing, kill -9 loses nothing; the program comes back where it was', async ({
  folder,
  launch,
}) => {
  const first = await launchNew(launch, folder);
  await completeFirstRun(first.page, false);
  await newNotice(first.page);
  await first.page.getByLabel('标题', { exact: true }).focus();
  await first.page.keyboard.insertText('江城市人民医院关于断电演练的通知');
  await first.page.waitForTimeout(5200);
  await first.kill();

  const second = await launchNew(launch, folder);
  await expect(second.page.getByLabel('标题', { exact: true })).toHaveValue(
    '江城市人民医院关于断电演练的通知',
  );
});

test('closing at once after typing loses nothing either', async ({ folder, launch }) => {
  const first = await launchNew(launch, folder);
  await completeFirstRun(first.page, false);
  await newNotice(first.page);
  await first.page.getByLabel('标题', { exact: true }).focus();
  await first.page.keyboard.insertText('江城市人民医院关于下班关机的通知');
  await first.close();

  const second = await launchNew(launch, folder);
  await expect(second.page.getByLabel('标题', { exact: true })).toHaveValue(
    '江城市人民医院关于下班关机的通知',
  );
});

test('a second start hands over to the first', async ({ folder, launch }) => {
  const first = await launchNew(launch, folder);
  await completeFirstRun(first.page, false);
  await newNotice(first.page);
  await expect(launch({ userDataDir: path.join(folder, 'profile') })).rejects.toThrow();
  await first.page.getByLabel('标题', { exact: true }).focus();
  await first.page.keyboard.insertText('江城市人民医院关于重复启动的通知');
  await expectSaved(first.page);
});

test('filters of the list survive a restart', async ({ folder, launch }) => {
  const first = await launchNew(launch, folder);
  await completeFirstRun(first.page, true);
  await first.page.getByLabel('按文字筛选').fill('请示');
  await expect(first.page.getByRole('status', { name: '件数' })).toContainText('已筛选');
  const count = await first.page.getByRole('status', { name: '件数' }).textContent();
  await first.page.waitForTimeout(1000);
  await first.close();

  const second = await launchNew(launch, folder);
  await expect(second.page.getByRole('status', { name: '件数' })).toHaveText(count ?? '');
});
