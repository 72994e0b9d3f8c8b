import { labelOfAction, rowsFor, statesWith } from './flow.ts';
import type { FlowRow } from './flow.ts';
import type { OutgoingField } from './outgoing-fields.ts';
import { LASTING, OFFERS, RARE, versionOf } from './outgoing-step-notes.ts';

/**
 * 发文 as data: buttons, refusals, required fields, help and tests all read this table. It follows
 * 党政机关公文处理工作条例 第十八至二十二条 (拟制: 起草、审核、签发) and 第二十五条 (办理: 复核、登记、印制、核发),
 * with 会签, 用印 and 分发 as steps of their own. A number is issued after 复核 only.
 */

export const OUTGOING_STATES = [
  'draft',
  'departmentReview',
  'countersigning',
  'officeReview',
  'awaitingSignature',
  'signed',
  'awaitingNumber',
  'numbered',
  'printing',
  'awaitingSeal',
  'sealed',
  'distributing',
  'closed',
  'archived',
  'voided',
  'discarded',
] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

export const OUTGOING_STATE_NAMES: Readonly<Record<OutgoingState, string>> = {
  draft: '草稿',
  departmentReview: '部门审',
  countersigning: '会签中',
  officeReview: '办公室审核',
  awaitingSignature: '待签发',
  signed: '已签发（待复核）',
  awaitingNumber: '待编号',
  numbered: '已编号',
  printing: '印制中',
  awaitingSeal: '待用印',
  sealed: '已用印',
  distributing: '分发中',
  closed: '已办结',
  archived: '已归档',
  voided: '作废',
  discarded: '回收站',
};

/** The list's quick choices, in the order of the road. */
export const OUTGOING_GROUPS = {
  drafts: { label: '我的草稿', states: ['draft'] },
  review: { label: '在审', states: ['departmentReview', 'countersigning', 'officeReview'] },
  signature: { label: '待签发', states: ['awaitingSignature'] },
  number: { label: '待编号', states: ['signed', 'awaitingNumber'] },
  seal: { label: '待用印', states: ['numbered', 'printing', 'awaitingSeal'] },
  distribution: { label: '分发中', states: ['sealed', 'distributing'] },
  done: { label: '已办结', states: ['closed', 'archived'] },
  voided: { label: '作废', states: ['voided'] },
} as const satisfies Record<string, { label: string; states: readonly OutgoingState[] }>;
export type OutgoingGroup = keyof typeof OUTGOING_GROUPS;
// The keys of the object above are exactly the type's.
export const OUTGOING_GROUP_KEYS = Object.keys(OUTGOING_GROUPS) as OutgoingGroup[];

/** What has its number, whatever became of it since. */
export const NUMBERED_STATES = [
  'numbered',
  'printing',
  'awaitingSeal',
  'sealed',
  'distributing',
  'closed',
  'archived',
  'voided',
] as const satisfies readonly OutgoingState[];

export const OUTGOING_ACTIONS = [
  'edit',
  'submit',
  'withdraw',
  'passDepartmentReview',
  'countersign',
  'addCountersign',
  'removeCountersign',
  'finishCountersign',
  'passOfficeReview',
  'returnToDraft',
  'returnToDepartment',
  'returnToCountersign',
  'returnToOffice',
  'sign',
  'passRecheck',
  'returnToSignatory',
  'recordPaperApproval',
  'assignNumber',
  'confirmNumber',
  'returnToRecheck',
  'sendToPrint',
  'finishProof',
  'returnToPrint',
  'useSeal',
  'distribute',
  'distributeUnsealed',
  'recordDistribution',
  'close',
  'reopen',
  'archive',
  'voidNumbered',
  'discard',
  'restore',
] as const;
export type OutgoingAction = (typeof OUTGOING_ACTIONS)[number];

/** Who does it: the office's clerk, the drafter alone, or by leave of the head whose name is recorded as 批准人. */
export type OutgoingActor = 'clerk' | 'drafter' | 'director';

