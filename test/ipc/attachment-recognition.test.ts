import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentOwner } from '../../shared/features/attachment.ts';
import { makePng } from '../make-png.ts';
import {
  attach,
  attachOne,
  notice,
  picturePdf,
  rowOf,
  scanOf,
  TITLE,
  writeFile,
} from './attachment-files.ts';
import type { Program } from './harness.ts';
import { startReceiving } from './incoming-office.ts';

let program: Program;
let owner: AttachmentOwner;
beforeEach(async () => {
  const office = await startReceiving();
  ({ program } = office);
  owner = { ownerKind: 'incoming', ownerId: await office.register() };
});
afterEach(() => program.close());

const textOf = (id: string) => program.api.attachment.text({ id });

describe('recognition of a scan, on this computer', () => {
  it('reads the title and the body of a scanned page, for search too', async () => {
    const row = await attachOne(program, owner, '扫描0001.webp', await scanOf(notice(), 'webp'));
    expect(row).toMatchObject({ view: 'image', role: 'scan', text: { state: 'empty' } });
    const report = await program.api.attachment.recognise({ id: row.id, job: 'r' });
    expect(report).toMatchObject({ pages: 1, blank: [] });
    const read = await textOf(row.id);
    expect(read).toMatchObject({ state: 'ready', source: 'ocr' });
    expect(read.text.replaceAll('\n', '')).toContain(TITLE);
    expect(read.text).toContain('请各单位于汛期前完成隐患排查');
    const { searchText } = await program.session.database.read
      .selectFrom('fileText')
      .select('searchText')
      .where('source', '=', 'ocr')
      .executeTakeFirstOrThrow();
    expect(searchText).toContain('隐患排查');
  });

  it('page by page of a PDF that is all pictures; progress only grows; blank pages are told', async () => {
    const blank = makePng(40, 40);
    const bytes = await picturePdf([await scanOf(), blank]);
    const row = await attachOne(program, owner, '扫描.pdf', bytes);
    expect(row).toMatchObject({ view: 'pdf', text: { state: 'empty', pageCount: 2 } });
    await program.api.attachment.recognise({ id: row.id, job: 'r' });
    const read = await textOf(row.id);
    expect(read.text.replaceAll(/\s/gu, '')).toContain(TITLE);
    const steps = program.progress.filter(({ job }) => job === 'r').map(({ done, total }) => done / total);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('is stopped at once; nothing has changed then', async () => {
    const row = await attachOne(
      program,
      owner,
      '扫描.pdf',
      await picturePdf([await scanOf(), await scanOf(), await scanOf()]),
    );
    const running = program.api.attachment.recognise({ id: row.id, job: 'stop' });
    const outcome = expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await wait(300);
    await program.api.attachment.cancel({ job: 'stop' });
    await outcome;
    // Not at the end of its pages: the last one was never begun.
    const seen = program.progress.filter(({ job }) => job === 'stop');
    expect(seen.every(({ done, total }) => done < total)).toBe(true);
    expect(await rowOf(program, owner, row.id)).toMatchObject({ text: { state: 'empty' } });
  });

  it('a mark found then takes the file out of everything, and says what to do', async () => {
    const secret = notice({ secrecy: '机密', secrecyTerm: '10年', copyNumber: '000001' });
    const bytes = await scanOf(secret);
    const row = await attachOne(program, owner, '扫描0002.png', bytes);
    await program.session.backUp('manual');
    await expect(program.api.attachment.recognise({ id: row.id, job: 'r' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('保密工作机构'),
    });
    const after = await rowOf(program, owner, row.id);
    expect(after).toMatchObject({ state: 'quarantined', name: '（已隔离）.png', present: false });
    await expect(textOf(row.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(program.api.attachment.open({ id: row.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(readdirSync(path.join(program.dataFolder, 'files'))).toEqual([]);
    expect(readdirSync(path.join(program.dataFolder, 'backups', 'files'))).toEqual([]);
    expect(readdirSync(path.join(program.dataFolder, 'quarantine'))).toHaveLength(2);
    // Neither a later backup nor a second try brings it back.
    await program.session.backUp('manual');
    await program.session.recoverFiles();
    expect(existsSync(path.join(program.dataFolder, 'backups', 'files'))).toBe(true);
    expect(readdirSync(path.join(program.dataFolder, 'files'))).toEqual([]);
    const [again] = await attach(program, owner, [writeFile(program, '又一份.png', bytes)]);
    expect(again).toMatchObject({ outcome: 'refused', message: expect.stringContaining('隔离') });
  });
});
