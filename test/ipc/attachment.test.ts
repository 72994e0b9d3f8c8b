import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentOwner } from '../../shared/features/attachment.ts';
import { attach, attachOne, docx, notice, pdf, rowOf, TITLE, writeFile } from './attachment-files.ts';
import { dumpTables } from './harness.ts';
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

const stored = () => {
  const folder = path.join(program.dataFolder, 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const textOf = (id: string) => program.api.attachment.text({ id });

/** “关于开展安全生产检查的通知，各科室：请于本月底前完成自查。” as Chinese Windows programs write it. */
const GB18030 = Buffer.from(
  'b9d8d3dabfaad5b9b0b2c8abc9fab2fabcecb2e9b5c4cda8d6aa0d0ab8f7bfc6cad2a3bac7ebd3dab1bed4c2b5d7c7b0cdeab3c9d7d4b2e9a1a3',
  'hex',
);

const refused = async (name: string, bytes: Uint8Array | string) => {
  const before = await dumpTables(program);
  const files = stored();
  const [added] = await attach(program, owner, [writeFile(program, name, bytes)]);
  expect(added).toMatchObject({ outcome: 'refused', id: null });
  expect(added?.message).toContain('保密工作机构');
  expect(await dumpTables(program)).toEqual(before);
  expect(stored()).toEqual(files);
};

describe('adding files', () => {
  it('reads the text of DOCX, PDF and GB 18030 text and keeps each file under its hash', async () => {
    const files = [
      writeFile(program, '通知.docx', await docx(program)),
      writeFile(program, '附件1.pdf', await pdf(program)),
      writeFile(program, '说明.txt', GB18030),
    ];
    const added = await attach(program, owner, files);
    expect(added.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
    const { items, readOnly } = await program.api.attachment.list(owner);
    expect(readOnly).toBeNull();
    expect(items.map(({ name, role, view }) => [name, role, view])).toEqual([
      ['通知.docx', 'main', 'text'],
      ['附件1.pdf', 'annex', 'pdf'],
      ['说明.txt', 'annex', 'text'],
    ]);
    const [word, paper, note] = await Promise.all(items.map(({ id }) => textOf(id)));
    for (const read of [word, paper]) {
      expect(read?.state).toBe('ready');
      expect(read?.text).toContain(TITLE);
      expect(read?.text).toContain('江政办发〔2026〕31号');
    }
    expect(note?.text).toBe('关于开展安全生产检查的通知\r\n各科室：请于本月底前完成自查。');
    expect(stored().filter((name) => /^[0-9a-f]{64}\.bin$/u.test(name))).toHaveLength(3);
    const search = await program.session.database.read
      .selectFrom('fileText')
      .select('searchText')
      .where('searchText', 'like', `%${TITLE}%`)
      .execute();
    expect(search).toHaveLength(2);
    const history = await program.api.incoming.history({ id: owner.ownerId });
    expect(history.map(({ summary }) => summary)).toContain('添加附件“附件1.pdf”');
  });

  it('tells of the same content once, stores it once, shows it twice only if wanted', async () => {
    const bytes = await pdf(program);
    const files = [writeFile(program, '通知.pdf', bytes), writeFile(program, '通知（副本）.pdf', bytes)];
    const added = await attach(program, owner, files);
    expect(added.map(({ outcome }) => outcome)).toEqual(['added', 'same']);
    expect(added[1]?.message).toContain('通知.pdf');
    const again = await attach(program, owner, files.slice(1), true);
    expect(again[0]?.outcome).toBe('added');
    expect((await program.api.attachment.list(owner)).items).toHaveLength(2);
    expect(stored()).toHaveLength(1);
    // Another item is not asked about it.
    const other = {
      ownerKind: 'incoming',
      ownerId: await office.register({ title: '另一件', documentNumber: '' }),
    } as const;
    expect((await attach(program, other, files.slice(0, 1)))[0]?.outcome).toBe('added');
    expect(stored()).toHaveLength(1);
  });

  it('each file stands for itself: an empty or too large one is refused with the reason', async () => {
    const large = writeFile(program, '录像.mp4', 'x');
    truncateSync(large, 500 * 1024 * 1024 + 1);
    const added = await attach(program, owner, [
      writeFile(program, '空.docx', ''),
      large,
      writeFile(program, '清单.txt', '一二三'),
    ]);
    expect(added.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'added']);
    expect(added[0]?.message).toContain('0 字节');
    expect(added[1]?.message).toContain('500 MB');
  });

  it('pasted bytes are kept in memory until they are added', async () => {
    const offered = await program.api.attachment.hold({ name: '截图.txt', bytes: Buffer.from('会议签到') });
    expect(stored()).toEqual([]);
    const add = () =>
      program.api.attachment.add({
        owner,
        tokens: [offered.token],
        source: 'pasted',
        allowSame: false,
        job: 'j',
      });
    expect((await add())[0]?.outcome).toBe('added');
    // Once only.
    expect((await add())[0]).toMatchObject({ outcome: 'refused' });
  });

  it('a damaged PDF is kept and said to be unreadable; an old WPS file is said not to be read', async () => {
    const broken = await attachOne(program, owner, '坏.pdf', '%PDF-1.7 nothing follows');
    expect(broken.text).toMatchObject({ state: 'failed' });
    const old = await attachOne(program, owner, '旧.wps', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'));
    expect(old).toMatchObject({ view: 'none', text: { state: 'unsupported' } });
    // Recognition is for scans.
    await expect(program.api.attachment.recognise({ id: old.id, job: 'r' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('a file whose row could not be written is harmless and is used the next time', async () => {
    const bytes = await docx(program);
    await program.session.database.exclusively((raw) => {
      raw.exec(
        "CREATE TRIGGER broken BEFORE INSERT ON attachmentVersion BEGIN SELECT RAISE(ABORT, 'power cut'); END",
      );
    });
    await expect(attachOne(program, owner, '通知.docx', bytes)).rejects.toThrow();
    expect(stored()).toHaveLength(1);
    expect((await program.api.attachment.list(owner)).items).toEqual([]);
    await program.session.database.exclusively((raw) => {
      raw.exec('DROP TRIGGER broken');
    });
    await attachOne(program, owner, '通知.docx', bytes);
    expect(stored()).toHaveLength(1);
  });

  it('what an earlier run did not finish writing goes; whole files stay even when nothing names them', async () => {
    const folder = path.join(program.dataFolder, 'files');
    await attachOne(program, owner, '一.txt', '一');
    const orphan = `${'a'.repeat(64)}.bin`;
    writeFileSync(path.join(folder, orphan), 'kept');
    writeFileSync(path.join(folder, `${'b'.repeat(64)}.bin.999999-abc.tmp`), 'half');
    await program.session.recoverFiles();
    expect(stored().some((name) => name.endsWith('.tmp'))).toBe(false);
    expect(stored()).toContain(orphan);
  });
});

describe('the classified line', () => {
  it('a mark in the name, in the text or in the head of a paper: nothing is written anywhere', async () => {
    await refused('（机密）方案.txt', '内容');
    await refused('方案.txt', '机密★10年\r\n方案');
    const secret = notice({ secrecy: '机密', secrecyTerm: '10年', copyNumber: '000001' });
    await refused('红头.pdf', await pdf(program, secret));
    await refused('红头.docx', await docx(program, secret));
  });

  it('papers that speak of secrets are taken, 工作秘密 is taken and marked', async () => {
    const law = notice({ title: '关于学习贯彻保守国家秘密法的通知' });
    await attachOne(program, owner, '关于学习贯彻保守国家秘密法的通知.pdf', await pdf(program, law));
    const row = await attachOne(program, owner, '名单.txt', '工作秘密★3年\n名单');
    expect(row.secrecy).toBe('工作秘密');
  });

  it('a mark cannot come in by the name afterwards', async () => {
    const { id, rowVersion } = await attachOne(program, owner, '方案.txt', '内容');
    await expect(program.api.attachment.change({ id, rowVersion, name: '机密★10年' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('the list of an item', () => {
  it('renames without touching the extension, changes 类别, refuses a stale change', async () => {
    const { id, rowVersion } = await attachOne(program, owner, '扫描0001.txt', '一');
    await program.api.attachment.change({ id, rowVersion, name: '来文正文', role: 'main', secrecy: '内部' });
    expect(await rowOf(program, owner, id)).toMatchObject({
      name: '来文正文.txt',
      role: 'main',
      secrecy: '内部',
    });
    await expect(program.api.attachment.change({ id, rowVersion, name: '别的' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('keeps the order the person gives it; a deleted one comes back at the end', async () => {
    for (const name of ['甲.txt', '乙.txt', '丙.txt']) await attachOne(program, owner, name, name);
    const names = async () => (await program.api.attachment.list(owner)).items.map(({ name }) => name);
    const [first, , third] = (await program.api.attachment.list(owner)).items;
    await program.api.attachment.move({ id: third?.id ?? '', by: -1 });
    await program.api.attachment.move({ id: first?.id ?? '', by: -1 });
    expect(await names()).toEqual(['甲.txt', '丙.txt', '乙.txt']);
    await program.api.attachment.void({
      id: first?.id ?? '',
      rowVersion: first?.rowVersion ?? 0,
      reason: '传错了',
    });
    expect(await names()).toEqual(['丙.txt', '乙.txt']);
    const [gone] = (await program.api.attachment.list(owner)).voided;
    expect(gone).toMatchObject({ name: '甲.txt', voidReason: '传错了' });
    await program.api.attachment.restore({ id: gone?.id ?? '', rowVersion: gone?.rowVersion ?? 0 });
    expect(await names()).toEqual(['丙.txt', '乙.txt', '甲.txt']);
    expect(stored()).toHaveLength(3);
  });

  it('of an archived item is only looked at', async () => {
    const row = await attachOne(program, owner, '通知.txt', '一');
    await program.session.database.exclusively((raw) => {
      raw.prepare("UPDATE incoming SET state = 'archived' WHERE id = ?").run(owner.ownerId);
    });
    expect((await program.api.attachment.list(owner)).readOnly).toContain('已归档');
    const [added] = await attach(program, owner, [writeFile(program, '后来.txt', '二')]);
    expect(added?.message).toContain('已归档');
    await expect(
      program.api.attachment.void({ id: row.id, rowVersion: row.rowVersion, reason: '误传' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    expect(await program.api.attachment.open({ id: row.id })).toEqual({ readOnly: true });
    expect((await program.api.attachment.list(owner)).items[0]?.workCopy).toBe(false);
  });

  it('an item that is not there has none', async () => {
    await expect(
      program.api.attachment.list({ ownerKind: 'matter', ownerId: 'nowhere' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('backups', () => {
  it('hold the files; restoring brings back what is missing', async () => {
    const row = await attachOne(program, owner, '通知.pdf', await pdf(program));
    const [file = ''] = stored();
    const backup = await program.session.backUp('manual');
    expect(readdirSync(path.join(program.dataFolder, 'backups', 'files'))).toEqual([file]);
    rmSync(path.join(program.dataFolder, 'files', file));
    expect((await rowOf(program, owner, row.id)).present).toBe(false);
    expect(await program.session.restore(backup.id)).toEqual([]);
    expect(stored()).toEqual([file]);
  });

  it('put a damaged file right when it is opened; without one it is said', async () => {
    const row = await attachOne(program, owner, '通知.pdf', await pdf(program));
    const file = path.join(program.dataFolder, 'files', stored()[0] ?? '');
    const whole = readFileSync(file);
    await program.session.backUp('manual');
    writeFileSync(file, whole.subarray(0, 100));
    await program.api.attachment.open({ id: row.id });
    expect(readFileSync(file).equals(whole)).toBe(true);
    expect(readFileSync(program.opened[0] ?? '').equals(whole)).toBe(true);
    rmSync(file);
    rmSync(path.join(program.dataFolder, 'backups', 'files'), { recursive: true });
    await expect(program.api.attachment.openVersion({ id: row.id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the scanner’s folder', () => {
  it('offers complete files only, and each once', async () => {
    const file = writeFile(program, 'scan0001.txt', '扫描内容');
    writeFile(program, 'scan0002.pdf.part', '还在写');
    const folder = path.dirname(file);
    program.answers.push(folder);
    // The clock of the test stands before the time the file was written at.
    expect((await program.api.attachment.chooseScanFolder({})).folder).toBe('我的文件');
    program.clock.now = Date.now() + 1000;
    expect((await program.api.attachment.scanFolder({})).files).toEqual([]);
    program.clock.now = Date.now() + 10_000;
    const [scan] = (await program.api.attachment.scanFolder({})).files;
    expect(scan?.name).toBe('scan0001.txt');
    const added = await program.api.attachment.add({
      owner,
      tokens: [scan?.token ?? ''],
      source: 'scanned',
      allowSame: false,
      job: 'scan',
    });
    expect(added[0]?.outcome).toBe('added');
    expect((await program.api.attachment.scanFolder({})).files).toEqual([]);
    // The original stays; written anew it is a new one.
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, '重新扫描的内容');
    program.clock.now = Date.now() + 10_000;
    const [again] = (await program.api.attachment.scanFolder({})).files;
    expect(again?.name).toBe('scan0001.txt');
    await program.api.attachment.dismissScans({ tokens: [again?.token ?? ''] });
    expect((await program.api.attachment.scanFolder({})).files).toEqual([]);
    rmSync(folder, { recursive: true });
    expect((await program.api.attachment.scanFolder({})).problem).toContain('读不到');
    await program.api.attachment.forgetScanFolder({});
    expect(await program.api.attachment.scanFolder({})).toEqual({ folder: null, problem: '', files: [] });
  });
});
