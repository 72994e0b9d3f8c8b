import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw } from '../../electron/db/native-binding.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { draftOf, MAIN_FRAME, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.close());

const firstRun = {
  notForSecretsConfirmed: true,
  officeName: '临江市住房和城乡建设局',
  issuerCode: '临建发',
  printingOffice: '临江市住房和城乡建设局办公室',
  personName: '林晓',
  loadSample: false,
} as const;

/** Wipes the first page of an index, as a bad sector would. */
function wipeIndex(file: string): void {
  const raw = openRaw(file, { readonly: true, mustExist: true });
  const page = raw
    .prepare<[], { pageno: number }>("SELECT pageno FROM dbstat WHERE name = 'outgoingTitle'")
    .get();
  raw.close();
  const bytes = readFileSync(file);
  const start = ((page?.pageno ?? 1) - 1) * 4096;
  bytes.fill(0xa5, start, start + 4096);
  writeFileSync(file, bytes);
}

describe('before an office exists', () => {
  it('the status says so and everything of the office is refused', async () => {
    expect(await program.api.system.status()).toMatchObject({
      phase: 'first-run',
      actor: null,
      officeName: null,
    });
    const open = new Set([
      'status',
      'proposeDataFolder',
      'chooseDataFolder',
      'completeFirstRun',
      'listBackups',
      'restoreBackup',
      'salvage',
      'openFolder',
      'reportProblem',
      'viewState',
      'saveViewState',
    ]);
    for (const [slice, procedures] of Object.entries(contract)) {
      for (const name of Object.keys(procedures)) {
        if (slice === 'system' && open.has(name)) continue;
        const envelope = await program.dispatcher.call(`${slice}.${name}`, undefined, MAIN_FRAME);
        expect(envelope, `${slice}.${name}`).toMatchObject({ ok: false, error: { code: 'NOT_SET_UP' } });
      }
    }
  });

  it('the page may remember where it was', async () => {
    await program.api.system.saveViewState({ key: 'route', value: '/outgoing?year=2026' });
    expect(await program.api.system.viewState()).toEqual({ route: '/outgoing?year=2026' });
  });
});

describe('the first run', () => {
  it('asks for confirmation, names and a known folder', async () => {
    const { token } = await program.api.system.proposeDataFolder();
    const call = (input: unknown) => program.dispatcher.call('system.completeFirstRun', input, MAIN_FRAME);
    expect(await call({ ...firstRun, folderToken: token, notForSecretsConfirmed: false })).toMatchObject({
      error: { fields: { notForSecretsConfirmed: '请先确认本机不是涉密设备' } },
    });
    expect(await call({ ...firstRun, folderToken: token, officeName: '  ' })).toMatchObject({
      error: { fields: { officeName: '请填写单位名称' } },
    });
    expect(await call({ ...firstRun, folderToken: program.dataFolder })).toMatchObject({
      error: { fields: { folderToken: '请重新选择数据文件夹' } },
    });
    expect(existsSync(program.dataFolder)).toBe(false);
  });

  it('makes the office, its person, its 机关代字, and keeps the confirmation', async () => {
    await setUp(program);
    const status = await program.api.system.status();
    expect(status).toMatchObject({
      phase: 'ready',
      officeName: '临江市住房和城乡建设局',
      actor: { name: '林晓' },
      dataFolder: program.dataFolder,
    });
    expect(await program.api.office.get()).toMatchObject({
      name: '临江市住房和城乡建设局',
      sampleLoaded: false,
      issuerCodes: [
        {
          code: '临建发',
          issuers: ['临江市住房和城乡建设局'],
          markSuffix: '文件',
          active: true,
          sample: false,
        },
      ],
    });
    const events = await program.session.database.read.selectFrom('auditEvent').select('summary').execute();
    expect(events.map(({ summary }) => summary)).toContain('确认本机为非涉密设备，禁止存入国家秘密');
    expect(program.services.device.get('dataFolder')).toBe(program.dataFolder);
  });

  it('cannot be done twice', async () => {
    await setUp(program);
    await expect(setUp(program)).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
  });

  it('that fails in the middle can be done again', async () => {
    const folder = path.join(program.folder, '样例');
    mkdirSync(folder);
    const documentNumber = { issuerCode: '某发', year: 2026, serial: 1 };
    const sample = { genre: '通知', issuers: ['某局'], title: '通知', body: '正文。', documentNumber };
    for (const name of ['a.json', 'b.json']) writeFileSync(path.join(folder, name), JSON.stringify(sample));
    const other = await startProgram({ folder: program.folder, sampleFolder: folder });
    // Two documents with one number.
    await expect(setUp(other, true)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await other.api.system.status()).toMatchObject({ phase: 'first-run' });
    await setUp(other, false);
    expect(await other.api.system.status()).toMatchObject({ phase: 'ready', actor: { name: '林晓' } });
    await other.close();
  });

  it('on a folder with data goes on with them', async () => {
    await setUp(program);
    await draftOf(program, '以前的公文');
    await program.session.close();
    const again = await startProgram({ folder: program.folder });
    const { token, verdict } = await again.api.system.proposeDataFolder();
    expect(verdict).toEqual({ ok: true, reason: '这个文件夹里已有公文台的数据，将直接接着使用，不会覆盖。' });
    await again.api.system.completeFirstRun({ ...firstRun, folderToken: token, officeName: '另一个单位' });
    expect((await again.api.office.get()).name).toBe('临江市住房和城乡建设局');
    await again.close();
  });

  it('refuses a folder and makes nothing in it', async () => {
    const synced = path.join(program.folder, 'OneDrive - 某单位', '数据');
    mkdirSync(synced, { recursive: true });
    program.answers.push(synced);
    const chosen = await program.api.system.chooseDataFolder();
    expect(chosen?.verdict.ok).toBe(false);
    await expect(
      program.api.system.completeFirstRun({ ...firstRun, folderToken: chosen?.token ?? '' }),
    ).rejects.toMatchObject({ code: 'DATA_FOLDER_REFUSED', message: expect.stringContaining('OneDrive') });
    expect(readdirSync(synced)).toEqual([]);
    expect(await program.api.system.status()).toMatchObject({ phase: 'first-run' });
  });

  it('a cancelled dialog changes nothing; a folder with other files gets one of its own', async () => {
    program.answers.push(null);
    expect(await program.api.system.chooseDataFolder()).toBeNull();
    const full = path.join(program.folder, '我的文件');
    mkdirSync(full);
    writeFileSync(path.join(full, '别的.txt'), '');
    program.answers.push(full);
    expect((await program.api.system.chooseDataFolder())?.path).toBe(path.join(full, '公文台数据'));
  });
});

