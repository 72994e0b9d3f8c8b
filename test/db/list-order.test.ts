import { describe, expect, it } from 'vitest';
import { listOrder } from '../../electron/db/list-order.ts';
import { OUTGOING_LIST } from '../../electron/db/list-tables.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { searchPlaces } from '../../electron/db/search-index.ts';
import { salvage } from '../../electron/db/salvage.ts';
import { fillOffice } from '../bench/many-documents.ts';
import { newPlace, openAt } from './support.ts';

type SortKey = keyof typeof OUTGOING_LIST.sorts;

const STATES = ['draft', 'numbered', 'voided'];
const KEYS: Readonly<Record<SortKey, string>> = {
  documentNumber: 'numberOrder',
  title: 'titleOrder',
  genre: 'genre',
  state: 'state',
  drafterName: 'nameOrder',
  issuedOn: 'issuedOn',
  dated: "coalesce(issuedOn, date(outgoing.createdAt / 1000, 'unixepoch'))",
  createdAt: 'outgoing.createdAt',
  updatedAt: 'outgoing.updatedAt',
};
const SECOND: Partial<Record<SortKey, string>> = { state: 'outgoing.updatedAt', drafterName: 'drafterId' };

/** The same page by SQL alone. */
async function bySql(database: OfficeDatabase, key: SortKey, direction: string, where: string) {
  const second = SECOND[key] === undefined ? '' : `${SECOND[key]} ${direction},`;
  return database.exclusively((raw) =>
    raw
      .prepare<[], number>(
        `SELECT outgoing.rowid FROM outgoing JOIN person ON person.id = drafterId WHERE ${where}
         ORDER BY ${KEYS[key]} ${direction} NULLS LAST, ${second} outgoing.id ${direction}`,
      )
      .pluck()
      .all(),
  );
}

async function expectSame(database: OfficeDatabase): Promise<void> {
  for (const key of Object.keys(KEYS) as SortKey[]) {
    for (const direction of ['asc', 'desc'] as const) {
      const expected = await bySql(database, key, direction, "state <> 'discarded' AND year = 2018");
      const page = await database.exclusively((raw) =>
        listOrder(raw, OUTGOING_LIST).page(
          { state: { in: STATES }, year: { in: [2018] } },
          { key, direction },
          5,
          1000,
        ),
      );
      expect(page.total, key).toBe(expected.length);
      expect(page.places, `${key} ${direction}`).toEqual(expected.slice(5));
    }
  }
}

describe('the order of the list', () => {
  it('is that of SQL, for every key and direction, also after rows changed, came and went', async () => {
    const database = await openAt(newPlace(), { create: true });
    await fillOffice(database, 600);
    await expectSame(database);
    const change = (statement: string) => database.exclusively((raw) => raw.exec(statement));
    await change("UPDATE outgoing SET titleOrder = '0', updatedAt = 1 WHERE rowid % 50 = 7");
    await change('UPDATE outgoing SET numberOrder = NULL, issuedOn = NULL WHERE rowid % 61 = 0');
    await change("UPDATE outgoing SET state = 'voided', year = 2018 WHERE rowid % 71 = 0");
    await expectSame(database);
    await change("UPDATE person SET nameOrder = '000' WHERE id = 'person-9'");
    await expectSame(database);
    await change('UPDATE outgoing SET sample = 1 WHERE rowid % 83 = 0');
    await change('DELETE FROM outgoing WHERE sample = 1');
    await expectSame(database);
    // More than are moved one by one.
    await change('UPDATE outgoing SET updatedAt = updatedAt * 7919 % 100003');
    await expectSame(database);
  });

  it('keeps nothing of a transaction that was rolled back', async () => {
    const database = await openAt(newPlace(), { create: true });
    await fillOffice(database, 100);
    await expectSame(database);
    await database.exclusively((raw) => {
      raw.exec("BEGIN; UPDATE outgoing SET state = 'discarded', titleOrder = 'x'; ROLLBACK");
    });
    await expectSame(database);
  });
});

const text = (database: OfficeDatabase, word: string) =>
  database.exclusively((raw) =>
    searchPlaces(raw, 'outgoing', { words: [word], facets: { state: STATES } }, 1000).toSorted(
      (a, b) => a - b,
    ),
  );
const byLike = (database: OfficeDatabase, word: string) =>
  database.exclusively((raw) =>
    raw
      .prepare<[string], number>(
        "SELECT rowid FROM outgoing WHERE state <> 'discarded' AND instr(searchText, ?) > 0 ORDER BY rowid",
      )
      .pluck()
      .all(word),
  );

describe('the search index', () => {
  it('finds exactly what contains the word, of any length and kind', async () => {
    const database = await openAt(newPlace(), { create: true });
    await fillOffice(database, 500);
    const words = [
      '关',
      '防',
      '防汛',
      '旱工作',
      '7',
      '47',
      '第47批',
      '[2018]3',
      '发[2018]38号',
      '2018-3',
      '、',
      '，',
      '镇防',
      '不存在',
    ];
    for (const word of words) expect(await text(database, word), word).toEqual(await byLike(database, word));
    expect(await text(database, '防汛')).not.toEqual([]);
  });

  it('is built for the documents of an older file', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await fillOffice(database, 60);
    const found = await text(database, '防汛');
    await database.close();
    const raw = openRaw(place.file, { readonly: false, mustExist: true });
    raw.exec("INSERT INTO outgoingSearch (outgoingSearch) VALUES ('delete-all')");
    raw.close();
    const reopened = await openAt(place);
    expect(await text(reopened, '防汛')).toEqual(found);
  });

  it('is whole in a salvaged file and in a backup', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await fillOffice(database, 60);
    await database.exclusively((raw) => {
      raw.exec('UPDATE outgoing SET sample = 1 WHERE rowid < 10; DELETE FROM outgoing WHERE sample = 1');
    });
    const copy = newPlace();
    await database.exclusively((raw) => raw.prepare('VACUUM INTO ?').run(copy.file));
    await database.close();
    const saved = newPlace();
    salvage(place.file, saved.file, 1);
    for (const file of [place, copy, saved]) {
      const opened = await openAt(file);
      const found = await text(opened, '防汛');
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await byLike(opened, '防汛'));
    }
  });
});
