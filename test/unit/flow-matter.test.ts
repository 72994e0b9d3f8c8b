import { describe, expect, it } from 'vitest';
import {
  findMatterTransition,
  MATTER_ACTIONS,
  MATTER_FIELDS,
  MATTER_FLOW,
  MATTER_STATE_NAMES,
  MATTER_STATES,
  matterRefusal,
} from '../../shared/domain/flow-matter.ts';
import type { MatterAction, MatterFacts, MatterState } from '../../shared/domain/flow-matter.ts';

/** 承办 of functions.md 4 in its four forms, by hand: state, action, where it leads. */
const RULES: readonly (readonly [MatterState, MatterAction, readonly MatterState[]])[] = [
  ['awaitingAssignment', 'assign', ['handling']],
  ['handling', 'acceptAssignment', ['handling']],
  ['handling', 'report', ['handling']],
  ['handling', 'transfer', ['handling']],
  ['handling', 'addAssist', ['handling']],
  ['handling', 'removeAssist', ['handling']],
  ['handling', 'extend', ['handling']],
  ['handling', 'rejectAssignment', ['awaitingAssignment']],
  ['handling', 'urge', ['handling']],
  ['handling', 'completeHandling', ['awaitingReply', 'closed']],
  ['awaitingReply', 'reply', ['closed']],
  ['closed', 'reopen', ['handling']],
  ['awaitingAssignment', 'edit', ['awaitingAssignment']],
  ['handling', 'edit', ['handling']],
  ['awaitingReply', 'edit', ['awaitingReply']],
  ['closed', 'edit', ['closed']],
  ['suspended', 'edit', ['suspended']],
  ['awaitingAssignment', 'suspend', ['suspended']],
  ['handling', 'suspend', ['suspended']],
  ['awaitingReply', 'suspend', ['suspended']],
  ['suspended', 'resume', ['awaitingAssignment', 'handling', 'awaitingReply']],
  ['awaitingAssignment', 'void', ['voided']],
  ['handling', 'void', ['voided']],
  ['awaitingReply', 'void', ['voided']],
  ['closed', 'void', ['voided']],
  ['suspended', 'void', ['voided']],
  ['voided', 'restore', ['awaitingAssignment', 'handling', 'awaitingReply', 'closed', 'suspended']],
];

/** Every combination of what decides between rows. */
const FACTS: readonly MatterFacts[] = [false, true].flatMap((replyRequired) =>
  [null, ...MATTER_STATES].flatMap((suspendedFrom) =>
    [null, ...MATTER_STATES].map((voidedFrom) => ({ replyRequired, suspendedFrom, voidedFrom })),
  ),
);

const back = (suspendedFrom: MatterState | null, voidedFrom: MatterState | null) => ({
  replyRequired: true,
  suspendedFrom,
  voidedFrom,
});

describe('the flow of a 承办件', () => {
  it.each(MATTER_STATES.flatMap((state) => MATTER_ACTIONS.map((action) => [state, action] as const)))(
    '%s %s leads where the rules say, or nowhere',
    (state, action) => {
      const targets = MATTER_FLOW.filter((row) => row.from === state && row.action === action).map(
        ({ to }) => to,
      );
      const rule = RULES.find(([from, what]) => from === state && what === action);
      expect(targets).toEqual(rule?.[2] ?? []);
      if (rule !== undefined) return;
      const refusal = matterRefusal(state, action);
      expect(refusal).toContain(`“${MATTER_STATE_NAMES[state]}”的承办件不能`);
      expect(refusal).toContain('没有改动。');
      expect(refusal).not.toMatch(/[a-z]/iu);
    },
  );

  it('has one row at most for an action, whatever the facts', () => {
    for (const facts of FACTS) {
      for (const state of MATTER_STATES) {
        for (const action of MATTER_ACTIONS) {
          const rows = MATTER_FLOW.filter(
            (row) =>
              row.from === state &&
              row.action === action &&
              findMatterTransition(state, action, facts) === row,
          );
          expect(rows.length).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('leaves every state, and comes back from 挂起 and 作废 to where it was', () => {
    for (const state of MATTER_STATES) expect(MATTER_FLOW.some((row) => row.from === state)).toBe(true);
    expect(findMatterTransition('suspended', 'resume', back('handling', null))?.to).toBe('handling');
    expect(findMatterTransition('voided', 'restore', back('handling', 'suspended'))?.to).toBe('suspended');
    expect(findMatterTransition('voided', 'restore', back(null, null))).toBeUndefined();
  });

  it('asks for words that a person knows, once each', () => {
    for (const row of MATTER_FLOW) {
      const asked = [...row.requires, ...row.offers];
      expect(new Set(asked).size).toBe(asked.length);
      for (const field of asked) expect(MATTER_FIELDS[field]).toMatch(/^\p{Script=Han}+$/u);
      expect(row.label).toMatch(/^[\p{Script=Han}（）]+$/u);
    }
  });

  it('asks for a 批准人 wherever the head must agree', () => {
    for (const row of MATTER_FLOW.filter(({ who }) => who === 'director')) {
      expect([row.action, row.requires.includes('approvedBy')]).toEqual([row.action, true]);
    }
  });
});