/** What decides between rows of the same state and action. */
export interface OutgoingFacts {
  /** It has a 发文字号. */
  readonly numbered: boolean;
  /** It goes by a 令号 or 期号 that people give it, not by a number of a series. */
  readonly ownNumber: boolean;
  readonly countersignNeeded: boolean;
  /** A department disagrees in this round of 会签. */
  readonly disagreed: boolean;
  /** One 签发 is left: the only one, or the last of a joint document. */
  readonly lastSignature: boolean;
  /** Some issuers of a joint document have signed already. */
  readonly partlySigned: boolean;
  /** The text differs from what was signed in more than form. */
  readonly changedSinceSigned: boolean;
  /** It shows 份号. */
  readonly copyNumbered: boolean;
  readonly sealNeeded: boolean;
  /** Every unit has received its copies. */
  readonly allReceived: boolean;
}

export interface OutgoingRow extends FlowRow<OutgoingState, OutgoingAction> {
  readonly requires: readonly OutgoingField[];
  /** What may be filled in besides, in the order of the form. */
  readonly offers: readonly OutgoingField[];
  readonly who: OutgoingActor;
  /** Taken seldom: drawn apart from the steps of the day. */
  readonly rare: boolean;
  /** Whether it can be taken back while nothing else has happened; if not, why and what to do instead. */
  readonly undo: true | string;
  /** Facts of the document for which the row holds; always, when left out. */
  readonly when?: Partial<OutgoingFacts>;
  /** Whether the text is kept as a version: at every time, when it has changed since the last one, or not at all. */
  readonly version: 'always' | 'changed' | 'never';
  /** For editing: everything, or only what is no substantial change of what was signed. */
  readonly edits?: 'all' | 'formal';
  /** Clause or rule it stands on. */
  readonly source: string;
}

const DRAFTING = '条例第二十、二十一条';
const SIGNING = '条例第二十二条';
const HANDLING = '条例第二十五条';
const PRACTICE = '办文通例';
const OFFICE = '本单位规定';

type Extra = Partial<Pick<OutgoingRow, 'who' | 'when' | 'source' | 'label' | 'edits'>>;

function row(
  from: OutgoingState,
  action: OutgoingAction,
  to: OutgoingState,
  label: string,
  requires: readonly OutgoingField[] = [],
  extra: Extra = {},
): OutgoingRow {
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
    version: versionOf(action),
    source: PRACTICE,
    ...extra,
  };
}

const editing = (state: OutgoingState, edits: 'all' | 'formal', when?: Partial<OutgoingFacts>): OutgoingRow =>
  row(state, 'edit', state, '编辑', [], { edits, ...(when === undefined ? {} : { when }) });

const back = (
  from: OutgoingState,
  action: OutgoingAction,
  to: OutgoingState,
  label: string,
  when?: Partial<OutgoingFacts>,
): OutgoingRow =>
  row(from, action, to, label, ['reason'], { source: DRAFTING, ...(when === undefined ? {} : { when }) });

const UNNUMBERED = { numbered: false } as const;
/** A numbered document never goes back to a draft: its number would be lost sight of. */
const withdraw = (from: OutgoingState, when: Partial<OutgoingFacts> = {}): OutgoingRow =>
  row(from, 'withdraw', 'draft', '撤回', ['reason'], { who: 'drafter', when: { ...UNNUMBERED, ...when } });

const AFTER_NUMBER = ['numbered', 'printing', 'awaitingSeal', 'sealed', 'distributing', 'closed'] as const;
const NUMBERED_AGAIN = ['officeReview', 'awaitingSignature', 'signed'] as const;
const voiding = (from: OutgoingState, when: Partial<OutgoingFacts> = {}): OutgoingRow =>
  row(from, 'voidNumbered', 'voided', '作废', ['reason', 'approvedBy'], {
    who: 'director',
    source: OFFICE,
    when,
  });

const PAPER: readonly OutgoingField[] = ['title', 'checkedBy', 'signatory', 'signedOn', 'recheckedBy'];

