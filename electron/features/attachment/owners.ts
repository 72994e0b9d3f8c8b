import type { AttachmentOwner } from '../../../shared/features/attachment.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';

/** The item that files belong to. */
export interface OwnerFacts {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** Why its files may only be looked at; null when they may be changed. */
  readonly readOnly: string | null;
}

/** States in which the files of an item are kept as they are, by kind of the item. */
const KEPT_STATES: Readonly<Record<AttachmentOwner['ownerKind'], Readonly<Record<string, string>>>> = {
  incoming: {
    archived: '这件收文已归档，附件只供查看。',
    voided: '这件收文已作废，附件只供查看。需要改动请先恢复收文。',
  },
  outgoing: {
    archived: '这件发文已归档，附件只供查看。',
    voided: '这件发文已作废，附件只供查看。',
    discarded: '这件发文在回收站，附件只供查看。需要改动请先恢复发文。',
  },
  matter: { voided: '这件承办件已作废，附件只供查看。需要改动请先恢复承办件。' },
};

const KIND_NAMES = { incoming: '收文', outgoing: '发文', matter: '承办件' } as const;

/** @throws AppError NOT_FOUND */
export async function readOwner(read: Reader, { ownerKind, ownerId }: AttachmentOwner): Promise<OwnerFacts> {
  const row = await ownerRow(read, ownerKind, ownerId);
  if (row === undefined) {
    throw new AppError('NOT_FOUND', `找不到这件${KIND_NAMES[ownerKind]}，附件没有改动。请刷新列表。`);
  }
  return { ...row, readOnly: KEPT_STATES[ownerKind][row.state] ?? null };
}

function ownerRow(
  read: Reader,
  ownerKind: AttachmentOwner['ownerKind'],
  id: string,
): Promise<Omit<OwnerFacts, 'readOnly'> | undefined> {
  if (ownerKind === 'outgoing') {
    return read
      .selectFrom('outgoing')
      .select(['documentNumber as number', 'title', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
  }
  return read
    .selectFrom(ownerKind)
    .select(['number', 'title', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @throws AppError NOT_FOUND; NOT_ALLOWED_IN_STATE when its files may only be looked at */
export async function requireChangeable(read: Reader, owner: AttachmentOwner): Promise<OwnerFacts> {
  const facts = await readOwner(read, owner);
  if (facts.readOnly !== null) throw new AppError('NOT_ALLOWED_IN_STATE', facts.readOnly);
  return facts;
}
