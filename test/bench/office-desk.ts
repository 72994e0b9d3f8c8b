import type BetterSqlite3 from 'better-sqlite3';
import { chineseOrder } from '../../electron/db/chinese-order.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { indexDue } from '../../electron/db/search-index.ts';
import { readCounts, readOverview } from '../../electron/features/desk/counts.ts';
import { readDeskList } from '../../electron/features/desk/lists.ts';
import { derivedColumns } from '../../electron/features/matter/columns.ts';
import { listMatters } from '../../electron/features/matter/list.ts';
import { listUrgings } from '../../electron/features/matter/urgings.ts';
import { DESK_LIST_NAMES, DESK_LISTS } from '../../shared/domain/desk-groups.ts';
import { middleOf, timed } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { mergeAll, openBenchOffice } from './office-data.ts';

const MATTERS = 20_000;
const URGINGS = 20_000;
const RUNS = 21;
/** What a person does not notice; ms. */
const BAR = 20;
const TODAY = '2026-11-23';
const AT = new Date(2026, 10, 23, 9).getTime();
/** As many as a screen ever shows. */
const SHOWN = 300;

/** The desk of the office of 300,000 收文, with 20,000 承办件, urgings and circulations beside them. */
export async function desk(): Promise<readonly Measurement[]> {
  const { database, close } = await openBenchOffice();
  try {
    return await measureDesk(database);
  } finally {
    await close();
  }
}

/** Fills the office's desk and measures it. */
export async function measureDesk(database: OfficeDatabase): Promise<readonly Measurement[]> {
  await database.exclusively(fill);
  const { read } = database;
  const runs: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['工作台：各步件数、到期、未答复、停滞', () => readOverview(read, AT)],
    ['导航件数', () => readCounts(read, AT)],
    ...DESK_LISTS.map(
      (list) => [`工作台列表：${DESK_LIST_NAMES[list]}`, () => readDeskList(read, list, SHOWN, AT)] as const,
    ),
    [
      '承办件：在办，按时限',
      () =>
        listMatters(
          database,
          { filter: { view: 'open' }, sort: { key: 'dueOn', direction: 'asc' }, offset: 0, limit: 200 },
          TODAY,
        ),
    ],
    ['催办台账首页', () => listUrgings(read, { waiting: false, offset: 0, limit: 200 })],
    ['催办台账：等答复的', () => listUrgings(read, { waiting: true, offset: 0, limit: 200 })],
  ];
  const results: Measurement[] = [];
  for (const [name, run] of runs) {
    await run();
    const times: number[] = [];
    for (let round = 0; round < RUNS; round += 1) times.push(await timed(run));
    const worst = times.toSorted((a, b) => a - b).at(-2) ?? Number.NaN;
    results.push({
      name,
      value: middleOf(times),
      unit: 'ms',
      bar: BAR,
      note: `p95 ${worst.toFixed(1)} ms`,
    });
  }
  return results;
}

const STAMPS = { rowVersion: 1, createdBy: 'bench', updatedBy: 'bench' };

function inserting(raw: BetterSqlite3.Database, table: string) {
  const names = raw
    .prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?) WHERE name <> 'rowNumber'")
    .all(table)
    .map(({ name }) => name);
  const list = names.map((name) => `@${name}`).join(', ');
  return raw.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${list})`);
}

function fill(raw: BetterSqlite3.Database): void {
  raw.pragma('synchronous = OFF');
  raw
    .transaction(() => {
      fillMatters(raw);
      fillReaders(raw);
      fillUrgings(raw);
      indexDue(raw);
    })
    .immediate();
  mergeAll(raw);
  raw.exec('ANALYZE');
}

/** One in twenty is still open, half of those overdue. */
function fillMatters(raw: BetterSqlite3.Database): void {
  const insert = inserting(raw, 'matter');
  const states = ['awaitingAssignment', 'handling', 'handling', 'awaitingReply'];
  for (let index = 0; index < MATTERS; index += 1) {
    const open = index % 20 === 0;
    const texts = {
      number: `承〔2026〕${String(index + 1).padStart(4, '0')}`,
      title: `落实第${index}项交办事项`,
      orderedBy: '王局长',
      words: '请抓紧办。',
      leadName: '工程科',
      assistNames: '',
      result: '',
      remark: '',
    };
    insert.run({
      ...texts,
      ...derivedColumns(texts),
      ...STAMPS,
      titleOrder: chineseOrder(texts.title),
      id: `matter-${index}`,
      createdAt: AT - index * 1000,
      updatedAt: AT - index * 1000,
      state: open ? (states[(index / 20) % states.length] ?? '') : 'closed',
      suspendedFrom: null,
      suspendedAt: null,
      voidedFrom: null,
      voidReason: null,
      year: 2026,
      serial: index + 1,
      source: 'spoken',
      orderedOn: '2026-11-01',
      orderedTime: '',
      secrecy: '',
      urgency: '平件',
      replyRequired: 0,
      dueOn: `2026-${index % 40 === 0 ? '11' : '12'}-${String(1 + (index % 28)).padStart(2, '0')}`,
      leadDepartmentId: null,
      rejections: 0,
      replyMethod: '',
      repliedOn: null,
      closedAt: open ? null : AT,
      sample: 1,
    });
  }
}

/** Five readers for every circulating paper, two of whom have read it. */
function fillReaders(raw: BetterSqlite3.Database): void {
  const insert = inserting(raw, 'circulationReader');
  const papers = raw.prepare<[], { id: string }>("SELECT id FROM incoming WHERE state = 'circulating'").all();
  for (const { id } of papers) {
    for (let position = 1; position <= 5; position += 1) {
      insert.run({
        ...STAMPS,
        id: `reader-${id}-${position}`,
        createdAt: AT - 86_400_000 * 20,
        updatedAt: AT,
        incomingId: id,
        position,
        personId: null,
        personName: `读者${position}`,
        status: position <= 2 ? 'read' : 'waiting',
        opinion: '',
        endedAt: position <= 2 ? AT - 86_400_000 * 10 : null,
      });
    }
  }
}

function fillUrgings(raw: BetterSqlite3.Database): void {
  const insert = inserting(raw, 'urging');
  for (let index = 0; index < URGINGS; index += 1) {
    const matter = index % 2 === 0;
    insert.run({
      ...STAMPS,
      id: `urging-${index}`,
      createdAt: AT - index * 60_000,
      updatedAt: AT - index * 60_000,
      ownerKind: matter ? 'matter' : 'incoming',
      ownerId: matter ? `matter-${index % MATTERS}` : `bench-${index * 7}`,
      assignmentId: null,
      target: '工程科',
      level: '提醒',
      method: '微信',
      note: '',
    });
  }
}