export const OUTGOING_FLOW: readonly OutgoingRow[] = [
  row('draft', 'submit', 'departmentReview', '送审', ['title', 'departmentName', 'disclosure'], {
    source: DRAFTING,
  }),
  row('draft', 'recordPaperApproval', 'awaitingNumber', '补记纸面审签', PAPER, { source: SIGNING }),
  row(
    'departmentReview',
    'passDepartmentReview',
    'countersigning',
    '部门审核通过，送会签',
    ['reviewedBy', 'countersignDepartments'],
    {
      source: DRAFTING,
      when: { countersignNeeded: true },
    },
  ),
  row('departmentReview', 'passDepartmentReview', 'officeReview', '部门审核通过', ['reviewedBy'], {
    source: DRAFTING,
    when: { countersignNeeded: false },
  }),
  back('departmentReview', 'returnToDraft', 'draft', '退回修改'),
  withdraw('departmentReview'),
  row(
    'countersigning',
    'countersign',
    'countersigning',
    '记会签',
    ['countersignId', 'verdict', 'countersignedBy'],
    {
      source: DRAFTING,
    },
  ),
  row('countersigning', 'finishCountersign', 'officeReview', '会签完毕', [], {
    source: DRAFTING,
    when: { disagreed: false },
  }),
  row('countersigning', 'finishCountersign', 'officeReview', '协调后会签完毕', ['conclusion', 'approvedBy'], {
    who: 'director',
    source: DRAFTING,
    when: { disagreed: true },
  }),
  row('countersigning', 'addCountersign', 'countersigning', '增加会签部门', ['countersignDepartments']),
  row('countersigning', 'removeCountersign', 'countersigning', '免会签', ['countersignId', 'reason']),
  back('countersigning', 'returnToDraft', 'draft', '退回修改'),
  withdraw('countersigning'),
  row('officeReview', 'passOfficeReview', 'awaitingSignature', '审核通过，送签发', ['checkedBy'], {
    source: DRAFTING,
  }),
  back('officeReview', 'returnToDraft', 'draft', '退回修改', UNNUMBERED),
  back('officeReview', 'returnToDepartment', 'departmentReview', '退回部门审', UNNUMBERED),
  row(
    'officeReview',
    'returnToCountersign',
    'countersigning',
    '退回会签',
    ['reason', 'countersignDepartments'],
    {
      source: DRAFTING,
      when: UNNUMBERED,
    },
  ),
  withdraw('officeReview'),
  row('awaitingSignature', 'sign', 'awaitingSignature', '签发，送下一机关', ['signatory', 'signedOn'], {
    source: SIGNING,
    when: { lastSignature: false },
  }),
  row('awaitingSignature', 'sign', 'signed', '签发', ['signatory', 'signedOn'], {
    source: SIGNING,
    when: { lastSignature: true },
  }),
  back('awaitingSignature', 'returnToOffice', 'officeReview', '退回办公室审核'),
  back('awaitingSignature', 'returnToDraft', 'draft', '退回修改', UNNUMBERED),
  withdraw('awaitingSignature', { partlySigned: false }),
  row('signed', 'passRecheck', 'awaitingNumber', '复核通过', ['recheckedBy'], {
    source: HANDLING,
    when: { numbered: false, changedSinceSigned: false },
  }),
  row('signed', 'passRecheck', 'numbered', '复核通过', ['recheckedBy'], {
    source: HANDLING,
    when: { numbered: true, changedSinceSigned: false },
  }),
  back('signed', 'returnToSignatory', 'awaitingSignature', '退签发人复审'),
  back('signed', 'returnToDraft', 'draft', '退回修改', { numbered: false, changedSinceSigned: false }),
  back('signed', 'returnToOffice', 'officeReview', '退回办公室审核', {
    numbered: true,
    changedSinceSigned: false,
  }),
  row('awaitingNumber', 'assignNumber', 'numbered', '编号', ['issuerCode', 'year'], {
    source: HANDLING,
    when: { ownNumber: false },
  }),
  row('awaitingNumber', 'confirmNumber', 'numbered', '核对令号、期号', [], {
    source: HANDLING,
    when: { ownNumber: true },
  }),
  back('awaitingNumber', 'returnToDraft', 'draft', '退回修改'),
  back('awaitingNumber', 'returnToRecheck', 'signed', '退回复核'),
  row('numbered', 'sendToPrint', 'printing', '送印', ['issuedOn', 'printCopies'], {
    source: HANDLING,
    when: { copyNumbered: false },
  }),
  row(
    'numbered',
    'sendToPrint',
    'printing',
    '送印',
    ['issuedOn', 'printCopies', 'copyNumberFrom', 'copyNumberTo'],
    { source: HANDLING, when: { copyNumbered: true } },
  ),
  back('numbered', 'returnToRecheck', 'signed', '退回复核'),
  row('printing', 'finishProof', 'awaitingSeal', '校对完成', ['proofreads'], {
    source: HANDLING,
    when: { sealNeeded: true },
  }),
  row(
    'printing',
    'distributeUnsealed',
    'distributing',
    '校对完成并分发（不用印）',
    ['proofreads', 'distribution'],
    {
      source: HANDLING,
      when: { sealNeeded: false },
    },
  ),
  back('printing', 'returnToRecheck', 'signed', '退回复核'),
  row('awaitingSeal', 'useSeal', 'sealed', '用印', ['sealUses', 'sealedOn', 'approvedBy'], {
    source: OFFICE,
  }),
  back('awaitingSeal', 'returnToPrint', 'printing', '退回重印'),
  row('sealed', 'distribute', 'distributing', '分发', ['distribution'], { source: HANDLING }),
  row('distributing', 'recordDistribution', 'distributing', '登记签收', ['distribution'], {
    source: HANDLING,
  }),
  row('distributing', 'close', 'closed', '办结', [], { when: { allReceived: true } }),
  row('closed', 'archive', 'archived', '归档', ['archiveItems'], { source: '条例第二十七条' }),
  row('closed', 'reopen', 'distributing', '重启分发', ['reason']),
  row('draft', 'discard', 'discarded', '删除', ['reason']),
  row('discarded', 'restore', 'draft', '还原'),
  ...NUMBERED_AGAIN.map((from) => voiding(from, { numbered: true })),
  ...AFTER_NUMBER.map((from) => voiding(from)),
  editing('draft', 'all'),
  editing('officeReview', 'all'),
  editing('awaitingSignature', 'all', { partlySigned: false }),
  editing('signed', 'all'),
  editing('awaitingNumber', 'formal'),
  editing('numbered', 'formal'),
  editing('printing', 'formal'),
];

