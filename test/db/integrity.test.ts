import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIntegrity, isCheckDue, lastCheck } from '../../electron/db/integrity.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { OfficeSession } from '../../electron/db/session.ts';
import { addDepartments, atEnd, newPlace, openAt } from './support.ts';

const WORKER = path.join(import.meta.dirname, '../../electron/db/integrity-worker.ts');
const DAY = 86_400_000;

async function openSession(folder: string, now: () => number, create = false): Promise<OfficeSession> {
  const session = new OfficeSession(now);
  atEnd(() => session.close());
  await session.open(folder, create);
  return session;
}

describe('the full check', () => {
  it('is made once a week, and after the program did not end properly', async () => {
    const place = newPlace();
    let now = 1_800_000_000_000;
    const first = await openSession(place.folder, () => now, true);
    expect(first.integrity).toBeNull();
    expect(await first.checkIntegrity(WORKER)).toEqual({ at: now, ok: true });
    await addDepartments(first.database, 5);
    now += 6 * DAY;
    expect(await first.checkIntegrity(WORKER)).toBeUndefined();
    expect(first.integrity).toEqual({ at: now - 6 * DAY, ok: true });
    now += DAY;
    expect(await first.checkIntegrity(WORKER)).toEqual({ at: now, ok: true });
    await first.close();

    const second = await openSession(place.folder, () => now);
    expect(await second.checkIntegrity(WORKER)).toBeUndefined();
    // As a power cut leaves it: the file is free again, the mark is still there.
    await second.database.close();
    const third = await openSession(place.folder, () => now);
    expect(await third.checkIntegrity(WORKER)).toEqual({ at: now, ok: true });
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('finds an index that does not fit its table, which opening does not look for', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await addDepartments(database, 50);
    await database.close();
    const raw = openRaw(place.file, { readonly: true, mustExist: true });
    const page = raw
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_autoindex_department_2' LIMIT 1")
      .pluck()
      .get();
    raw.close();
    const bytes = readFileSync(place.file);
    const at = bytes.indexOf('部门31', ((page ?? 0) - 1) * 4096);
    expect(at).toBeLessThan((page ?? 0) * 4096);
    bytes.write('部门x1', at);
    writeFileSync(place.file, bytes);
    const opened = await openAt(place);
    expect(await checkIntegrity(opened, place.folder, WORKER, 5)).toEqual({ at: 5, ok: false });
    expect(lastCheck(place.folder)).toEqual({ at: 5, ok: false });
  });

  it('is due after one that failed or that lies in the future', () => {
    const now = 1_800_000_000_000;
    expect(isCheckDue({ at: now - DAY, ok: true }, false, now)).toBe(false);
    expect(isCheckDue({ at: now - DAY, ok: false }, false, now)).toBe(true);
    expect(isCheckDue({ at: now + DAY, ok: true }, false, now)).toBe(true);
    expect(isCheckDue({ at: now - DAY, ok: true }, true, now)).toBe(true);
    expect(isCheckDue(undefined, false, now)).toBe(true);
  });
});
