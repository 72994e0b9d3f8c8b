import { labelOfAction, rowsFor, statesWith } from './flow.ts';
import type { FlowRow } from './flow.ts';

/**
 * 收文 as data: buttons, refusals, required fields, help and tests all read this table. It follows 党政机关公文处理工作条例
 * 第二十四条 (签收、登记、初审、承办、传阅、催办、答复) with 拟办、批示 and 分办 as steps of their own.
 */

export const INCOMING_STATES = [
  'awaitingReceipt',
  'received',
  'registered',
  'underReview',
  'returned',
  'awaitingProposal',
  'awaitingInstruction',
  'awaitingAssignment',
  'handling',
  'circulating',
  'awaitingReply',
  'closed',
  'archived',
  'suspended',
  'voided',
] as const;
export type IncomingState = (typeof INCOMING_STATES)[number];

export const INCOMING_STATE_NAMES: Readonly<Record<IncomingState, string>> = {
  awaitingReceipt: '待签收',
  received: '已签收',
  registered: '已登记',
  underReview: '初审中',
  returned: '已退文',
  awaitingProposal: '待拟办',
  awaitingInstruction: '待批示',
  awaitingAssignment: '待分办',
  handling: '承办中',
  circulating: '传阅中',
  awaitingReply: '待答复',
  closed: '已办结',
  archived: '已归档',
  suspended: '挂起',
  voided: '作废',
};

export const INCOMING_ACTIONS = [
  'receive',
  'register',
  'edit',
  'submitReview',
  'returnToSender',
  'passReview',
  'passToCirculation',
  'propose',
  'assignDirectly',
  'addInstruction',
  'instruct',
  'instructToRead',
  'returnToProposal',
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
  'addReader',
  'markRead',
  'exemptReader',
  'finishCirculation',
  'reply',
  'reopen',
  'archive',
  'move',
  'suspend',
  'resume',
  'void',
  'restore',
] as const;
export type IncomingAction = (typeof INCOMING_ACTIONS)[number];

/** What a person fills in for an action; the names are those of the input of `incoming.act`. */
export const INCOMING_FIELDS = {
  signerName: '签收人',
  receivedAt: '签收时间',
  copies: '份数',
  title: '文件标题',
  senderName: '来文单位',
  reason: '理由',
  returnReason: '退文理由类别',
  opinion: '拟办意见',
  leadDepartmentId: '主办部门',
  dueOn: '办理时限',
  basis: '分办依据',
  instructedBy: '批示人',
  instructedOn: '批示日期',
  instruction: '批示内容',
  readers: '传阅人',
  assignmentId: '承办单位',
  departmentId: '部门',
  approvedBy: '批准人',
  result: '办理结果',
  readerId: '传阅人',
  replyMethod: '答复方式',
  repliedOn: '答复日期',
  urgeLevel: '催办级别',
  urgeMethod: '催办方式',
  location: '实体去向',
  archiveNumber: '归档号',
  leadPersonId: '主办承办人',
  assists: '会办部门',
  personId: '承办人',
  circulation: '传阅方式',
  forceReason: '会办未反馈仍办结的理由',
  replyNumber: '答复文号',
  replyOutgoingId: '答复的发文',
} as const;
export type IncomingField = keyof typeof INCOMING_FIELDS;
// The keys of the object above are exactly the type's.
export const INCOMING_FIELD_NAMES = Object.keys(INCOMING_FIELDS) as IncomingField[];

/** Who does it: the office's clerk, or by leave of its head (主任), whose name is then recorded as 批准人. */
export type IncomingActor = 'clerk' | 'director';

/** What decides between rows of the same state and action. */
export interface IncomingFacts {
  readonly replyRequired: boolean;
  readonly suspendedFrom: IncomingState | null;
  readonly voidedFrom: IncomingState | null;
}

export interface IncomingRow extends FlowRow<IncomingState, IncomingAction> {
  readonly requires: readonly IncomingField[];
  /** What may be filled in besides. */
  readonly offers: readonly IncomingField[];
  readonly who: IncomingActor;
  /** Taken seldom: drawn apart from the steps of the day. */
  readonly rare: boolean;
  /** Whether it can be taken back while nothing else has happened; if not, why and what to do instead. */
  readonly undo: true | string;
  /** Facts of the item for which the row holds; always, when left out. */
  readonly when?: Partial<IncomingFacts>;
  /** Clause or rule it stands on. */
  readonly source: string;
}

