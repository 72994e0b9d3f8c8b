import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findTransition,
  INCOMING_ACTIONS,
  INCOMING_FLOW,
  INCOMING_STATE_NAMES,
  INCOMING_STATES,
  refusalOf,
} from '../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingRow, IncomingState } from '../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../shared/features/incoming-items.ts';
import type { IncomingFields } from '../../shared/features/incoming.ts';
import {
  assignmentOf,
  bringToAssignment,
  bringToHandling,
  DRAFT,
  startReceiving,
} from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

/** Every row of the table taken once, every required field missed once, every pair not in the table refused. */

let office: ReceivingOffice;
beforeAll(async () => {
  office = await startReceiving();
});
afterAll(() => office.program.close());

const LEAVE = { reason: '因故', approvedBy: '张主任' };

/** One paper brought to a state from its beginning. */
const WAYS: Readonly<Record<IncomingState, (from: IncomingState) => Promise<string>>> = {
  awaitingReceipt: async () => (await office.program.api.incoming.expect({ draft: DRAFT })).id,
  received: async () => {
    const id = await WAYS.awaitingReceipt('awaitingReceipt');
    await office.act(id, 'receive', { signerName: '林晓', receivedAt: office.program.clock.now, copies: 1 });
    return id;
  },
  registered: () => office.register(),
  underReview: () => after('registered', 'submitReview'),
  returned: () => after('underReview', 'returnToSender', { returnReason: '其他', reason: '重复来文' }),
  awaitingProposal: () => after('underReview', 'passReview'),
  awaitingInstruction: () =>
    after('awaitingProposal', 'propose', {
      opinion: '拟请办理。',
      leadDepartmentId: office.departments[0],
      dueOn: '2026-12-04',
    }),
  awaitingAssignment: async () => {
    const id = await office.register();
    await bringToAssignment(office, id);
    return id;
  },
  handling: async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    return id;
  },
  circulating: () => after('underReview', 'passToCirculation', { readers: [{ name: '王局长' }] }),
  awaitingReply: async () => {
    const id = await office.register({ replyRequired: true });
    await bringToHandling(office, id);
    await office.act(id, 'completeHandling', { result: '已办', forceReason: '无需等待' });
    return id;
  },
  closed: () => after('handling', 'completeHandling', { result: '已办', forceReason: '无需等待' }),
  archived: () => after('closed', 'archive'),
  suspended: (from) => after(from === 'suspended' ? 'registered' : from, 'suspend', { reason: '等待批复' }),
  voided: (from) => after(from === 'voided' ? 'registered' : from, 'void', LEAVE),
};

async function after(
  from: IncomingState,
  action: IncomingAction,
  fields: IncomingFields = {},
): Promise<string> {
  const id = await WAYS[from](from);
  await office.act(id, action, fields);
  return id;
}

/** A paper for which the row holds. */
async function paperFor(row: IncomingRow): Promise<string> {
  const id = await WAYS[row.from](row.when?.suspendedFrom ?? row.when?.voidedFrom ?? row.from);
  if (row.when?.replyRequired === true) {
    const { rowVersion } = await office.get(id);
    const { dueOn } = await office.get(id);
    await office.program.api.incoming.save({
      id,
      rowVersion,
      draft: { ...DRAFT, replyRequired: true, dueOn },
    });
  }
  if (row.action === 'completeHandling') {
    await office.act(id, 'report', {
      assignmentId: await assignmentOf(office, id, 'assist'),
      result: '已报',
    });
  }
  if (row.action === 'finishCirculation') {
    const [reader] = (await office.get(id)).readers;
    await office.act(id, 'markRead', { readerId: reader?.id ?? '' });
  }
  return id;
}

