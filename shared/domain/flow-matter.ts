import { labelOfAction, rowsFor, statesWith } from './flow.ts';
import type { FlowRow } from './flow.ts';

/**
 * 承办件 as data: buttons, refusals, required fields, help and tests all read this table. It is the 承办 of 收文 in its
 * four forms (主办、会办、转办、催办) for what comes without a paper: spoken orders, 批示, calls, decisions of meetings.
 */

export const MATTER_STATES = [
  'awaitingAssignment',
  'handling',
  'awaitingReply',
  'closed',
  'suspended',
  'voided',
] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_STATE_NAMES: Readonly<Record<MatterState, string>> = {
  awaitingAssignment: '待交办',
  handling: '承办中',
  awaitingReply: '待答复',
  closed: '已办结',
  suspended: '挂起',
  voided: '作废',
};

export const MATTER_ACTIONS = [
  'edit',
  'assign',
  'acceptAssignment',
  'report',
  'transfer',
  'addAssist',
  'removeAssist',
  'extend',
  'rejectAssignment',
  'urge',
  'completeHandling',
  'reply',
  'reopen',
  'suspend',
  'resume',
  'void',
  'restore',
] as const;
export type MatterAction = (typeof MATTER_ACTIONS)[number];

/** What a person fills in for an action; the names are those of the input of `matter.act`. */
export const MATTER_FIELDS = {
  leadDepartmentId: '主办部门',
  leadPersonId: '主办承办人',
  dueOn: '办理时限',
  assists: '会办部门',
  assignmentId: '承办单位',
  departmentId: '部门',
  personId: '承办人',
  signerName: '签收人',
  result: '办理结果',
  reason: '理由',
  approvedBy: '批准人',
  forceReason: '会办未反馈仍办结的理由',
  replyMethod: '答复方式',
  repliedOn: '答复日期',
  urgeLevel: '催办级别',
  urgeMethod: '催办方式',
} as const;
export type MatterField = keyof typeof MATTER_FIELDS;
// Their order is that of the object above.
export const MATTER_FIELD_NAMES = Object.keys(MATTER_FIELDS) as readonly MatterField[] as readonly [
  MatterField,
  ...MatterField[],
];

/** What decides between rows of the same state and action. */
export interface MatterFacts {
  readonly replyRequired: boolean;
  readonly suspendedFrom: MatterState | null;
  readonly voidedFrom: MatterState | null;
}

export interface MatterRow extends FlowRow<MatterState, MatterAction> {
  readonly requires: readonly MatterField[];
  /** What may be filled in besides, in the order of the form. */
  readonly offers: readonly MatterField[];
  /** The office's clerk, or by leave of its head (主任), whose name is then recorded as 批准人. */
  readonly who: 'clerk' | 'director';
  /** Taken seldom: drawn apart from the steps of the day. */
  readonly rare: boolean;
  /** Whether it can be taken back while nothing else has happened; if not, why and what to do instead. */
  readonly undo: true | string;
  /** Facts of the item for which the row holds; always, when left out. */
  readonly when?: Partial<MatterFacts>;
}

const OFFERS: Partial<Record<MatterAction, readonly MatterField[]>> = {
  assign: ['leadPersonId', 'assists'],
  transfer: ['assignmentId', 'personId', 'dueOn'],
  addAssist: ['personId', 'dueOn'],
  urge: ['assignmentId', 'reason'],
  completeHandling: ['forceReason'],
  reopen: ['dueOn'],
};

/** Where a field means something else than its usual name says. */
const LABELS: Partial<Record<MatterAction, Partial<Record<MatterField, string>>>> = {
  transfer: { departmentId: '转给部门', assignmentId: '由谁转出', dueOn: '新部门时限' },
  addAssist: { departmentId: '会办部门', dueOn: '会办时限' },
  removeAssist: { assignmentId: '减去的会办' },
  extend: { dueOn: '延至' },
  urge: { assignmentId: '催办谁', reason: '备注' },
  reopen: { dueOn: '新时限' },
};

const RARE: ReadonlySet<MatterAction> = new Set(['edit', 'suspend', 'void']);

/** What stays once it is done: rows that are only ever added, and what the head of the office has allowed. */
const LASTING: Partial<Record<MatterAction, string>> = {
  extend: '延期已经批准入册，原时限不能改写，不能撤销。延得不对的，请再次延期，或由主办“退回”后重新交办。',
  urge: '催办已经发出并入册，不能撤销。催错了请另行告知对方，不影响办理。',
  reopen: '重启已经批准入册，不能撤销。不需要续办的，请用“承办完成”。',
  resume: '恢复时已顺延办理时限，不能撤销。仍需等待的，请再次“挂起”。',
  void: '作废已经批准，不能直接撤销。请用“撤销作废”，写明批准人和理由。',
  restore: '撤销作废已经批准，不能直接撤销。仍要作废的，请再用“作废”。',
};