const REGULATION = '条例第二十四条';
const PRACTICE = '办文通例';
const OFFICE = '本单位规定';

/** What an action may carry besides what it must, in the order of its form. */
const OFFERS: Partial<Record<IncomingAction, readonly IncomingField[]>> = {
  passToCirculation: ['circulation'],
  assignDirectly: ['leadPersonId', 'assists', 'location'],
  instructToRead: ['instruction', 'circulation'],
  assign: ['leadPersonId', 'assists', 'location'],
  transfer: ['assignmentId', 'personId', 'dueOn'],
  addAssist: ['personId', 'dueOn'],
  urge: ['assignmentId', 'readerId', 'reason'],
  completeHandling: ['forceReason'],
  markRead: ['opinion'],
  reply: ['replyNumber', 'replyOutgoingId'],
  reopen: ['leadDepartmentId', 'dueOn'],
  archive: ['archiveNumber'],
};

/** Where a field means something else than its usual name says. */
const LABELS: Partial<Record<IncomingAction, Partial<Record<IncomingField, string>>>> = {
  transfer: { departmentId: '转给部门', assignmentId: '由谁转出', dueOn: '新部门时限' },
  addAssist: { departmentId: '会办部门', dueOn: '会办时限' },
  removeAssist: { assignmentId: '减去的会办' },
  extend: { dueOn: '延至' },
  urge: { assignmentId: '催办谁', readerId: '催谁', reason: '备注' },
  markRead: { opinion: '传阅意见' },
  reopen: { leadDepartmentId: '续办部门', dueOn: '新时限' },
};

/** Seldom needed; such a step never is the likely next one. */
const RARE: ReadonlySet<IncomingAction> = new Set(['edit', 'move', 'suspend', 'void']);

/** What stays once it is done: rows that are only ever added, numbers, papers that have left the house. */
const LASTING: Partial<Record<IncomingAction, string>> = {
  register: '收文号已取用，登记不能撤销。登错了请用“修改”；整件不该登的请用“作废”，收文号保留。',
  returnToSender:
    '退文已记入簿册、去函可能已经发出，不能撤销。仍要办理的，请把再次来文登记为新件并与本件关联。',
  propose: '拟办意见已按原话入册，不能撤销。要改请用“退回拟办”重新提出。',
  addInstruction: '批示已按原话入册，不能撤销。记错的请再记一条批示，写明更正。',
  instruct: '批示已按原话入册，不能撤销。记错的请用“补记批示”写明更正。',
  instructToRead: '批示已按原话入册，不能撤销。记错的请用“补记批示”写明更正；不需传阅的人用“免阅”。',
  extend: '延期已经批准入册，原时限不能改写，不能撤销。延得不对的，请再次延期，或由主办“退回”后重新分办。',
  urge: '催办已经发出并入册，不能撤销。催错了请另行告知对方，不影响办理。',
  reopen: '重启已经批准入册，不能撤销。不需要续办的，请用“承办完成”。',
  resume: '恢复时已顺延办理时限，不能撤销。仍需等待的，请再次“挂起”。',
  void: '作废已经批准，不能直接撤销。请用“撤销作废”，写明批准人和理由。',
  restore: '撤销作废已经批准，不能直接撤销。仍要作废的，请再用“作废”。',
};

type Extra = Partial<Pick<IncomingRow, 'who' | 'when' | 'source' | 'rare'>>;

function row(
  from: IncomingState,
  action: IncomingAction,
  to: IncomingState,
  label: string,
  requires: readonly IncomingField[] = [],
  extra: Extra = {},
): IncomingRow {
  return {
    from,
    action,
    to,
    label,
    requires,
    offers: (OFFERS[action] ?? []).filter((field) => offeredIn(field, from)),
    who: 'clerk',
    rare: RARE.has(action),
    undo: LASTING[action] ?? true,
    source: REGULATION,
    ...extra,
  };
}

