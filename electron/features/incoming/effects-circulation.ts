import type { IncomingAction } from '../../../shared/domain/flow-incoming.ts';
import type { CirculationReaderTable } from '../../db/incoming-schema.ts';
import type { Change } from '../../db/transaction.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import type { Act, Effect, Effects } from './act.ts';
import { OFFICE } from './assignments.ts';
import { countUse } from './completion.ts';
import type { IncomingPatch } from './store.ts';

type CirculationAction = Extract<
  IncomingAction,
  'passToCirculation' | 'addReader' | 'markRead' | 'exemptReader' | 'finishCirculation'
>;

/** 传阅, one after another (serial) or all at once (parallel). */
export const circulationEffects: Effects<CirculationAction> = {
  passToCirculation: (act) => insertReaders(act),
  addReader: (act) => insertReaders(act),
  markRead: async (act) => {
    const { fields, row } = act;
    const reader = await waitingReader(act);
    const first = (await readersOf(act.change, row.id)).find(({ status }) => status === 'waiting');
    if (row.circulation === 'serial' && first !== undefined && first.id !== reader.id) {
      refuse(
        'readerId',
        `依次传阅，现在在${first.personName}处，没有改动。请先记${first.personName}的阅件。`,
      );
    }
    await endReading(act, reader, 'read', fields.opinion ?? '');
    return withNext(act, `${reader.personName}已阅${because(fields.opinion)}`);
  },
  exemptReader: async (act) => {
    const reader = await waitingReader(act);
    await endReading(act, reader, 'exempt', given(act.fields.reason));
    return withNext(act, `${reader.personName}免阅${because(act.fields.reason)}`);
  },
  finishCirculation: async ({ change, row }) => {
    const waiting = (await readersOf(change, row.id)).filter(({ status }) => status === 'waiting');
    if (waiting.length > 0) {
      const names = waiting.map(({ personName }) => personName).join('、');
      refuse('readerId', `${names}还没有阅，不能阅毕，没有改动。请记已阅，或写明理由免阅。`);
    }
    return { patch: { location: OFFICE }, summary: '阅毕' };
  },
};

export function readersOf(change: Change, incomingId: string): Promise<CirculationReaderTable[]> {
  return change.tx
    .selectFrom('circulationReader')
    .selectAll()
    .where('incomingId', '=', incomingId)
    .orderBy('position')
    .execute();
}

/** Puts readers behind those already there. */
export async function insertReaders(act: Act): Promise<Effect> {
  const { change, fields, row } = act;
  const readers = given(fields.readers);
  const present = await readersOf(change, row.id);
  const names = new Set(present.filter(({ status }) => status === 'waiting').map((one) => one.personName));
  let position = present.at(-1)?.position ?? 0;
  for (const { personId, name } of readers) {
    if (names.has(name)) refuse('readers', `传阅人“${name}”重复，没有改动。`);
    names.add(name);
    if (personId !== undefined) {
      const person = await change.read
        .selectFrom('person')
        .select('id')
        .where('id', '=', personId)
        .executeTakeFirst();
      if (person === undefined) refuse('readers', `找不到传阅人“${name}”，没有改动。请刷新后重试。`);
      await countUse(change, 'person', personId);
    }
    position += 1;
    await change.tx
      .insertInto('circulationReader')
      .values({
        ...change.stampNew(),
        incomingId: row.id,
        position,
        personId: personId ?? null,
        personName: name,
        status: 'waiting',
        opinion: '',
        endedAt: null,
      })
      .execute();
  }
  const circulation =
    fields.circulation ?? (row.circulation === '' ? ('parallel' as const) : row.circulation);
  const order = circulation === 'serial' ? '依次' : '同时';
  return {
    patch: { circulation, ...(await whereNow(act, circulation)) },
    summary: `送${readers.map(({ name }) => name).join('、')}${order}传阅`,
  };
}

/** In serial circulation the paper is with the first who has not read it; else copies go out from the office. */
async function whereNow(
  { change, row }: Act,
  circulation: 'serial' | 'parallel' | '',
): Promise<IncomingPatch> {
  const first = (await readersOf(change, row.id)).find(({ status }) => status === 'waiting');
  return { location: circulation === 'serial' && first !== undefined ? first.personName : OFFICE };
}

async function withNext(act: Act, summary: string): Promise<Effect> {
  const waiting = (await readersOf(act.change, act.row.id)).some(({ status }) => status === 'waiting');
  return {
    patch: await whereNow(act, act.row.circulation),
    summary,
    hints: waiting ? [] : ['全部传阅人都已阅，可以“阅毕”。'],
  };
}

async function waitingReader({ change, fields, row }: Act): Promise<CirculationReaderTable> {
  const reader = (await readersOf(change, row.id)).find(({ id }) => id === fields.readerId);
  if (reader === undefined) return refuse('readerId', '找不到这个传阅人，没有改动。请刷新后重试。');
  if (reader.status !== 'waiting') refuse('readerId', `${reader.personName}已阅或已免阅，没有改动。`);
  return reader;
}

async function endReading(
  { change }: Act,
  reader: CirculationReaderTable,
  status: 'read' | 'exempt',
  opinion: string,
): Promise<void> {
  await change.tx
    .updateTable('circulationReader')
    .set({ status, opinion, endedAt: change.at, ...change.stampChanged(reader.rowVersion) })
    .where('id', '=', reader.id)
    .execute();
}