/** Everything an action may need, right for this paper. */
async function completeFields(id: string, row: IncomingRow): Promise<IncomingFields> {
  const item = await office.get(id);
  const role = row.action === 'report' || row.action === 'removeAssist' ? 'assist' : 'lead';
  const all: Required<Pick<IncomingFields, 'reason'>> & IncomingFields = {
    ...LEAVE,
    signerName: '林晓',
    receivedAt: office.program.clock.now,
    copies: 1,
    returnReason: '其他',
    opinion: '拟请办理。',
    leadDepartmentId: office.departments[0],
    dueOn: '2026-12-11',
    basis: '分工表',
    instructedBy: '王局长',
    instructedOn: '2026-11-22',
    instruction: '同意。',
    readers: [{ name: '孙总工' }],
    assignmentId: await assignmentOf(office, id, role),
    departmentId: office.departments[2],
    result: '已办理',
    readerId: item.readers.find(({ status }) => status === 'waiting')?.id ?? '',
    replyMethod: '复函',
    repliedOn: '2026-11-22',
    urgeLevel: '提醒',
    urgeMethod: '电话',
    location: '文印室',
  };
  // Exactly what the row asks for: nothing more may be needed.
  const asked: readonly string[] = row.requires;
  return Object.fromEntries(Object.entries(all).filter(([name]) => asked.includes(name)));
}

const take = async (id: string, row: IncomingRow, fields: IncomingFields): Promise<unknown> => {
  if (row.action !== 'edit') return office.act(id, row.action, fields);
  const { rowVersion, dueOn, replyRequired } = await office.get(id);
  return office.program.api.incoming.save({
    id,
    rowVersion,
    draft: { ...DRAFT, dueOn, replyRequired, remark: '已核对' },
  });
};

/** In the row already when the step is taken. */
const IN_ROW = new Set(['title', 'senderName']);

const nameOf = ({ from, label, to, when }: IncomingRow) =>
  `${INCOMING_STATE_NAMES[from]} ${label} → ${INCOMING_STATE_NAMES[to]} ${JSON.stringify(when ?? {})}`;

describe('every row of the table', () => {
  it.each(INCOMING_FLOW.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
    const id = await paperFor(row);
    const before = await office.get(id);
    expect(before.state).toBe(row.from);
    expect(before.actions.map(({ action }) => action)).toContain(row.action);
    const fields = await completeFields(id, row);
    for (const field of row.requires) {
      if (IN_ROW.has(field) || (row.action === 'register' && field === 'copies')) continue;
      const { [field as keyof IncomingFields]: _left, ...rest } = fields;
      await expect(take(id, row, rest), `without ${field}`).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: expect.stringContaining('请填写') as string },
      });
      expect(await office.get(id)).toEqual(before);
    }
    const lines = (await office.program.api.incoming.history({ id })).length;
    await take(id, row, fields);
    const item = await office.get(id);
    expect(item.state).toBe(row.to);
    expect(item.rowVersion).toBe(before.rowVersion + 1);
    expect(item.undo !== null).toBe(row.undo === true);
    expect(await office.program.api.incoming.history({ id })).toHaveLength(lines + 1);
  });
});

const factsOf = ({ replyRequired, suspendedFrom, voidedFrom }: IncomingDetail) => ({
  replyRequired,
  suspendedFrom,
  voidedFrom,
});

describe('every pair that is not in the table', () => {
  it.each(INCOMING_STATES)('%s: refused with the reason, nothing is changed', async (state) => {
    const id = await WAYS[state](state);
    const item = await office.get(id);
    expect(item.state).toBe(state);
    const possible = INCOMING_ACTIONS.filter((action) => findTransition(state, action, factsOf(item)));
    expect(item.actions.map(({ action }) => action).toSorted()).toEqual([...new Set(possible)].toSorted());
    for (const action of INCOMING_ACTIONS.filter((one) => !possible.includes(one))) {
      const attempt =
        action === 'edit'
          ? office.program.api.incoming.save({ id, rowVersion: item.rowVersion, draft: DRAFT })
          : office.program.api.incoming.act({ id, rowVersion: item.rowVersion, action, fields: LEAVE });
      await expect(attempt, action).rejects.toMatchObject({
        code: 'NOT_ALLOWED_IN_STATE',
        message: refusalOf(state, action),
      });
    }
    expect(await office.get(id)).toEqual(item);
  });

  it('every state is reached and every action stands in the table', () => {
    expect(new Set(INCOMING_FLOW.map(({ action }) => action))).toEqual(new Set(INCOMING_ACTIONS));
    expect(new Set(INCOMING_FLOW.map(({ from }) => from))).toEqual(new Set(INCOMING_STATES));
    for (const action of INCOMING_ACTIONS) {
      expect(refusalOf('archived', action)).toMatch(/^“已归档”的收文不能.+，没有改动。/u);
    }
  });
});
