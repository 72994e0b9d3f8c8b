import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, screenshot, test } from './launch.ts';
import { completeFirstRun, expectSaved, launchNew, newNotice } from './office.ts';

/** What happens when the disk has eaten a part of the data, or a newer program has been there. */

const TITLE = '江城市人民医院关于数据恢复演练的通知';
const PAGE_SIZE = 4096;

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const dataFile = (folder: string) => path.join(folder, 'data', 'gongwentai.db');

/** An office with the sample, one more document and a backup of it all; closed. */
async function officeWithBackup(launch: Parameters<typeof launchNew>[0], folder: string): Promise<void> {
  const first = await launchNew(launch, folder);
  await completeFirstRun(first.page, true);
  await newNotice(first.page);
  await first.page.getByLabel('标题', { exact: true }).focus();
  await first.page.keyboard.insertText(TITLE);
  await expectSaved(first.page);
  await first.page.evaluate(() => window.app.invoke('system.backupNow', undefined));
  await first.close();
}

/** Overwrites pages in the middle of the closed file, as a failing disk would. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / PAGE_SIZE / 2);
  bytes.fill(0xa5, middle * PAGE_SIZE, (middle + 1) * PAGE_SIZE);
  writeFileSync(file, bytes);
}

test('a damaged file: the program says so, keeps it, and the newest backup brings the documents back', async ({
  folder,
  launch,
}) => {
  await officeWithBackup(launch, folder);
  damage(dataFile(folder));
  const damagedHash = sha256(dataFile(folder));

  const second = await launchNew(launch, folder);
  await expect(second.page.getByRole('heading', { name: '数据没有打开' })).toBeVisible();
  await expect(second.page.getByRole('alert').first()).toContainText('数据文件有损坏');
  await expect(second.page.getByRole('button', { name: '抢救可读的内容…' })).toBeVisible();
  await screenshot(second.page, 'damaged');
  expect(sha256(dataFile(folder))).toBe(damagedHash);

  // No second program may come up by itself in the middle of the test.
  await second.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  await second.page
    .getByRole('button', { name: /^恢复到/ })
    .first()
    .click();
  // It ends by itself, to start anew; the test starts it by hand, in the same profile.
  const program = second.app.process();
  await second.page.getByRole('button', { name: '恢复并重新打开' }).click();
  await expect.poll(() => program.exitCode ?? program.signalCode, { timeout: 30_000 }).toBe(0);
  const aside = readdirSync(path.join(folder, 'data')).find(
    (name) => name.includes('.replaced-') && name.endsWith('.db'),
  );
  expect(sha256(path.join(folder, 'data', aside ?? 'none'))).toBe(damagedHash);

  const third = await launchNew(launch, folder);
  await expect(third.page.getByLabel('标题', { exact: true })).toHaveValue(TITLE);
  await third.close();
});

test('a file of a newer program: said on the screen, not a byte written', async ({ folder, launch }) => {
  await officeWithBackup(launch, folder);
  const bytes = readFileSync(dataFile(folder));
  // user_version in the header of the file (https://www.sqlite.org/fileformat.html, 1.3).
  bytes.writeUInt32BE(999_999, 60);
  writeFileSync(dataFile(folder), bytes);
  const before = sha256(dataFile(folder));

  const second = await launchNew(launch, folder);
  await expect(second.page.getByRole('alert').first()).toContainText('更新版本的公文台');
  await expect(second.page.getByRole('button', { name: '抢救可读的内容…' })).toHaveCount(0);
  await screenshot(second.page, 'too-new');
  await second.close();
  expect(sha256(dataFile(folder))).toBe(before);
  expect(readdirSync(path.join(folder, 'data')).filter((name) => /-(?:wal|shm|journal)$/.test(name))).toEqual(
    [],
  );
});