/** One row per state, for actions that leave it as it is. */
function staying(
  states: readonly IncomingState[],
  action: IncomingAction,
  label: string,
  requires: readonly IncomingField[],
  source: string,
): IncomingRow[] {
  return states.map((state) => row(state, action, state, label, requires, { source }));
}

/** 承办 are chosen while it is in 承办, readers while it is in 传阅. */
function offeredIn(field: IncomingField, state: IncomingState): boolean {
  if (field === 'assignmentId') return state === 'handling';
  return field !== 'readerId' || state === 'circulating';
}

const DIRECTOR = { who: 'director', source: OFFICE } as const;
const toReply = { when: { replyRequired: true } } as const;
const toEnd = { when: { replyRequired: false } } as const;

/** Still changeable: not in the archive, not voided. */
const OPEN_STATES = INCOMING_STATES.filter((state) => state !== 'archived' && state !== 'voided');
const SUSPENDABLE = OPEN_STATES.filter((state) => state !== 'suspended');
const VOIDABLE = INCOMING_STATES.filter((state) => state !== 'voided');

export const INCOMING_FLOW: readonly IncomingRow[] = [
  row('awaitingReceipt', 'receive', 'received', '签收', ['signerName', 'receivedAt', 'copies']),
  row('received', 'register', 'registered', '登记', ['title', 'senderName', 'copies']),
  row('registered', 'submitReview', 'underReview', '送初审'),
  row('underReview', 'passReview', 'awaitingProposal', '初审通过'),
  row('underReview', 'passToCirculation', 'circulating', '阅知件传阅', ['readers']),
  row('underReview', 'returnToSender', 'returned', '退文', ['returnReason', 'reason']),
  row('awaitingProposal', 'propose', 'awaitingInstruction', '提拟办意见', [
    'opinion',
    'leadDepartmentId',
    'dueOn',
  ]),
  row(
    'awaitingProposal',
    'assignDirectly',
    'handling',
    '免批直接分办',
    ['leadDepartmentId', 'dueOn', 'basis', 'approvedBy'],
    DIRECTOR,
  ),
  row('awaitingInstruction', 'instruct', 'awaitingAssignment', '批示', [
    'instructedBy',
    'instructedOn',
    'instruction',
  ]),
  row(
    'awaitingInstruction',
    'addInstruction',
    'awaitingInstruction',
    '记批示，再送下一位',
    ['instructedBy', 'instructedOn', 'instruction'],
    { source: PRACTICE },
  ),
  row('awaitingInstruction', 'instructToRead', 'circulating', '批示“阅”，传阅', [
    'instructedBy',
    'instructedOn',
    'readers',
  ]),
  row('awaitingInstruction', 'returnToProposal', 'awaitingProposal', '退回拟办', ['reason'], {
    source: PRACTICE,
  }),
  row('awaitingAssignment', 'assign', 'handling', '交主办、会办', ['leadDepartmentId', 'dueOn']),
  row('handling', 'acceptAssignment', 'handling', '承办签收', ['assignmentId', 'signerName'], {
    source: PRACTICE,
  }),
  row('handling', 'report', 'handling', '反馈办理结果', ['assignmentId', 'result']),
  row('handling', 'transfer', 'handling', '转办', ['departmentId', 'reason'], { source: PRACTICE }),
  row('handling', 'addAssist', 'handling', '增加会办', ['departmentId', 'reason'], { source: PRACTICE }),
  row('handling', 'removeAssist', 'handling', '减少会办', ['assignmentId', 'reason'], { source: PRACTICE }),
  row('handling', 'extend', 'handling', '延期', ['assignmentId', 'dueOn', 'approvedBy', 'reason'], DIRECTOR),
  row('handling', 'rejectAssignment', 'awaitingAssignment', '退回（不属本部门）', ['reason'], {
    source: PRACTICE,
  }),
  row('handling', 'urge', 'handling', '催办', ['urgeLevel', 'urgeMethod']),
  row('handling', 'completeHandling', 'awaitingReply', '承办完成', ['result'], toReply),
  row('handling', 'completeHandling', 'closed', '承办完成', ['result'], toEnd),
  row('circulating', 'addReader', 'circulating', '增加传阅人', ['readers'], { source: PRACTICE }),
  row('circulating', 'markRead', 'circulating', '已阅', ['readerId']),
  row('circulating', 'exemptReader', 'circulating', '免阅', ['readerId', 'reason'], { source: PRACTICE }),
  row('circulating', 'urge', 'circulating', '催阅', ['urgeLevel', 'urgeMethod']),
  row('circulating', 'finishCirculation', 'awaitingReply', '阅毕', [], toReply),
  row('circulating', 'finishCirculation', 'closed', '阅毕', [], toEnd),
  row('awaitingReply', 'reply', 'closed', '答复登记', ['replyMethod', 'repliedOn']),
  row('closed', 'archive', 'archived', '归档'),
  row('closed', 'reopen', 'handling', '重启', ['reason', 'approvedBy'], DIRECTOR),
  // A leader adds a word, or what was written down wrongly is put right: the flow itself goes on.
  ...(['awaitingAssignment', 'handling', 'circulating'] as const).map((state) =>
    row(state, 'addInstruction', state, '补记批示', ['instructedBy', 'instructedOn', 'instruction'], {
      source: PRACTICE,
      rare: true,
    }),
  ),
  ...staying(OPEN_STATES, 'edit', '修改', [], PRACTICE),
  ...staying([...OPEN_STATES, 'archived'], 'move', '改实体去向', ['location'], PRACTICE),
  ...SUSPENDABLE.map((from) => row(from, 'suspend', 'suspended', '挂起', ['reason'], { source: OFFICE })),
  ...SUSPENDABLE.map((to) =>
    row('suspended', 'resume', to, '恢复', [], { source: OFFICE, when: { suspendedFrom: to } }),
  ),
  ...VOIDABLE.map((from) => row(from, 'void', 'voided', '作废', ['reason', 'approvedBy'], DIRECTOR)),
  ...VOIDABLE.map((to) =>
    row('voided', 'restore', to, '撤销作废', ['reason', 'approvedBy'], {
      ...DIRECTOR,
      when: { voidedFrom: to },
    }),
  ),
];

