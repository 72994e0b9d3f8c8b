import { readFileSync, statSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttachmentWatch } from '../../electron/app/attachment-watch.ts';
import { storedFileResponse } from '../../electron/app/stored-file-response.ts';
import type { AttachmentOwner } from '../../shared/features/attachment.ts';
import { attachOne, docx, notice, rowOf } from './attachment-files.ts';
import { MAIN_FRAME, startProgram } from './harness.ts';
import type { Program } from './harness.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
let program: Program;
let owner: AttachmentOwner;
beforeEach(async () => {
  office = await startReceiving();
  ({ program } = office);
  owner = { ownerKind: 'incoming', ownerId: await office.register() };
});
afterEach(() => program.close());

const edited = () => docx(program, notice({ title: '关于开展汛期隐患排查整改的通知' }));

/** The program's watch with a clock of its own. */
function watchOf(watched: Program) {
  const clock = { now: 0 };
  const watch = new AttachmentWatch({
    session: watched.session,
    device: watched.services.device,
    takeBack: () => watched.dispatcher.call('attachment.takeBack', {}, MAIN_FRAME),
    changed: () => undefined,
    onProblem: (error) => {
      throw error;
    },
    now: () => clock.now,
  });
  const after = async (milliseconds: number) => {
    clock.now += milliseconds;
    await watch.look();
  };
  return { watch, after };
}

