import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openRaw } from '../../electron/db/native-binding.ts';
import { openDatabase } from '../../electron/db/open.ts';
import type { OfficeDatabase, OpenOptions } from '../../electron/db/open.ts';
import type { Change } from '../../electron/db/transaction.ts';
import { afterEach } from 'vitest';

export const ACTOR = { id: '0190a000-0000-7000-8000-000000000001', name: '林晓' };

/** Ends what a test has begun: newest first. */
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});
export function atEnd(end: () => unknown): void {
  endings.push(end);
}

export interface Place {
  readonly folder: string;
  readonly file: string;
  readonly backupFolder: string;
}

/** A folder of its own on the real disk. */
export function newPlace(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-db-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, file: path.join(folder, 'gongwentai.db'), backupFolder: path.join(folder, 'backups') };
}

export async function openAt(place: Place, options: Partial<OpenOptions> = {}): Promise<OfficeDatabase> {
  const database = await openDatabase({
    file: place.file,
    backupFolder: place.backupFolder,
    create: false,
    ...options,
  });
  // A file damaged by the test cannot be folded up; it is closed all the same.
  atEnd(() => database.close().catch(() => undefined));
  return database;
}

/** Runs SQL on a closed file, past all guards of the program. */
export function tamper(file: string, sql: string): void {
  const raw = openRaw(file, { readonly: false, mustExist: true });
  raw.exec(sql);
  raw.close();
}

/** A department with its audit event: the smallest real command. */
export async function addDepartment(database: OfficeDatabase, name: string): Promise<string> {
  return database.write({ actor: ACTOR, action: 'office.saveDepartment' }, (change) =>
    insertDepartment(change, name),
  );
}

/** Many of them in one transaction. */
export async function addDepartments(database: OfficeDatabase, count: number): Promise<void> {
  await database.write({ actor: ACTOR, action: 'office.saveDepartment' }, async (change) => {
    for (let index = 0; index < count; index += 1) await insertDepartment(change, `部门${index}`);
  });
}

export async function insertDepartment(change: Change, name: string): Promise<string> {
  const stamps = change.stampNew();
  await change.tx
    .insertInto('department')
    .values({ ...stamps, name, sortOrder: 0, sample: 0 })
    .execute();
  await change.audit({ entity: 'department', entityId: stamps.id, summary: `部门 ${name}` });
  return stamps.id;
}

export async function departments(database: OfficeDatabase): Promise<string[]> {
  const rows = await database.read.selectFrom('department').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