describe('backups and restoring', () => {
  it('a backup can be made, listed and put back; the program restarts', async () => {
    await setUp(program);
    await draftOf(program, '备份里的公文');
    const backup = await program.api.system.backupNow();
    expect((await program.api.system.status()).lastBackupAt).toBe(Math.floor(backup.at / 1000) * 1000);
    await draftOf(program, '备份以后的公文');
    expect(await program.api.system.restoreBackup({ id: backup.id })).toEqual({ restarting: true });
    expect(program.restarts.count).toBe(1);
    const after = await startProgram({ folder: program.folder, reopen: true });
    const { rows } = await after.api.outgoing.list({
      filter: {},
      sort: { key: 'updatedAt', direction: 'desc' },
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ title }) => title)).toEqual(['备份里的公文']);
    expect((await after.api.system.listBackups()).map(({ kind }) => kind).toSorted()).toEqual([
      'manual',
      'pre-restore',
    ]);
    await after.close();
  });

  it('a file found damaged while working closes the office, and the backups are offered', async () => {
    await setUp(program);
    await program.api.system.backupNow();
    program.session.fail({ code: 'DATABASE_DAMAGED', message: '数据文件有损坏', ref: 'AAAAAA' });
    expect(await program.api.system.status()).toMatchObject({
      phase: 'failed',
      failure: { code: 'DATABASE_DAMAGED', ref: 'AAAAAA', backups: [{ kind: 'manual' }] },
    });
    await expect(program.api.office.get()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED', ref: 'AAAAAA' });
    await expect(draftOf(program, '不应写入')).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
  });

  it('what is readable is salvaged out of a damaged file, which is kept', async () => {
    await setUp(program);
    await draftOf(program, '好页上的公文');
    const file = path.join(program.dataFolder, 'gongwentai.db');
    await program.session.close();
    wipeIndex(file);
    const damaged = readFileSync(file);
    const broken = await startProgram({ folder: program.folder });
    await expect(broken.session.open(program.dataFolder, false)).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    });
    await expect(broken.api.system.salvage()).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    broken.session.fail({ code: 'DATABASE_DAMAGED', message: '数据文件有损坏', ref: 'AAAAAA' });
    expect(await broken.api.system.salvage()).toMatchObject({ restarting: true });
    expect(broken.restarts.count).toBe(1);
    await broken.close();
    const aside =
      readdirSync(program.dataFolder).find((name) => name.startsWith('gongwentai.damaged-')) ?? '';
    expect(readFileSync(path.join(program.dataFolder, aside)).equals(damaged)).toBe(true);
    const after = await startProgram({ folder: program.folder, reopen: true });
    const { rows } = await after.api.outgoing.list({
      filter: { text: '好页' },
      sort: { key: 'updatedAt', direction: 'desc' },
      offset: 0,
      limit: 10,
    });
    expect(rows).toHaveLength(1);
    await after.close();
  });

  it('opens the folders it knows and no others', async () => {
    await setUp(program);
    await program.api.system.openFolder({ which: 'backups' });
    expect(program.opened).toEqual([path.join(program.dataFolder, 'backups')]);
  });
});

describe('a full disk', () => {
  it('is told; what was there stays readable', async () => {
    await setUp(program);
    const draft = await draftOf(program, '已存入的公文');
    await program.session.database.exclusively((raw) => {
      raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`);
    });
    const detail = await program.api.outgoing.get({ id: draft.id });
    const body = Array.from({ length: 200 }, (_, index) => ({
      type: 'paragraph' as const,
      text: `第${index}段${'很长的正文'.repeat(200)}`,
    }));
    await expect(
      program.api.outgoing.save({ ...draft, document: { ...detail.document, body } }),
    ).rejects.toMatchObject({ code: 'DISK_FULL', message: expect.stringContaining('以前的内容完好') });
    expect(await program.api.outgoing.get({ id: draft.id })).toEqual(detail);
    await program.session.database.exclusively((raw) => raw.pragma('max_page_count = 1000000'));
    await program.api.outgoing.save({ ...draft, document: { ...detail.document, body } });
  });
});

describe('the log', () => {
  it('gives a number for a problem of the page', async () => {
    expect(await program.api.system.reportProblem({ message: '出错', stack: 'at x' })).toEqual({
      ref: expect.stringMatching(/^[2-9A-Z]{6}$/u),
    });
  });
});

describe('the file', () => {
  it('is one that SQLite itself finds whole', async () => {
    await setUp(program, true);
    await program.session.close();
    const raw = openRaw(path.join(program.dataFolder, 'gongwentai.db'), { readonly: true, mustExist: true });
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    raw.close();
    expect(readFileSync(path.join(program.dataFolder, 'gongwentai.db')).toString('latin1', 68, 72)).toBe(
      'GWT1',
    );
  });
});
