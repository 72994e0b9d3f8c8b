import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { answerSaveDialog, expect, screenshot, test } from './launch.ts';
import { completeFirstRun, expectSaved, launchNew, newNotice } from './office.ts';

const TITLE = '江城市人民医院关于启用公文台的通知';

test('the packed program writes a document, renders it and has it again after a restart', async ({
  folder,
  launch,
}) => {
  const first = await launchNew(launch, folder, { packed: true });
  const program = await first.app.evaluate(({ app }) => ({ packed: app.isPackaged, root: app.getAppPath() }));
  expect(program.packed).toBe(true);
  expect(path.basename(program.root)).toBe('app.asar');

  await completeFirstRun(first.page, false);
  await newNotice(first.page);
  await first.page.getByLabel('标题', { exact: true }).focus();
  await first.page.keyboard.insertText(TITLE);
  await expect(first.page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await expectSaved(first.page);
  await screenshot(first.page, 'packed-editor');

  const file = path.join(folder, '通知.pdf');
  await answerSaveDialog(first.app, file);
  await first.page.keyboard.press('Control+e');
  await first.page.getByRole('button', { name: /PDF/ }).last().click();
  await expect(first.page.getByText(/已导出/)).toBeVisible({ timeout: 20_000 });
  expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await first.close();

  const second = await launchNew(launch, folder, { packed: true });
  await expect(second.page.getByLabel('标题', { exact: true })).toHaveValue(TITLE);
  await expect(second.page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await second.close();
});

/** A release differs in one: EnableNodeCliInspectArguments is off there. Here Playwright needs it. */
const FUSES: readonly (readonly [FuseV1Options, FuseState])[] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.ENABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

test('the packed program has its fuses as they should be', async () => {
  const wire = await getCurrentFuseWire(process.env['GONGWENTAI_E2E_PACKED'] ?? '');
  const found = FUSES.map(([fuse]) => [FuseV1Options[fuse], wire[fuse]]);
  expect(found).toEqual(FUSES.map(([fuse, state]) => [FuseV1Options[fuse], state]));
});
