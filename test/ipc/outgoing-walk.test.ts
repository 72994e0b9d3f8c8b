import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OUTGOING_ACTIONS, OUTGOING_FLOW, OUTGOING_STATES } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingAction } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../shared/features/outgoing.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { randomFrom } from '../random.ts';
import { completeFields, startIssuing } from './outgoing-road.ts';
import type { IssuingOffice } from './outgoing-road.ts';

const SEEDS = [1, 2, 3, 4];
const STEPS = 200;

let office: IssuingOffice;
beforeEach(async () => {
  office = await startIssuing();
});
afterEach(() => office.program.close());

/** Taken seldom, or every document would end in them. */
const RARE: ReadonlySet<OutgoingAction> = new Set([
  'voidNumbered',
  'discard',
  'withdraw',
  'returnToDraft',
  'returnToRecheck',
  'addCountersign',
]);

/** The row of the table that a step took, told by where it led. */
function rowOf(before: OutgoingDetail, action: OutgoingAction, after: OutgoingDetail) {
  return OUTGOING_FLOW.find(
    (row) => row.from === before.state && row.action === action && row.to === after.state,
  );
}

async function change(id: string, before: OutgoingDetail, random: () => number): Promise<void> {
  const texts = ['请认真贯彻执行。', '请立即贯彻执行。', '请认真 贯彻执行。'];
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  await office.program.api.outgoing.save({
    id,
    rowVersion: before.rowVersion,
    document: {
      ...before.document,
      body: [{ type: 'paragraph', text }],
      printingOffice: `局综合科${Math.floor(random() * 1e9)}`,
    },
  });
}

/** One random step; the document must be where the table says, whether the step was taken or refused. */
async function step(id: string, action: OutgoingAction, random: () => number): Promise<boolean> {
  const before = await office.get(id);
  const offered = before.actions.some((one) => one.action === action) || action === 'edit';
  const complete = Object.entries(completeFields(before, action, office.sealId));
  const left = random() < 0.1 ? Math.floor(random() * complete.length) : -1;
  const fields = Object.fromEntries(complete.filter((_entry, index) => index !== left));
  let refusal: AppError | undefined;
  try {
    if (action === 'edit') await change(id, before, random);
    else {
      const verdict = random() < 0.2 ? ({ verdict: '不同意' } as const) : {};
      const said = action === 'countersign' ? { ...fields, ...verdict } : fields;
      await office.program.api.outgoing.act({ id, rowVersion: before.rowVersion, action, fields: said });
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refusal = error;
  }
  const after = await office.get(id);
  expect(OUTGOING_STATES).toContain(after.state);
  // What was kept stays as it was, whatever happens.
  expect(after.versions.slice(0, before.versions.length).map(({ signed: _signed, ...rest }) => rest)).toEqual(
    before.versions.map(({ signed: _signed, ...rest }) => rest),
  );
  expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps);
  if (refusal !== undefined) {
    expect(['NOT_ALLOWED_IN_STATE', 'INVALID_INPUT']).toContain(refusal.code);
    expect(after).toEqual(before);
    return false;
  }
  expect(offered).toBe(true);
  expect(rowOf(before, action, after)).toBeDefined();
  expect(after.rowVersion).toBe(before.rowVersion + 1);
  if (action !== 'edit') expect(after.steps).toHaveLength(before.steps.length + 1);
  return true;
}

const PAST_SIGNING: ReadonlySet<string> = new Set([
  'signed',
  'awaitingNumber',
  'numbered',
  'printing',
  'awaitingSeal',
  'sealed',
  'closed',
]);
const BEFORE_NUMBER: ReadonlySet<string> = new Set([
  'draft',
  'departmentReview',
  'countersigning',
  'awaitingNumber',
  'discarded',
]);

