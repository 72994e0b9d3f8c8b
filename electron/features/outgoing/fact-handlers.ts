import type { OutgoingFactsInput } from '../../../shared/features/outgoing-process.ts';
import { showsStateSecret, stateSecretAdvice } from '../../../shared/domain/state-secret.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { refuse } from '../handling/refuse.ts';
import { changesSinceSigned, tellChanges } from './facts.ts';
import { takeForAction, updateOutgoing } from './store.ts';
import type { StoredOutgoing } from './store.ts';

/** A new document begins with the department and telephone of who drafts it. */
export async function startFacts(change: Change, id: string): Promise<void> {
  const person = await change.tx
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(['department.name as departmentName', 'person.phone'])
    .where('person.id', '=', change.actor.id)
    .executeTakeFirst();
  if (person === undefined) return;
  await change.tx
    .updateTable('outgoingFact')
    .set({ departmentName: person.departmentName ?? '', phone: person.phone })
    .where('outgoingId', '=', id)
    .execute();
}

/** 复制为新件: what is wished for, not what happened. */
export async function copyFacts(change: Change, from: string, to: string): Promise<void> {
  const fact = await change.tx
    .selectFrom('outgoingFact')
    .select(['departmentName', 'phone', 'disclosure', 'printCopies', 'countersignNeeded', 'countersignPlan'])
    .where('outgoingId', '=', from)
    .executeTakeFirstOrThrow();
  const { departmentName, phone, ...rest } = fact;
  await change.tx
    .updateTable('outgoingFact')
    .set({
      ...rest,
      ...(departmentName === '' ? {} : { departmentName }),
      ...(phone === '' ? {} : { phone }),
    })
    .where('outgoingId', '=', to)
    .execute();
}

/** 登记信息 beside the text: as long as the document may be changed at all. */
export async function saveFacts(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  facts: OutgoingFactsInput,
): Promise<{ rowVersion: number }> {
  const stored = await takeForAction(change, target, 'edit');
  for (const [field, value] of Object.entries(facts)) {
    if (showsStateSecret(JSON.stringify(value))) {
      refuse(field, `文字中出现密级标志（如“机密★”）。${stateSecretAdvice('这次修改')}`);
    }
  }
  const { countersignNeeded, countersignPlan, ...rest } = facts;
  const rowVersion = await updateOutgoing(change, stored.row, {}, undefined, {
    ...rest,
    countersignNeeded: countersignNeeded ? 1 : 0,
    countersignPlan: JSON.stringify([...new Set(countersignPlan)]),
  });
  await change.audit({ entity: 'outgoing', entityId: target.id, summary: '改登记信息' });
  return { rowVersion };
}

/**
 * After 签发 and 复核 the form may still be put right, the words not.
 * @throws AppError INVALID_INPUT naming the places
 */
export async function refuseSubstantial(
  read: Reader,
  stored: StoredOutgoing,
  document: Gongwen,
): Promise<void> {
  const changes = await changesSinceSigned(read, stored.fact, document);
  const [first] = changes;
  if (first === undefined) return;
  const message =
    `签发后只能改版式，不能改内容：${tellChanges(changes)}。没有保存，请撤销这处改动；` +
    '确需修改的，请先“退回复核”，再“退签发人复审”。';
  throw new AppError('INVALID_INPUT', message, { fields: { [first.path]: message } });
}