/** Why writing an order down stays. */
export const MATTER_CREATION_LASTS =
  '承办号已取用，登记不能撤销。登错了请用“修改”；整件不该登的请用“作废”，承办号保留。';

type Extra = Partial<Pick<MatterRow, 'who' | 'when'>>;

function row(
  from: MatterState,
  action: MatterAction,
  to: MatterState,
  label: string,
  requires: readonly MatterField[] = [],
  extra: Extra = {},
): MatterRow {
  return {
    from,
    action,
    to,
    label,
    requires,
    offers: (OFFERS[action] ?? []).filter((field) => !requires.includes(field)),
    who: 'clerk',
    rare: RARE.has(action),
    undo: LASTING[action] ?? true,
    ...extra,
  };
}

const DIRECTOR = { who: 'director' } as const;
const OPEN_STATES = ['awaitingAssignment', 'handling', 'awaitingReply'] as const;
const EDITABLE = [...OPEN_STATES, 'closed', 'suspended'] as const;
const VOIDABLE = MATTER_STATES.filter((state) => state !== 'voided');

export const MATTER_FLOW: readonly MatterRow[] = [
  row('awaitingAssignment', 'assign', 'handling', '交办', ['leadDepartmentId', 'dueOn']),
  row('handling', 'acceptAssignment', 'handling', '承办签收', ['assignmentId', 'signerName']),
  row('handling', 'report', 'handling', '反馈办理结果', ['assignmentId', 'result']),
  row('handling', 'transfer', 'handling', '转办', ['departmentId', 'reason']),
  row('handling', 'addAssist', 'handling', '增加会办', ['departmentId', 'reason']),
  row('handling', 'removeAssist', 'handling', '减少会办', ['assignmentId', 'reason']),
  row('handling', 'extend', 'handling', '延期', ['assignmentId', 'dueOn', 'approvedBy', 'reason'], DIRECTOR),
  row('handling', 'rejectAssignment', 'awaitingAssignment', '退回（不属本部门）', ['reason']),
  row('handling', 'urge', 'handling', '催办', ['urgeLevel', 'urgeMethod']),
  row('handling', 'completeHandling', 'awaitingReply', '承办完成', ['result'], {
    when: { replyRequired: true },
  }),
  row('handling', 'completeHandling', 'closed', '承办完成', ['result'], { when: { replyRequired: false } }),
  row('awaitingReply', 'reply', 'closed', '答复登记', ['replyMethod', 'repliedOn']),
  row('closed', 'reopen', 'handling', '重启', ['reason', 'approvedBy'], DIRECTOR),
  ...EDITABLE.map((state) => row(state, 'edit', state, '修改')),
  ...OPEN_STATES.map((from) => row(from, 'suspend', 'suspended', '挂起', ['reason'])),
  ...OPEN_STATES.map((to) => row('suspended', 'resume', to, '恢复', [], { when: { suspendedFrom: to } })),
  ...VOIDABLE.map((from) => row(from, 'void', 'voided', '作废', ['reason', 'approvedBy'], DIRECTOR)),
  ...VOIDABLE.map((to) =>
    row('voided', 'restore', to, '撤销作废', ['reason', 'approvedBy'], {
      ...DIRECTOR,
      when: { voidedFrom: to },
    }),
  ),
];

/** The rows that hold for an item in a state, in the order of the table. */
export function matterRows(state: MatterState, facts: MatterFacts): MatterRow[] {
  return rowsFor(MATTER_FLOW, state, facts);
}

/** The row for an action in a state, or undefined when the flow does not allow it. */
export function findMatterTransition(
  state: MatterState,
  action: MatterAction,
  facts: MatterFacts,
): MatterRow | undefined {
  return matterRows(state, facts).find((candidate) => candidate.action === action);
}

/** What a field of an action's form is called. */
export function matterFieldLabel(action: MatterAction, field: MatterField): string {
  return LABELS[action]?.[field] ?? MATTER_FIELDS[field];
}

/** Why an action is refused in a state, and where it is possible instead. */
export function matterRefusal(state: MatterState, action: MatterAction): string {
  const possible = statesWith(MATTER_FLOW, action, MATTER_STATE_NAMES);
  const where = possible.length > 4 ? '' : `只有${possible.join('、')}的可以。`;
  return `“${MATTER_STATE_NAMES[state]}”的承办件不能${labelOfAction(MATTER_FLOW, action)}，没有改动。${where}`;
}

/** Where an order came from. */
export const MATTER_SOURCES = ['spoken', 'instruction', 'call', 'meeting', 'other'] as const;
export type MatterSource = (typeof MATTER_SOURCES)[number];
export const MATTER_SOURCE_NAMES: Readonly<Record<MatterSource, string>> = {
  spoken: '口头交办',
  instruction: '领导批示',
  call: '来电',
  meeting: '会议',
  other: '其他',
};

export const MATTER_URGENCIES = ['平件', '加急', '特急'] as const;
