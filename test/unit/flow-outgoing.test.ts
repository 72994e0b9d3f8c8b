import { describe, expect, it } from 'vitest';
import {
  findTransition,
  OUTGOING_ACTIONS,
  OUTGOING_FLOW,
  OUTGOING_GROUPS,
  OUTGOING_STATE_NAMES,
  OUTGOING_STATES,
  outgoingRows,
  refusalOf,
} from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingAction, OutgoingFacts, OutgoingState } from '../../shared/domain/flow-outgoing.ts';
import { OUTGOING_FIELDS, outgoingFieldLabel } from '../../shared/domain/outgoing-fields.ts';

/** The rules as the office tells them, written down apart from the table: from, action, where to. */
const RULES: readonly (readonly [OutgoingState, OutgoingAction, readonly OutgoingState[]])[] = [
  ['draft', 'edit', ['draft']],
  ['draft', 'submit', ['departmentReview']],
  ['draft', 'recordPaperApproval', ['awaitingNumber']],
  ['draft', 'discard', ['discarded']],
  ['discarded', 'restore', ['draft']],
  ['departmentReview', 'passDepartmentReview', ['countersigning', 'officeReview']],
  ['departmentReview', 'returnToDraft', ['draft']],
  ['departmentReview', 'withdraw', ['draft']],
  ['countersigning', 'countersign', ['countersigning']],
  ['countersigning', 'addCountersign', ['countersigning']],
  ['countersigning', 'removeCountersign', ['countersigning']],
  ['countersigning', 'finishCountersign', ['officeReview']],
  ['countersigning', 'returnToDraft', ['draft']],
  ['countersigning', 'withdraw', ['draft']],
  ['officeReview', 'edit', ['officeReview']],
  ['officeReview', 'passOfficeReview', ['awaitingSignature']],
  ['officeReview', 'returnToDraft', ['draft']],
  ['officeReview', 'returnToDepartment', ['departmentReview']],
  ['officeReview', 'returnToCountersign', ['countersigning']],
  ['officeReview', 'withdraw', ['draft']],
  ['officeReview', 'voidNumbered', ['voided']],
  ['awaitingSignature', 'edit', ['awaitingSignature']],
  ['awaitingSignature', 'sign', ['awaitingSignature', 'signed']],
  ['awaitingSignature', 'returnToOffice', ['officeReview']],
  ['awaitingSignature', 'returnToDraft', ['draft']],
  ['awaitingSignature', 'withdraw', ['draft']],
  ['awaitingSignature', 'voidNumbered', ['voided']],
  ['signed', 'edit', ['signed']],
  ['signed', 'passRecheck', ['awaitingNumber', 'numbered']],
  ['signed', 'returnToSignatory', ['awaitingSignature']],
  ['signed', 'returnToDraft', ['draft']],
  ['signed', 'returnToOffice', ['officeReview']],
  ['signed', 'voidNumbered', ['voided']],
  ['awaitingNumber', 'edit', ['awaitingNumber']],
  ['awaitingNumber', 'assignNumber', ['numbered']],
  ['awaitingNumber', 'confirmNumber', ['numbered']],
  ['awaitingNumber', 'returnToDraft', ['draft']],
  ['awaitingNumber', 'returnToRecheck', ['signed']],
  ['numbered', 'edit', ['numbered']],
  ['numbered', 'sendToPrint', ['printing']],
  ['numbered', 'returnToRecheck', ['signed']],
  ['numbered', 'voidNumbered', ['voided']],
  ['printing', 'edit', ['printing']],
  ['printing', 'finishProof', ['awaitingSeal']],
  ['printing', 'distributeUnsealed', ['distributing']],
  ['printing', 'returnToRecheck', ['signed']],
  ['printing', 'voidNumbered', ['voided']],
  ['awaitingSeal', 'useSeal', ['sealed']],
  ['awaitingSeal', 'returnToPrint', ['printing']],
  ['awaitingSeal', 'voidNumbered', ['voided']],
  ['sealed', 'distribute', ['distributing']],
  ['sealed', 'voidNumbered', ['voided']],
  ['distributing', 'recordDistribution', ['distributing']],
  ['distributing', 'close', ['closed']],
  ['distributing', 'voidNumbered', ['voided']],
  ['closed', 'archive', ['archived']],
  ['closed', 'reopen', ['distributing']],
  ['closed', 'voidNumbered', ['voided']],
];

const NAMES = [
  'numbered',
  'ownNumber',
  'countersignNeeded',
  'disagreed',
  'lastSignature',
  'partlySigned',
  'changedSinceSigned',
  'copyNumbered',
  'sealNeeded',
  'allReceived',
] as const satisfies readonly (keyof OutgoingFacts)[];

