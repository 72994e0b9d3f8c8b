/**
 * 发文 as data: buttons, refusals, tests and help read this table. The first slice has four states;
 * review, signing, printing and distribution become further rows, not further code.
 */

export const OUTGOING_STATES = ['draft', 'numbered', 'voided', 'discarded'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

export const OUTGOING_STATE_NAMES: Readonly<Record<OutgoingState, string>> = {
  draft: '草稿',
  numbered: '已编号',
  voided: '作废',
  discarded: '回收站',
};

export const OUTGOING_ACTIONS = ['edit', 'assignNumber', 'voidNumbered', 'discard', 'restore'] as const;
export type OutgoingAction = (typeof OUTGOING_ACTIONS)[number];

export interface FlowRow<S extends string, A extends string> {
  readonly from: S;
  readonly action: A;
  readonly to: S;
  /** Label of the button. */
  readonly label: string;
  /** What the person must fill in for it. */
  readonly requires: readonly string[];
}

export const OUTGOING_FLOW: readonly FlowRow<OutgoingState, OutgoingAction>[] = [
  { from: 'draft', action: 'edit', to: 'draft', label: '编辑', requires: [] },
  {
    from: 'draft',
    action: 'assignNumber',
    to: 'numbered',
    label: '编号',
    requires: ['title', 'issuerCode', 'year'],
  },
  { from: 'draft', action: 'discard', to: 'discarded', label: '删除', requires: ['reason'] },
  { from: 'discarded', action: 'restore', to: 'draft', label: '还原', requires: [] },
  { from: 'numbered', action: 'edit', to: 'numbered', label: '编辑', requires: [] },
  { from: 'numbered', action: 'voidNumbered', to: 'voided', label: '作废', requires: ['reason'] },
];

/** The row for an action in a state, or undefined when the flow does not allow it. */
export function findTransition(
  state: OutgoingState,
  action: OutgoingAction,
): FlowRow<OutgoingState, OutgoingAction> | undefined {
  return OUTGOING_FLOW.find((row) => row.from === state && row.action === action);
}