/** The rows that hold for a document in a state, in the order of the table. */
export function outgoingRows(state: OutgoingState, facts: OutgoingFacts): OutgoingRow[] {
  return rowsFor(OUTGOING_FLOW, state, facts);
}

/** The row for an action in a state, or undefined when the flow does not allow it. */
export function findTransition(
  state: OutgoingState,
  action: OutgoingAction,
  facts: OutgoingFacts,
): OutgoingRow | undefined {
  return outgoingRows(state, facts).find((candidate) => candidate.action === action);
}

/** What an action is called where it is not allowed, whatever the state. */
export function outgoingActionLabel(action: OutgoingAction): string {
  return labelOfAction(OUTGOING_FLOW, action);
}

/** Why an action is refused in a state, and where it is possible instead. */
export function refusalOf(state: OutgoingState, action: OutgoingAction): string {
  const possible = statesWith(OUTGOING_FLOW, action, OUTGOING_STATE_NAMES);
  // Where the state would allow it, a fact of this document stands against it.
  const silent = possible.length > 6 || possible.includes(OUTGOING_STATE_NAMES[state]);
  const where = silent ? '' : `只有“${possible.join('”“')}”的公文可以。`;
  return `“${OUTGOING_STATE_NAMES[state]}”的公文现在不能${outgoingActionLabel(action)}，没有改动。${where}`;
}