/** Every combination of facts. */
const EVERY_FACTS: readonly OutgoingFacts[] = Array.from({ length: 2 ** NAMES.length }, (_, bits) => {
  const has = (name: (typeof NAMES)[number]) => ((bits >> NAMES.indexOf(name)) & 1) === 1;
  return {
    numbered: has('numbered'),
    ownNumber: has('ownNumber'),
    countersignNeeded: has('countersignNeeded'),
    disagreed: has('disagreed'),
    lastSignature: has('lastSignature'),
    partlySigned: has('partlySigned'),
    changedSinceSigned: has('changedSinceSigned'),
    copyNumbered: has('copyNumbered'),
    sealNeeded: has('sealNeeded'),
    allReceived: has('allReceived'),
  };
});
const [NOTHING] = EVERY_FACTS;

const pairs = OUTGOING_STATES.flatMap((state) => OUTGOING_ACTIONS.map((action) => [state, action] as const));

describe('every state with every action', () => {
  it.each(pairs)('%s, %s', (state, action) => {
    const to = RULES.find(([from, name]) => from === state && name === action)?.[2] ?? [];
    const reached = EVERY_FACTS.flatMap((facts) => findTransition(state, action, facts)?.to ?? []);
    expect([...new Set(reached)].toSorted()).toEqual([...to].toSorted());
    if (to.length === 0) expect(refusalOf(state, action)).toContain(`“${OUTGOING_STATE_NAMES[state]}”的公文`);
  });
});

describe('the table', () => {
  it.each(OUTGOING_FLOW.map((row) => [`${row.from} ${row.action} ${row.to}`, row] as const))(
    '%s is complete',
    (_name, row) => {
      expect(NOTHING).toBeDefined();
      if (NOTHING === undefined) return;
      expect(findTransition(row.from, row.action, { ...NOTHING, ...row.when })).toBe(row);
      expect(row.label).not.toBe('');
      expect(row.source).not.toBe('');
      for (const field of [...row.requires, ...row.offers]) {
        expect(OUTGOING_FIELDS[field]).toBeDefined();
        expect(outgoingFieldLabel(row.action, field)).not.toBe('');
      }
      expect(row.offers.filter((field) => row.requires.includes(field))).toEqual([]);
      // By leave of the head: whose leave must be on record.
      if (row.who === 'director') expect(row.requires).toContain('approvedBy');
      // Every return says why, and keeps the text as it was.
      if (row.action.startsWith('returnTo') || row.action === 'withdraw') {
        expect(row.requires).toContain('reason');
        expect(row.version).toBe('always');
      }
      expect(row.edits === undefined).toBe(row.action !== 'edit');
    },
  );

  it('never offers two rows for one action of one document', () => {
    for (const state of OUTGOING_STATES) {
      for (const facts of EVERY_FACTS) {
        const rows = outgoingRows(state, facts);
        expect(new Set(rows.map(({ action }) => action)).size).toBe(rows.length);
      }
    }
  });

  it('numbers only what waits for its number, and nothing twice', () => {
    expect(OUTGOING_FLOW.filter(({ action }) => action === 'assignNumber').map(({ from }) => from)).toEqual([
      'awaitingNumber',
    ]);
    for (const facts of EVERY_FACTS.filter(({ numbered }) => numbered)) {
      for (const state of OUTGOING_STATES) {
        const rows = outgoingRows(state, facts);
        // No way leads a numbered document to a draft, into the bin, or once more to 编号.
        if (state === 'awaitingNumber' || state === 'draft') continue;
        if (['departmentReview', 'countersigning', 'discarded'].includes(state)) continue;
        expect(rows.map(({ to }) => to)).not.toContain('draft');
        expect(rows.map(({ to }) => to)).not.toContain('awaitingNumber');
        expect(rows.map(({ to }) => to)).not.toContain('discarded');
      }
    }
  });

  it('lets nothing but 退签发人复审 follow a substantial change after 签发', () => {
    for (const facts of EVERY_FACTS.filter(({ changedSinceSigned }) => changedSinceSigned)) {
      const onward = outgoingRows('signed', facts).filter(({ to }) => to !== 'signed' && to !== 'voided');
      expect(onward.map(({ action }) => action)).toEqual(['returnToSignatory']);
    }
  });

  it('lets only form be changed once 复核 is passed', () => {
    for (const row of OUTGOING_FLOW.filter(({ action }) => action === 'edit')) {
      const free = ['draft', 'officeReview', 'awaitingSignature', 'signed'].includes(row.from);
      expect(row.edits).toBe(free ? 'all' : 'formal');
    }
  });

  it('leads from every state onwards to the archive, and every state can be reached', () => {
    const reached = new Set<OutgoingState>(['draft']);
    for (const from of reached) {
      for (const row of OUTGOING_FLOW) if (row.from === from) reached.add(row.to);
    }
    expect([...reached].toSorted()).toEqual([...OUTGOING_STATES].toSorted());
  });

  it('puts every state into one group of the list, but for the recycle bin', () => {
    const grouped = Object.values(OUTGOING_GROUPS).flatMap(({ states }): readonly OutgoingState[] => states);
    expect(grouped.toSorted()).toEqual(OUTGOING_STATES.filter((state) => state !== 'discarded').toSorted());
  });
});
