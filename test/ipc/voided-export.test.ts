import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stemOf } from '../../electron/features/document/file-names.ts';
import { draftOf, numberDraft, setUp, startProgram, voidNumber } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

describe('a voided document', () => {
  let id: string;
  beforeEach(async () => {
    const draft = await draftOf(program, '关于作废的通知');
    ({ id } = draft);
    await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
    const { rowVersion } = await program.api.outgoing.get({ id });
    await voidNumber(program, { id, rowVersion, reason: '内容有误' });
    program.printers.push({ name: 'copier', displayName: '文印室', description: '' });
  });
  const refused = { code: 'NOT_ALLOWED_IN_STATE', message: expect.stringContaining('作废') };
  const order = { job: 'job-1', printer: 'copier', copies: 1, duplex: 'simplex' as const, ranges: [] };

  it('is neither exported nor printed before the person was told', async () => {
    const events = await program.api.outgoing.history({ id });
    const target = path.join(program.folder, '作废.pdf');
    program.answers.push(target);
    await expect(program.api.document.exportFiles({ id, kinds: ['pdf'] })).rejects.toMatchObject(refused);
    await expect(program.api.document.print({ id })).rejects.toMatchObject(refused);
    await expect(program.api.document.printTo({ id, ...order })).rejects.toMatchObject(refused);
    expect(program.answers).toEqual([target]);
    expect(readdirSync(program.folder)).not.toContain('作废.pdf');
    expect([program.printed, program.jobs]).toEqual([[], []]);
    expect(await program.api.outgoing.history({ id })).toEqual(events);
  });

  it('then leaves with 作废 in its name and in the history', async () => {
    const told = { id, voidedAcknowledged: true };
    program.answers.push(path.join(program.folder, '作废.pdf'));
    const result = await program.api.document.exportFiles({ ...told, kinds: ['pdf'] });
    expect(result?.files).toHaveLength(1);
    await program.api.document.print(told);
    await program.api.document.printTo({ ...told, ...order });
    expect(program.jobs.map(({ jobName }) => jobName)).toEqual(['临建发〔2026〕1号 关于作废的通知（作废）']);
    const summaries = (await program.api.outgoing.history({ id })).map(({ summary }) => summary);
    expect(summaries.filter((summary) => summary.includes('作废件'))).toHaveLength(3);
  });
});

it('the proposed name says that a document is void', () => {
  const named = { documentNumber: '临建发〔2026〕1号', title: '关于作废\n的通知' };
  expect(stemOf({ ...named, voided: true })).toBe('临建发〔2026〕1号 关于作废的通知（作废）');
  expect(stemOf({ ...named, voided: false })).toBe('临建发〔2026〕1号 关于作废的通知');
  const long = stemOf({ ...named, title: '很长'.repeat(100), voided: true });
  expect(Buffer.byteLength(`${long}.docx`)).toBeLessThan(255);
  expect(long.endsWith('（作废）')).toBe(true);
});

describe('exporting where nothing can be written', () => {
  it.each([
    ['a folder that is gone', () => undefined],
    [
      'what is a file meanwhile',
      (folder: string) => {
        writeFileSync(folder, '');
      },
    ],
  ])('%s: says so and keeps nothing of it', async (_what, instead) => {
    const { id } = await draftOf(program, '关于优盘的通知');
    const folder = path.join(program.folder, '优盘');
    mkdirSync(folder);
    rmSync(folder, { recursive: true });
    instead(folder);
    program.answers.push(path.join(folder, '通知.docx'));
    await expect(program.api.document.exportFiles({ id, kinds: ['docx', 'pdf'] })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: '文件夹不存在或已断开（U盘是否已拔出？），没有导出。请另选位置再导出。',
    });
    expect(program.services.device.get('exportFolder')).toBeNull();
  });

  it.skipIf(process.platform !== 'linux')('a folder closed to everyone: says that one may not', async () => {
    const { id } = await draftOf(program, '关于权限的通知');
    // The system lets nobody create files in /sys, not even its administrator.
    program.answers.push('/sys/kernel/通知.pdf');
    await expect(program.api.document.exportFiles({ id, kinds: ['pdf'] })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('不允许写入'),
    });
  });
});
