import type { MatterDraft } from '../../../shared/features/matter.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { HANDLING } from '../handling/effects.ts';
import { refuse } from '../handling/refuse.ts';
import { derivedColumns } from './columns.ts';
import { takeNumber } from './numbering.ts';
import { readMatter, refuseStateSecret, takeForAction, updateMatter } from './store.ts';
import { beforeStep, recordStep } from './undo.ts';

interface Created {
  readonly id: string;
  readonly rowVersion: number;
  readonly number: string;
}

/** Writes an order down; with a lead department it is given to it at once: one transaction, two lines of history. */
export async function createMatter(
  change: Change,
  draft: MatterDraft,
  leadDepartmentId: string | undefined,
  assistDepartmentIds: readonly string[],
): Promise<Created & { readonly hints: string[] }> {
  const today = dateOf(change.at);
  if (draft.orderedOn > today) refuse('orderedOn', '交办日期在将来，没有登记。请核对日期。');
  if (leadDepartmentId === undefined && assistDepartmentIds.length > 0) {
    refuse('leadDepartmentId', '有会办就要有一个主办，没有登记。请填写主办部门。');
  }
  const created = await insertMatter(change, draft, '登记');
  if (leadDepartmentId === undefined) return { ...created, hints: [] };
  if (draft.dueOn === null) refuse('dueOn', '交给部门办理要有时限，没有登记。请填写办理时限。');
  const { row } = await readMatter(change.read, created.id);
  const before = await beforeStep(change.read, row);
  const effect = await HANDLING.assign({
    change,
    owner: { kind: 'matter', id: row.id },
    item: row,
    fields: {
      leadDepartmentId,
      dueOn: draft.dueOn,
      assists: assistDepartmentIds.map((departmentId) => ({ departmentId })),
    },
    today,
  });
  const rowVersion = await updateMatter(change, row, { ...effect.columns, state: 'handling' });
  await change.audit({
    entity: 'matter',
    entityId: row.id,
    summary: effect.summary.replace(/^分办/u, '交办'),
    detail: { action: 'assign', from: 'awaitingAssignment', to: 'handling' },
  });
  await recordStep(change, before, { action: 'assign', label: '交办' });
  return { ...created, rowVersion, hints: [...(effect.hints ?? [])] };
}

async function insertMatter(change: Change, draft: MatterDraft, how: string): Promise<Created> {
  refuseStateSecret(draft);
  const taken = await takeNumber(change);
  const stamps = change.stampNew();
  const values = {
    ...taken,
    ...draftColumns(draft),
    leadName: '',
    assistNames: '',
    result: '',
  };
  await change.tx
    .insertInto('matter')
    .values({
      ...stamps,
      ...values,
      ...derivedColumns(values),
      state: 'awaitingAssignment',
      suspendedFrom: null,
      suspendedAt: null,
      voidedFrom: null,
      voidReason: null,
      leadDepartmentId: null,
      rejections: 0,
      replyMethod: '',
      repliedOn: null,
      closedAt: null,
      sample: 0,
    })
    .execute();
  await change.audit({
    entity: 'matter',
    entityId: stamps.id,
    summary: `${how}：${taken.number}（${draft.orderedBy}交办）`,
    detail: { serial: taken.serial, year: taken.year },
  });
  return { id: stamps.id, rowVersion: 1, number: taken.number };
}

function draftColumns(draft: MatterDraft) {
  return { ...draft, replyRequired: draft.replyRequired ? (1 as const) : (0 as const) };
}

/** Corrects what was written down; the history names the fields. */
export async function saveMatter(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  draft: MatterDraft,
): Promise<{ rowVersion: number }> {
  const { row } = await takeForAction(change, target, 'edit');
  refuseStateSecret(draft);
  const columns = draftColumns(draft);
  // From 交办 on the deadline belongs to 主办: it moves by 延期 only, which keeps the old one.
  if (row.leadDepartmentId !== null && columns.dueOn !== row.dueOn) {
    refuse('dueOn', '办理时限已随交办确定，没有改动。要改请用“延期”。');
  }
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const changed = names.filter((name) => row[name] !== columns[name]);
  if (changed.length === 0) return { rowVersion: row.rowVersion };
  const rowVersion = await updateMatter(change, row, columns);
  await change.audit({
    entity: 'matter',
    entityId: row.id,
    summary: `修改${changed.map((name) => FIELD_NAMES[name]).join('、')}`,
    detail: Object.fromEntries(changed.map((name) => [name, row[name]])),
  });
  return { rowVersion };
}

const FIELD_NAMES: Readonly<Record<keyof MatterDraft, string>> = {
  title: '事项',
  source: '来源',
  orderedBy: '交办人',
  orderedOn: '交办日期',
  orderedTime: '交办时间',
  words: '交办原话',
  secrecy: '密级',
  urgency: '紧急程度',
  replyRequired: '是否须答复',
  dueOn: '办理时限',
  remark: '备注',
};

const TITLE_ROOM = 200;

/**
 * From a 批示 on a 收文 a 承办件 in its words, linked to the paper; both histories say so.
 * @param instructedBy whose 批示; without it the last one
 * @throws AppError INVALID_INPUT when the paper has no such 批示
 */
export async function createFromInstruction(
  change: Change,
  incomingId: string,
  instructedBy: string | undefined,
): Promise<Created> {
  const row = await change.tx
    .selectFrom('incoming')
    .select(['id', 'number', 'title', 'secrecy', 'urgency', 'dueOn'])
    .where('id', '=', incomingId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这件收文，没有建立承办件。请刷新列表。');
  let given = change.tx
    .selectFrom('instruction')
    .select(['personName', 'text', 'givenOn'])
    .where('incomingId', '=', row.id)
    .where('kind', '=', 'instruction');
  if (instructedBy !== undefined) given = given.where('personName', '=', instructedBy);
  const instruction = await given.orderBy('createdAt', 'desc').orderBy('id', 'desc').executeTakeFirst();
  if (instruction === undefined) {
    refuse('instructedBy', `${row.number}还没有${instructedBy ?? ''}批示，没有建立承办件。请先登记批示。`);
  }
  const title = `落实${instruction.personName}对《${row.title.replaceAll('《', '〈').replaceAll('》', '〉')}》的批示`;
  const today = dateOf(change.at);
  const created = await insertMatter(
    change,
    {
      title: title.length > TITLE_ROOM ? `${title.slice(0, TITLE_ROOM - 1)}…` : title,
      source: 'instruction',
      orderedBy: instruction.personName,
      orderedOn: instruction.givenOn > today ? today : instruction.givenOn,
      orderedTime: '',
      words: instruction.text,
      secrecy: row.secrecy === '工作秘密' || row.secrecy === '内部' ? row.secrecy : '',
      urgency: row.urgency === '加急' || row.urgency === '特急' ? row.urgency : '平件',
      replyRequired: false,
      dueOn: row.dueOn,
      remark: '',
    },
    `由${row.number === '' ? '收文' : row.number}批示建立`,
  );
  await change.tx
    .insertInto('itemLink')
    .values({
      ...change.stampNew(),
      fromKind: 'matter',
      fromId: created.id,
      toKind: 'incoming',
      toId: row.id,
      relation: 'order',
    })
    .execute();
  await change.audit({
    entity: 'incoming',
    entityId: row.id,
    summary: `由${instruction.personName}批示建立承办件 ${created.number}`,
  });
  return created;
}