describe('a file opened in another program', () => {
  it('is a copy with a readable name; saved there it comes back as the next version', async () => {
    const first = await docx(program);
    const row = await attachOne(program, owner, '通知.docx', first);
    expect(await program.api.attachment.open({ id: row.id })).toEqual({ readOnly: false });
    const copy = program.opened[0] ?? '';
    expect(path.relative(program.dataFolder, copy)).toMatch(/^work[\\/].*收〔2026〕.*通知\.docx$/u);
    expect(readFileSync(copy).equals(Buffer.from(first))).toBe(true);
    // Opened again it is the same copy.
    await program.api.attachment.open({ id: row.id });
    expect(program.opened[1]).toBe(copy);
    expect(await program.api.attachment.takeBack({})).toEqual({ taken: 0 });

    writeFileSync(copy, await edited());
    // Two that ask at the same moment take it back once.
    const asked = await Promise.all([
      program.api.attachment.takeBack({}),
      program.api.attachment.takeBack({}),
    ]);
    expect(asked.map(({ taken }) => taken).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(program.progress.at(-1)).toMatchObject({
      job: 'attachment.notice',
      label: '“通知.docx”已收回为第 2 版。',
    });
    expect(await rowOf(program, owner, row.id)).toMatchObject({ version: 2, workCopy: true });
    expect((await program.api.attachment.text({ id: row.id })).text).toContain('隐患排查整改');
    expect(await program.api.attachment.takeBack({})).toEqual({ taken: 0 });

    const versions = await program.api.attachment.versions({ id: row.id });
    expect(versions.map(({ version, source, current }) => [version, source, current])).toEqual([
      [2, 'workCopy', true],
      [1, 'chosen', false],
    ]);
    await program.api.attachment.endWork({ id: row.id });
    expect((await rowOf(program, owner, row.id)).workCopy).toBe(false);
  });

  it('an older version becomes the newest again, and can be opened to look at', async () => {
    const first = await docx(program);
    const row = await attachOne(program, owner, '通知.docx', first);
    await program.api.attachment.open({ id: row.id });
    writeFileSync(program.opened[0] ?? '', await edited());
    await program.api.attachment.takeBack({});
    const { rowVersion } = await rowOf(program, owner, row.id);
    await program.api.attachment.makeCurrent({ id: row.id, rowVersion, version: 1 });
    expect(await rowOf(program, owner, row.id)).toMatchObject({ version: 3 });
    expect((await program.api.attachment.text({ id: row.id })).text).not.toContain('隐患排查整改');
    // Opened again it is that content, on a copy of its own.
    await program.api.attachment.open({ id: row.id });
    expect(readFileSync(program.opened[1] ?? '').equals(Buffer.from(first))).toBe(true);
    await program.api.attachment.openVersion({ id: row.id, version: 2 });
    const looked = program.opened.at(-1) ?? '';
    expect(path.basename(looked)).toBe('通知（第2版，只供查看）.docx');
    expect(statSync(looked).mode & 0o222).toBe(0);
  });

  it('is taken back once it is complete: not while it is being written, later while it is still open', async () => {
    const row = await attachOne(program, owner, '说明.txt', '一');
    await program.api.attachment.open({ id: row.id });
    const copy = program.opened[0] ?? '';
    const version = async () => (await rowOf(program, owner, row.id)).version;
    const { after } = watchOf(program);
    await after(0);
    writeFileSync(copy, '一二');
    await after(1500);
    writeFileSync(copy, '一二三');
    await after(1500);
    await after(1500);
    expect(await version()).toBe(1);
    await after(1500);
    expect(await version()).toBe(2);
    // The file that WPS and Word leave beside an open one.
    writeFileSync(path.join(path.dirname(copy), `~$${path.basename(copy)}`), '');
    writeFileSync(copy, '一二三四');
    await after(1500);
    await after(10_000);
    expect(await version()).toBe(2);
    await expect(program.api.attachment.endWork({ id: row.id })).rejects.toMatchObject({
      code: 'FILE_IN_USE',
    });
    await after(10_000);
    await after(1500);
    expect(await version()).toBe(3);
    expect((await program.api.attachment.text({ id: row.id })).text).toBe('一二三四');
  });

  it('what was saved while the program was closed is found at the next start', async () => {
    const row = await attachOne(program, owner, '说明.txt', '一');
    await program.api.attachment.open({ id: row.id });
    const copy = program.opened[0] ?? '';
    await program.session.close();
    writeFileSync(copy, '改过了');
    const next = await startProgram({ folder: program.folder, reopen: true });
    try {
      const { watch, after } = watchOf(next);
      await watch.start();
      watch.stop();
      await after(2500);
      expect(await rowOf(next, owner, row.id)).toMatchObject({ version: 2 });
      expect(next.progress.at(-1)?.label).toContain('第 2 版');
    } finally {
      await next.close();
    }
  });

  it('a mark of a state secret written there is not taken; the person is told, the copy stays', async () => {
    const row = await attachOne(program, owner, '说明.txt', '一');
    await program.api.attachment.open({ id: row.id });
    const copy = program.opened[0] ?? '';
    writeFileSync(copy, '机密★10年\n说明');
    expect(await program.api.attachment.takeBack({})).toEqual({ taken: 0 });
    expect(program.progress.at(-1)?.label).toContain('国家秘密标志');
    expect((await rowOf(program, owner, row.id)).version).toBe(1);
    expect(existsSync(copy)).toBe(true);
  });

  it('what the system would run is kept, but not opened, whatever its name pretends', async () => {
    for (const name of ['通知.pdf.exe', '通知.lnk', '通知.js. ']) {
      const row = await attachOne(program, owner, name, `内容 ${name}`);
      await expect(program.api.attachment.open({ id: row.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(program.api.attachment.openVersion({ id: row.id, version: 1 })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(program.opened).toEqual([]);
    expect(existsSync(path.join(program.dataFolder, 'work'))).toBe(false);
    const token = program.services.paths.issue(path.join(program.folder, '拖入的.exe'));
    await expect(program.api.document.openExported({ token, how: 'open' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

const ask = async (url: string, range?: string) => {
  const request = new Request(`app://main${url}`, range === undefined ? {} : { headers: { range } });
  return storedFileResponse(request, program.session, { 'X-Test': '1' });
};

describe('the bytes that the page shows', () => {
  it('come whole or in part, by the id of the row', async () => {
    const bytes = await docx(program);
    const { url } = await attachOne(program, owner, '通知.docx', bytes);
    const whole = await ask(url);
    expect(whole?.status).toBe(200);
    expect(whole?.headers.get('content-type')).toBe('application/octet-stream');
    expect(whole?.headers.get('x-test')).toBe('1');
    expect(Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer()).equals(Buffer.from(bytes))).toBe(
      true,
    );
    const part = await ask(url, 'bytes=10-19');
    expect(part?.status).toBe(206);
    expect(part?.headers.get('content-range')).toBe(`bytes 10-19/${bytes.length}`);
    expect(
      Buffer.from((await part?.arrayBuffer()) ?? new ArrayBuffer()).equals(
        Buffer.from(bytes.subarray(10, 20)),
      ),
    ).toBe(true);
    expect((await ask(url, `bytes=${bytes.length}-`))?.status).toBe(416);
    expect((await ask(url, 'bytes=-5'))?.headers.get('content-length')).toBe('5');
  });

  it('nothing else is served', async () => {
    const { url } = await attachOne(program, owner, '通知.txt', '一');
    expect((await ask(url.replace(/\d+$/u, '9')))?.status).toBe(404);
    expect((await ask('/stored/00000000-0000-7000-8000-000000000000/1'))?.status).toBe(404);
    expect(await ask('/index.html')).toBeUndefined();
    expect(await ask('/stored/../files/x')).toBeUndefined();
  });
});
