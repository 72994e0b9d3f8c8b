import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openRaw } from '../../electron/db/native-binding.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { salvage } from '../../electron/db/salvage.ts';
import { indexDue, searchPlaces } from '../../electron/db/search-index.ts';
import { mergeIndexes } from '../../electron/db/search-merge.ts';
import { SEARCH_SOURCES, foldedDocument, indexOf, singlesOf } from '../../electron/db/search-sources.ts';
import type { SearchSource, SearchSourceName } from '../../electron/db/search-sources.ts';
import { derivedColumns } from '../../electron/features/incoming/columns.ts';
import { documentColumns } from '../../electron/features/outgoing/columns.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { randomOf } from '../bench/office-texts.ts';
import { newPlace, openAt } from './support.ts';
import type { Place } from './support.ts';

/**
 * Few different characters, so that words of any length often occur, nearly occur, and occur twice: Chinese, digits,
 * punctuation that SQLite's query language knows, full-width forms, a character beyond the first plane.
 */
const ALPHABET = Array.from('防汛工作的通知〔2026〕3号-38aB"*():^+.，、Ａ　\n𠮷０');

class Maker {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = randomOf(seed);
  }
  below = (limit: number): number => Math.floor(this.#random() * limit);
  text = (longest: number): string =>
    Array.from({ length: this.below(longest) }, () => ALPHABET[this.below(ALPHABET.length)] ?? '').join('');
  /** A piece of a text, or characters at random. */
  word(texts: readonly string[]): string {
    const length = 1 + this.below(8);
    const from = Array.from(texts[this.below(texts.length)] ?? '');
    const start = this.below(Math.max(1, from.length - length));
    const word = this.#random() < 0.7 ? from.slice(start, start + length).join('') : this.text(length + 1);
    return foldText(word);
  }
}

const NAMES: readonly SearchSourceName[] = [
  'incoming',
  'outgoing',
  'outgoingBody',
  'attachmentName',
  'fileText',
];

const READ: Partial<Record<SearchSourceName, (text: string) => string>> = {
  outgoingBody: foldedDocument,
  attachmentName: foldText,
};

/** Every row's text, as a plain scan reads it. */
function texts(database: OfficeDatabase, name: SearchSourceName): Promise<Map<number, string>> {
  const source: SearchSource = SEARCH_SOURCES[name];
  return database.exclusively((raw) => {
    const rows = raw
      .prepare<[], { place: number; text: string }>(
        `SELECT ${source.place} AS place, ${source.text} AS text FROM ${source.table}`,
      )
      .all();
    const read = READ[name] ?? ((text: string) => text);
    return new Map(rows.map(({ place, text }) => [place, read(text)]));
  });
}

async function expectExact(database: OfficeDatabase, maker: Maker, questions: number): Promise<void> {
  for (const name of NAMES) {
    const all = await texts(database, name);
    const values = [...all.values()];
    let hits = 0;
    for (let round = 0; round < questions; round += 1) {
      const words = Array.from({ length: 1 + maker.below(3) }, () => maker.word(values)).filter(
        (word) => word !== '' && !word.includes(' '),
      );
      if (words.length === 0) continue;
      const expected = [...all]
        .filter(([, text]) => words.every((word) => text.includes(word)))
        .map(([place]) => place)
        .toSorted((a, b) => b - a);
      const found = await database.exclusively((raw) =>
        searchPlaces(raw, name, { words, initials: false }, 10_000),
      );
      expect(found, `${name} ${JSON.stringify(words)}`).toEqual(expected);
      hits += expected.length;
    }
    if (values.length > 0) expect(hits, name).toBeGreaterThan(0);
  }
}

type Raw = Parameters<Parameters<OfficeDatabase['exclusively']>[0]>[0];

const STAMPS = { rowVersion: 1, createdAt: 1, createdBy: 'x', updatedAt: 1, updatedBy: 'x' };

const empty = ({ type, notnull }: { type: string; notnull: number }) =>
  notnull === 0 ? null : type === 'TEXT' ? '' : 0;

