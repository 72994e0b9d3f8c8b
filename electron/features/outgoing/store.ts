import { findTransition, OUTGOING_STATES, refusalOf } from '../../../shared/domain/flow-outgoing.ts';
import type {
  OutgoingAction,
  OutgoingFacts,
  OutgoingRow,
  OutgoingState,
} from '../../../shared/domain/flow-outgoing.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { OutgoingFactTable } from '../../db/outgoing-schema.ts';
import type { OutgoingTable, Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { FactPatch } from './act.ts';
import { documentColumns } from './columns.ts';
import { changesSinceSigned, readFacts, tellChanges } from './facts.ts';

/** A row with its document parsed and its state known. */
export interface ReadOutgoing {
  readonly row: OutgoingTable;
  readonly state: OutgoingState;
  readonly document: Gongwen;
}

/** The same with what the flow table asks of it. */
export interface StoredOutgoing extends ReadOutgoing {
  readonly fact: OutgoingFactTable;
  readonly facts: OutgoingFacts;
}

export function asState(text: string): OutgoingState {
  const state = OUTGOING_STATES.find((candidate) => candidate === text);
  if (state === undefined) throw new Error(`unknown state ${text}`);
  return state;
}

/** @throws AppError NOT_FOUND */
export async function readOutgoing(read: Reader, id: string): Promise<ReadOutgoing> {
  const row = await read.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这件公文，它可能已随示例移除。请刷新列表。');
  return { row, state: asState(row.state), document: gongwenDraftSchema.parse(JSON.parse(row.document)) };
}

/** For a document that was salvaged out of a damaged file without its facts. */
const NO_FACTS: Omit<OutgoingFactTable, 'outgoingId'> = {
  departmentName: '',
  phone: '',
  disclosure: '',
  urgency: '',
  printCopies: null,
  countersignNeeded: 0,
  countersignPlan: '[]',
  remark: '',
  approvalPath: '',
  reviewedBy: '',
  checkedBy: '',
  signatory: '',
  signedOn: null,
  recheckedBy: '',
  signedVersionId: null,
  countersignRound: 0,
  signRound: 0,
  copyNumberFrom: '',
  copyNumberTo: '',
  proofreads: '[]',
  sealedOn: null,
  distributedOn: null,
  archiveNumber: '',
};

/** @throws AppError NOT_FOUND */
export async function readStored(read: Reader, id: string): Promise<StoredOutgoing> {
  const stored = await readOutgoing(read, id);
  const kept = await read
    .selectFrom('outgoingFact')
    .selectAll()
    .where('outgoingId', '=', id)
    .executeTakeFirst();
  const fact = kept ?? { ...NO_FACTS, outgoingId: id };
  return { ...stored, fact, facts: await readFacts(read, stored.state, stored.document, fact) };
}

/**
 * The document and the row of the table that allows the action on it.
 * @throws AppError CONFLICT when it has changed since the caller read it; NOT_ALLOWED_IN_STATE; FORBIDDEN
 */
export async function takeForAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: OutgoingAction,
): Promise<StoredOutgoing & { readonly transition: OutgoingRow }> {
  const stored = await readStored(change.read, target.id);
  if (stored.row.rowVersion !== target.rowVersion) {
    throw new AppError(
      'CONFLICT',
      '这件公文已在别处改动，您的修改没有覆盖它。请查看最新内容，再决定保留哪一份。',
    );
  }
  const transition = findTransition(stored.state, action, stored.facts);
  if (transition === undefined) {
    throw new AppError('NOT_ALLOWED_IN_STATE', await whyNot(change.read, stored, action));
  }
  if (transition.who === 'drafter' && change.actor.id !== stored.row.drafterId) {
    throw new AppError(
      'FORBIDDEN',
      `“${transition.label}”只能由拟稿人自己做，没有改动。需要退给拟稿人的，请用“退回修改”。`,
    );
  }
  return { ...stored, transition };
}

/** Why an action is not possible; where the state would allow it, the fact that stands against it. */
async function whyNot(read: Reader, stored: StoredOutgoing, action: OutgoingAction): Promise<string> {
  const { state, facts, fact, document } = stored;
  if (state === 'signed' && facts.changedSinceSigned && action !== 'assignNumber') {
    const changes = await changesSinceSigned(read, fact, document);
    const where = `签发后有实质性改动：${tellChanges(changes)}`;
    if (findTransition(state, action, { ...facts, changedSinceSigned: false }) !== undefined) {
      return `${where}。须“退签发人复审”，没有改动。`;
    }
  }
  if (action === 'close' && state === 'distributing') {
    return '还有单位没有签收，不能办结，没有改动。请先登记签收，或注明免签收的原因。';
  }
  if (action === 'assignNumber' && facts.ownNumber) {
    return '此件用令号、期号，不另编发文字号，没有改动。请用“核对令号、期号”；要用发文字号的，请先去掉令号、期号。';
  }
  if (action === 'edit' && facts.partlySigned) {
    return '已有机关签发，不能再修改，没有改动。需要修改的，请先“退回办公室审核”。';
  }
  return refusalOf(state, action);
}

/** Writes the changed columns under the next version; returns it. */
export async function updateOutgoing(
  change: Change,
  row: OutgoingTable,
  values: Partial<Pick<OutgoingTable, 'state' | 'voidReason'>>,
  document?: Gongwen,
  fact: FactPatch = {},
): Promise<number> {
  const stamps = change.stampChanged(row.rowVersion);
  const result = await change.tx
    .updateTable('outgoing')
    .set({
      ...values,
      ...(document === undefined ? {} : documentColumns(document, row.createdAt)),
      ...stamps,
    })
    .where('id', '=', row.id)
    .where('rowVersion', '=', row.rowVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error('the row changed inside its own transaction');
  const facts = { ...fact, ...(document === undefined ? {} : { urgency: document.urgency ?? '' }) };
  if (Object.keys(facts).length > 0) {
    await change.tx
      .insertInto('outgoingFact')
      .values({ ...NO_FACTS, ...facts, outgoingId: row.id })
      .onConflict((conflict) => conflict.column('outgoingId').doUpdateSet(facts))
      .execute();
  }
  return stamps.rowVersion;
}
