import { describe, expect, it } from 'vitest';
import {
  findTransition,
  INCOMING_ACTIONS,
  INCOMING_FIELDS,
  INCOMING_FLOW,
  INCOMING_STATE_NAMES,
  INCOMING_STATES,
  incomingRows,
  refusalOf,
} from '../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingFacts, IncomingState } from '../../shared/domain/flow-incoming.ts';

const NOTHING: IncomingFacts = { replyRequired: false, suspendedFrom: null, voidedFrom: null };

/** office-domain a2, by hand: state, action, where it leads. */
const RULES: readonly (readonly [IncomingState, IncomingAction, readonly IncomingState[]])[] = [
  ['awaitingReceipt', 'receive', ['received']],
  ['received', 'register', ['registered']],
  ['registered', 'submitReview', ['underReview']],
  ['underReview', 'returnToSender', ['returned']],
  ['underReview', 'passReview', ['awaitingProposal']],
  ['underReview', 'passToCirculation', ['circulating']],
  ['awaitingProposal', 'propose', ['awaitingInstruction']],
  ['awaitingProposal', 'assignDirectly', ['handling']],
  ['awaitingInstruction', 'addInstruction', ['awaitingInstruction']],
  ['awaitingInstruction', 'instruct', ['awaitingAssignment']],
  ['awaitingInstruction', 'instructToRead', ['circulating']],
  ['awaitingInstruction', 'returnToProposal', ['awaitingProposal']],
  ['awaitingAssignment', 'assign', ['handling']],
  ['handling', 'acceptAssignment', ['handling']],
  ['handling', 'report', ['handling']],
  ['handling', 'transfer', ['handling']],
  ['handling', 'addAssist', ['handling']],
  ['handling', 'removeAssist', ['handling']],
  ['handling', 'extend', ['handling']],
  ['handling', 'urge', ['handling']],
  ['handling', 'rejectAssignment', ['awaitingAssignment']],
  ['handling', 'completeHandling', ['awaitingReply', 'closed']],
  ['circulating', 'addReader', ['circulating']],
  ['circulating', 'markRead', ['circulating']],
  ['circulating', 'exemptReader', ['circulating']],
  ['circulating', 'urge', ['circulating']],
  ['circulating', 'finishCirculation', ['awaitingReply', 'closed']],
  ['awaitingReply', 'reply', ['closed']],
  // 补记批示: words of a leader that come later, or that put right what was written down wrongly.
  ['awaitingAssignment', 'addInstruction', ['awaitingAssignment']],
  ['handling', 'addInstruction', ['handling']],
  ['circulating', 'addInstruction', ['circulating']],
  ['closed', 'reopen', ['handling']],
  ['closed', 'archive', ['archived']],
];

const targets = (state: IncomingState, action: IncomingAction) =>
  INCOMING_FLOW.filter((row) => row.from === state && row.action === action)
    .map(({ to }) => to)
    .toSorted();

const ALL: readonly IncomingState[] = INCOMING_STATES;
const OPEN: readonly IncomingState[] = ALL.filter((state) => state !== 'archived' && state !== 'voided');
const SUSPENDABLE: readonly IncomingState[] = OPEN.filter((state) => state !== 'suspended');
const VOIDABLE: readonly IncomingState[] = ALL.filter((state) => state !== 'voided');

/** What may be done in nearly every state: 任意非归档 挂起/恢复, 任意 作废. */
const STANDING: Partial<Record<IncomingAction, (state: IncomingState) => readonly IncomingState[]>> = {
  edit: (state) => (OPEN.includes(state) ? [state] : []),
  move: (state) => (state === 'voided' ? [] : [state]),
  suspend: (state) => (SUSPENDABLE.includes(state) ? ['suspended'] : []),
  resume: (state) => (state === 'suspended' ? SUSPENDABLE.toSorted() : []),
  void: (state) => (VOIDABLE.includes(state) ? ['voided'] : []),
  restore: (state) => (state === 'voided' ? VOIDABLE.toSorted() : []),
};

/** Where the rules let an action lead. */
function expected(state: IncomingState, action: IncomingAction): readonly IncomingState[] {
  const standing = STANDING[action];
  if (standing !== undefined) return standing(state);
  return RULES.find(([from, name]) => from === state && name === action)?.[2].toSorted() ?? [];
}

const pairs = INCOMING_STATES.flatMap((state) => INCOMING_ACTIONS.map((action) => [state, action] as const));

describe('every state with every action', () => {
  it.each(pairs)('%s, %s', (state, action) => {
    const to = expected(state, action);
    expect(targets(state, action)).toEqual(to);
    if (to.length === 0) {
      expect(findTransition(state, action, NOTHING)).toBeUndefined();
      expect(refusalOf(state, action)).toContain(`“${INCOMING_STATE_NAMES[state]}”的收文不能`);
    }
  });
});

describe('the table', () => {
  it.each(INCOMING_FLOW.map((row) => [`${row.from} ${row.action} ${row.to}`, row] as const))(
    '%s is found by its own facts and complete',
    (_name, row) => {
      expect(findTransition(row.from, row.action, { ...NOTHING, ...row.when })).toBe(row);
      expect(row.label).not.toBe('');
      expect(row.source).not.toBe('');
      for (const field of row.requires) expect(INCOMING_FIELDS[field]).toBeDefined();
      // By leave of the head: whose leave must be on record.
      if (row.who === 'director') expect(row.requires).toContain('approvedBy');
    },
  );

  it('never offers two rows for one action of one item', () => {
    for (const state of INCOMING_STATES) {
      for (const replyRequired of [true, false]) {
        for (const before of INCOMING_STATES) {
          const rows = incomingRows(state, { replyRequired, suspendedFrom: before, voidedFrom: before });
          expect(new Set(rows.map(({ action }) => action)).size).toBe(rows.length);
        }
      }
    }
  });

  it('goes back exactly to where an item was suspended or voided from', () => {
    const facts = { ...NOTHING, suspendedFrom: 'circulating', voidedFrom: 'suspended' } as const;
    expect(findTransition('suspended', 'resume', facts)?.to).toBe('circulating');
    expect(findTransition('voided', 'restore', facts)?.to).toBe('suspended');
    expect(findTransition('suspended', 'resume', NOTHING)).toBeUndefined();
  });

  it('leads from every state but the last ones onwards to the archive', () => {
    const reached = new Set<IncomingState>(['awaitingReceipt']);
    for (const from of reached) {
      for (const row of INCOMING_FLOW) {
        if (row.from === from && row.action !== 'restore' && row.action !== 'resume') reached.add(row.to);
      }
    }
    expect([...reached].toSorted()).toEqual([...INCOMING_STATES].toSorted());
  });
});