/** Inserts a row; columns that are not given are empty, zero or null, as each allows. */
function insert(raw: Raw, table: string, values: Record<string, string | number | null>): void {
  const columns = raw
    .prepare<[string], { name: string; type: string; notnull: number }>(
      'SELECT name, type, "notnull" FROM pragma_table_info(?) WHERE name <> \'rowNumber\'',
    )
    .all(table);
  const row = Object.fromEntries(
    columns.map((column) => [column.name, values[column.name] ?? empty(column)]),
  );
  raw
    .prepare(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
       VALUES (${columns.map(({ name }) => `@${name}`).join(', ')})`,
    )
    .run({ ...STAMPS, ...row, ...Object.fromEntries(Object.entries(STAMPS)) });
}

const paperColumns = (maker: Maker, id: string) => {
  const fields = {
    title: maker.text(30),
    senderName: maker.text(10),
    documentNumber: maker.text(12),
    number: '',
    remark: maker.text(20),
    signerName: '',
    opinion: maker.text(20),
    instructedBy: '',
    instruction: '',
    leadName: '',
    assistNames: '',
    result: '',
    replyNumber: '',
  };
  return {
    ...fields,
    ...derivedColumns(fields),
    id,
    state: 'registered',
    bookYear: 2026,
    urgency: '平件',
    location: '办公室',
    importId: 'import',
  };
};

const documentValues = (maker: Maker) =>
  documentColumns(
    gongwenDraftSchema.parse({
      genre: '通知',
      issuers: ['某局'],
      title: maker.text(30).replaceAll('\n', ''),
      addressees: ['各科室'],
      body: Array.from({ length: 1 + maker.below(3) }, () => ({
        type: 'paragraph',
        text: maker.text(60).replaceAll('\n', ''),
      })),
    }),
    1,
  );

function change(raw: Raw, maker: Maker, round: number): void {
  const id = `${round}`;
  const action = maker.below(10);
  const some = (table: string) =>
    raw
      .prepare<[number], string>(`SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`)
      .pluck()
      .get(maker.below(20));
  const fileHash = createHash('sha256').update(id).digest('hex');
  if (action < 3) insert(raw, 'incoming', paperColumns(maker, id));
  else if (action < 5) {
    insert(raw, 'outgoing', { ...documentValues(maker), id, state: 'draft', drafterId: 'person', sample: 1 });
  } else if (action === 5) {
    const searchText = foldText(maker.text(300));
    const state = searchText === '' ? 'empty' : 'ready';
    insert(raw, 'fileText', { id, fileHash, text: searchText, searchText, source: 'ocr', state });
    const owner = { ownerKind: 'incoming', ownerId: 'x', role: 'attachment', state: 'active' };
    insert(raw, 'attachment', { ...owner, id, name: `${maker.text(12)}。`, version: 1, fileHash });
  } else if (action === 6) {
    // A change, also back to what it was.
    const { searchText } = paperColumns(maker, id);
    raw.prepare('UPDATE incoming SET searchText = ? WHERE id = ?').run(searchText, some('incoming') ?? '');
    const { document, searchText: header } = documentValues(maker);
    raw
      .prepare('UPDATE outgoing SET document = ?, searchText = ? WHERE id = ?')
      .run(document, header, some('outgoing') ?? '');
  } else if (action === 7) {
    raw
      .prepare(
        "UPDATE incoming SET state = 'voided', voidedFrom = 'registered', voidReason = '错' WHERE id = ?",
      )
      .run(some('incoming') ?? '');
    raw
      .prepare('UPDATE attachment SET name = ? WHERE id = ?')
      .run(`${maker.text(9)}、`, some('attachment') ?? '');
  } else if (action === 8) {
    // Undo of an import, the sample taken away.
    raw.prepare('DELETE FROM incoming WHERE id = ?').run(some('incoming') ?? '');
    raw.prepare('DELETE FROM outgoing WHERE id = ?').run(some('outgoing') ?? '');
  } else {
    raw
      .prepare("UPDATE fileText SET searchText = ?, text = 'x' WHERE id = ? AND state = 'ready'")
      .run(foldText(maker.text(300)), some('fileText') ?? '');
  }
}

/** Transactions of random changes, every fifth of them rolled back. */
async function work(
  database: OfficeDatabase,
  maker: Maker,
  transactions: number,
  from: number,
): Promise<void> {
  for (let index = 0; index < transactions; index += 1) {
    await database.exclusively((raw) => {
      raw.exec('BEGIN IMMEDIATE');
      for (let step = 0; step < 8; step += 1) change(raw, maker, from + index * 8 + step);
      indexDue(raw);
      raw.exec(index % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
    });
  }
}

async function filled(seed: number): Promise<{ place: Place; database: OfficeDatabase; maker: Maker }> {
  const place = newPlace();
  const maker = new Maker(seed);
  const database = await openAt(place, { create: true });
  await database.exclusively((raw) => {
    insert(raw, 'person', { id: 'person', name: '林晓', role: 'clerk', active: 1 });
  });
  await work(database, maker, 25, 0);
  return { place, database, maker };
}

/** Pieces that the index of 收文 is in. */
const pieces = (database: OfficeDatabase): Promise<number> =>
  database.exclusively((raw) =>
    Number(raw.prepare('SELECT count(DISTINCT segid) FROM incomingSearch_idx').pluck().get()),
  );

describe('every index', () => {
  it('is put together when nobody waits, and answers the same', async () => {
    const { database, maker } = await filled(5);
    expect(await pieces(database)).toBeGreaterThan(8);
    let steps = 0;
    while (await database.exclusively(mergeIndexes)) steps += 1;
    expect(steps).toBeGreaterThan(0);
    expect(await pieces(database)).toBeLessThan(4);
    expect(await database.exclusively((raw) => raw.pragma('synchronous', { simple: true }))).toBe(2);
    await expectExact(database, maker, 120);
    await work(database, maker, 5, 2000);
    await expectExact(database, maker, 60);
  });

  it('is put together after a pause by itself', async () => {
    const { database } = await filled(6);
    await expect.poll(() => pieces(database), { timeout: 20_000, interval: 500 }).toBeLessThan(4);
  });

  it.each([1, 2, 3, 4])(
    'answers exactly what a plain scan answers, after any changes (seed %i)',
    async (seed) => {
      const { database, maker } = await filled(seed);
      await expectExact(database, maker, 120);
      await work(database, maker, 15, 1000);
      await expectExact(database, maker, 120);
    },
  );

  it('finds pinyin initials of whole fields, but none over the end of a field', async () => {
    const database = await openAt(newPlace(), { create: true });
    await database.exclusively((raw) => {
      const fields = {
        ...paperColumns(new Maker(1), 'a'),
        title: '关于召开会议的通知',
        senderName: '水利局',
      };
      insert(raw, 'incoming', { ...fields, ...derivedColumns(fields) });
      indexDue(raw);
    });
    const find = (word: string) =>
      database.exclusively((raw) => searchPlaces(raw, 'incoming', { words: [word] }, 10).length);
    expect(await find('gyzkhydtz')).toBe(1);
    expect(await find('zkhy')).toBe(1);
    expect(await find('slj')).toBe(1);
    expect(await find('tzslj')).toBe(0);
    // A single letter is no initials.
    expect(await find('z')).toBe(0);
  });
});

describe('an index that is not whole', () => {
  const short = indexOf(SEARCH_SOURCES.incoming);
  const long = indexOf(SEARCH_SOURCES.fileText);
  const alone = singlesOf(SEARCH_SOURCES.outgoingBody);
  it.each([
    ['is emptied', `INSERT INTO ${short} (${short}) VALUES ('delete-all')`],
    [
      'lacks a row',
      `DELETE FROM ${long} WHERE rowid = (SELECT min(rowNumber) FROM fileText WHERE state = 'ready')`,
    ],
    ['is gone', `DROP TABLE ${short}; DROP TABLE ${alone}`],
    ['has lost a table of its own', `DROP TABLE ${short}_idx`],
    ['is damaged', `UPDATE ${long}_data SET block = x'00112233' WHERE id > 10`],
  ])('is made anew at opening when it %s', async (_what, sql) => {
    const { place, database, maker } = await filled(7);
    await database.close();
    const raw = openRaw(place.file, { readonly: false, mustExist: true });
    raw.unsafeMode(true);
    raw.pragma('writable_schema = ON');
    raw.exec(sql);
    raw.close();
    const opened = await openAt(place);
    await expectExact(opened, maker, 60);
  });

  it('is made anew when a search finds it damaged', async () => {
    const { database, maker } = await filled(8);
    await database.exclusively((raw) => {
      raw.unsafeMode(true);
      raw.exec(`UPDATE ${short}_data SET block = x'00112233' WHERE id > 10`);
    });
    await expectExact(database, maker, 60);
  });

  it('is whole in a backup and in a salvaged file', async () => {
    const { place, database, maker } = await filled(9);
    const copy = newPlace();
    await database.exclusively((raw) => raw.prepare('VACUUM INTO ?').run(copy.file));
    await database.close();
    const saved = newPlace();
    salvage(place.file, saved.file, 1);
    for (const file of [copy, saved]) await expectExact(await openAt(file), maker, 60);
  });
});