function checkDocument(item: OutgoingDetail): void {
  const number = item.document.documentNumber;
  const numbered = number !== undefined && 'serial' in number;
  if (BEFORE_NUMBER.has(item.state)) expect(numbered).toBe(false);
  if (PAST_SIGNING.has(item.state)) {
    expect(item.signatory).not.toBe('');
    expect(item.versions.filter(({ signed }) => signed)).toHaveLength(1);
  }
  if (item.state === 'draft') expect(item.signatory).toBe('');
  expect(item.versions.map(({ sequence }) => sequence)).toEqual(
    item.versions.map((_one, index) => index + 1),
  );
  // Every step begins where the one before it led to.
  let at = 'draft';
  for (const { from, to } of item.steps) {
    expect(from).toBe(at);
    at = to;
  }
  expect(item.state).toBe(at);
}

describe('whatever is done with the documents, in whatever order', () => {
  const taken = new Set<OutgoingAction>();

  it.each(SEEDS)('walk %i', async (seed) => {
    const random = randomFrom(seed);
    const { api, session } = office.program;
    const ids: string[] = [];
    const numbers = new Map<string, string>();
    const texts = new Map<string, string>();
    for (let count = 0; count < STEPS; count += 1) {
      if (ids.length < 4 || random() < 0.03) {
        const id = await office.draft(`关于第${ids.length}件事的通知`);
        if (random() < 0.4) await office.setCountersign(id, true);
        if (random() < 0.2) await office.edit(id, { issuers: ['甲局', '乙局'] });
        if (random() < 0.25) await office.edit(id, { sealing: 'none' });
        if (random() < 0.15) await office.edit(id, { documentNumber: { issueNo: ids.length + 1 } });
        ids.push(id);
        continue;
      }
      const id = ids[Math.floor(random() * ids.length)] ?? '';
      const item = await office.get(id);
      const offered = item.actions.map(({ action }) => action);
      const pool =
        random() < 0.85
          ? [
              ...offered.filter((action) => !RARE.has(action) || random() < 0.15),
              ...(random() < 0.2 ? (['edit'] as const) : []),
            ]
          : OUTGOING_ACTIONS;
      const fresh = offered.filter((action) => !taken.has(action));
      const chosen = fresh.length > 0 && random() < 0.5 ? fresh : pool;
      const action = chosen[Math.floor(random() * chosen.length)];
      if (action === undefined) continue;
      if (await step(id, action, random)) taken.add(action);
      const after = await office.get(id);
      checkDocument(after);
      const { documentNumber } = after.document;
      const number =
        documentNumber !== undefined && 'serial' in documentNumber ? JSON.stringify(documentNumber) : '';
      // A number once given is never lost.
      if (numbers.has(id)) expect(number).toBe(numbers.get(id));
      else if (number !== '') numbers.set(id, number);
    }
    expect(new Set(numbers.values()).size).toBe(numbers.size);
    const issued = await session.database.read
      .selectFrom('issuedNumber')
      .select(['serial', 'outgoingId'])
      .orderBy('serial')
      .execute();
    expect(issued.map(({ serial }) => serial)).toEqual(issued.map((_row, index) => index + 1));
    expect(issued.map(({ outgoingId }) => outgoingId).toSorted()).toEqual([...numbers.keys()].toSorted());
    for (const id of ids) {
      const { steps, versions } = await office.get(id);
      const history = await api.outgoing.history({ id });
      expect(history.filter(({ summary }) => !/^(?:新建|修改|改登记信息)$/u.test(summary))).toHaveLength(
        steps.length,
      );
      for (const { summary } of history) expect(summary).toMatch(/\p{Script=Han}/u);
      for (const version of versions) {
        const { document } = await api.outgoing.version({ id, versionId: version.id });
        texts.set(version.id, JSON.stringify(document));
      }
    }
    const rows = await session.database.read
      .selectFrom('outgoingVersion')
      .select(['id', 'document'])
      .execute();
    expect(rows).toHaveLength(texts.size);
    for (const row of rows) expect(JSON.parse(row.document)).toEqual(JSON.parse(texts.get(row.id) ?? ''));
    const counts = await api.outgoing.counts({});
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ids.length);
  });

  it('and every action of the table was taken at least once in these walks', () => {
    expect([...OUTGOING_ACTIONS].filter((action) => !taken.has(action))).toEqual([]);
  });
});
