import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTransition, INCOMING_ACTIONS, INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import type { IncomingAction } from '../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../shared/features/incoming-items.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { DRAFT, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';
import { randomFields, randomFrom } from './incoming-random.ts';

const SEEDS = [1, 2, 3, 4, 5];
const STEPS = 240;

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

/** Taken seldom, or every paper would end in them. */
const RARE: ReadonlySet<IncomingAction> = new Set(['void', 'suspend', 'move', 'edit', 'rejectAssignment']);

interface Tried {
  readonly action: IncomingAction;
  readonly done: boolean;
}

/** One random step on an item; the item must be where the table says, whether the step was taken or refused. */
async function step(id: string, action: IncomingAction, random: () => number): Promise<Tried> {
  const before = await office.get(id);
  const transition = findTransition(before.state, action, {
    replyRequired: before.replyRequired,
    suspendedFrom: before.suspendedFrom,
    voidedFrom: before.voidedFrom,
  });
  const fields = randomFields(office, before, random);
  let refusal: AppError | undefined;
  try {
    if (action === 'edit') {
      const draft = {
        ...DRAFT,
        remark: `备注${Math.floor(random() * 1e9)}`,
        replyRequired: random() < 0.5,
        dueOn: random() < 0.8 ? before.dueOn : '2026-12-31',
      };
      await office.program.api.incoming.save({ id, rowVersion: before.rowVersion, draft });
    } else await office.act(id, action, fields);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refusal = error;
  }
  const after = await office.get(id);
  if (transition === undefined) expect(refusal?.code).toBe('NOT_ALLOWED_IN_STATE');
  if (refusal === undefined) {
    expect(after.state).toBe(transition?.to);
    expect(after.rowVersion).toBe(before.rowVersion + 1);
  } else {
    expect(['NOT_ALLOWED_IN_STATE', 'INVALID_INPUT']).toContain(refusal.code);
    expect(after).toEqual(before);
  }
  checkItem(after);
  return { action, done: refusal === undefined };
}

function checkItem(item: IncomingDetail): void {
  expect(INCOMING_STATES).toContain(item.state);
  expect(item.location).not.toBe('');
  const leads = item.assignments.filter(
    ({ role, status }) => role === 'lead' && (status === 'active' || status === 'reported'),
  );
  expect(leads.length).toBeLessThanOrEqual(1);
  const suspended = item.state === 'suspended' ? item.suspendedFrom : item.state;
  if (suspended === 'handling') {
    expect(leads).toMatchObject([{ status: 'active' }]);
    expect(item.leadName).toBe(leads[0]?.departmentName);
    expect(item.dueOn).toBe(leads[0]?.dueOn);
  }
  if (suspended === 'awaitingAssignment') expect(leads).toEqual([]);
  for (const { originalDueOn, dueOn, deadlines } of item.assignments) {
    // Every deadline there was leads from the first to the present one without a break.
    let at = originalDueOn;
    for (const { oldDueOn, newDueOn } of deadlines) {
      expect(oldDueOn).toBe(at);
      at = newDueOn;
    }
    expect(dueOn).toBe(at);
  }
}

describe('whatever is done with the papers, in whatever order', () => {
  const taken = new Set<IncomingAction>();

  it.each(SEEDS)('walk %i', async (seed) => {
    const random = randomFrom(seed);
    const { api, session } = office.program;
    const lines = new Map<string, number>();
    for (let count = 0; count < STEPS; count += 1) {
      const ids = [...lines.keys()];
      if (ids.length < 4 || random() < 0.01) {
        const replyRequired = random() < 0.3;
        if (random() < 0.5)
          lines.set((await api.incoming.expect({ draft: { ...DRAFT, replyRequired } })).id, 1);
        else lines.set(await office.register({ replyRequired }), 2);
        continue;
      }
      const id = ids[Math.floor(random() * ids.length)] ?? '';
      const { actions } = await office.get(id);
      // Mostly what the screen offers, sometimes anything.
      const offered = random() < 0.8 ? actions.map(({ action }) => action) : INCOMING_ACTIONS;
      const calm = offered.filter((action) => !RARE.has(action) || random() < 0.2);
      // What no walk has done yet comes first now and then, so that nothing of the table is left out.
      const fresh = offered.filter((action) => !taken.has(action));
      const chosen = fresh.length > 0 && random() < 0.4 ? fresh : calm;
      const action = chosen[Math.floor(random() * chosen.length)];
      if (action === undefined) continue;
      const tried = await step(id, action, random);
      if (!tried.done) continue;
      taken.add(action);
      lines.set(id, (lines.get(id) ?? 0) + 1);
    }
    for (const [id, count] of lines) {
      const history = await api.incoming.history({ id });
      expect(history).toHaveLength(count);
      for (const { summary } of history) expect(summary).toMatch(/^\p{Script=Han}/u);
    }
    const rows = await session.database.read
      .selectFrom('incoming')
      .select(['serial', 'number'])
      .where('serial', 'is not', null)
      .orderBy('serial')
      .execute();
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_row, index) => index + 1));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    const { total } = await api.incoming.list({
      filter: {},
      sort: { key: 'state', direction: 'asc' },
      offset: 0,
      limit: 1,
    });
    expect(total).toBe(lines.size);
  });

  it('and every action of the table was taken at least once in these walks', () => {
    expect(INCOMING_ACTIONS.filter((action) => !taken.has(action))).toEqual([]);
  });
});