/** The rows that hold for an item in a state, in the order of the table. */
export function incomingRows(state: IncomingState, facts: IncomingFacts): IncomingRow[] {
  return rowsFor(INCOMING_FLOW, state, facts);
}

/** The row for an action in a state, or undefined when the flow does not allow it. */
export function findTransition(
  state: IncomingState,
  action: IncomingAction,
  facts: IncomingFacts,
): IncomingRow | undefined {
  return incomingRows(state, facts).find((candidate) => candidate.action === action);
}

/** What an action is called where it is not allowed, whatever the state. */
export function incomingActionLabel(action: IncomingAction): string {
  return labelOfAction(INCOMING_FLOW, action);
}

/** What a field of an action's form is called. */
export function incomingFieldLabel(action: IncomingAction, field: IncomingField): string {
  return LABELS[action]?.[field] ?? INCOMING_FIELDS[field];
}

/** Why an action is refused in a state, and where it is possible instead. */
export function refusalOf(state: IncomingState, action: IncomingAction): string {
  const possible = statesWith(INCOMING_FLOW, action, INCOMING_STATE_NAMES);
  const where = possible.length > 6 ? '' : `只有${possible.join('、')}的收文可以。`;
  return `“${INCOMING_STATE_NAMES[state]}”的收文不能${incomingActionLabel(action)}，没有改动。${where}`;
}

/** 退文理由 to choose from; the words go on the 退文通知单. */
export const RETURN_REASONS = [
  '不应由本单位办理',
  '越级行文',
  '主送机关不明',
  '未经协商会签',
  '文种或格式不符',
  '内容不符合规定',
  '缺少附件或缺页',
  '其他',
] as const;

/** 急缓; 特提 and 平急 are for telegrams (条例第九条（四）). */
export const URGENCIES = ['平件', '加急', '特急', '平急', '特提'] as const;
/** These must have a deadline (条例第二十四条（四）). */
export const URGENT: readonly string[] = ['加急', '特急', '特提'];

export const CHANNELS_OF_RECEIPT = ['邮寄', '面交', '电子', '传真', '电话', '机要'] as const;
export const URGE_LEVELS = ['提醒', '催办单', '约谈通报'] as const;
