import { compareDocuments } from '../../../shared/gongwen/compare-documents.ts';
import type { Comparison } from '../../../shared/gongwen/comparison.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { OutgoingVersionTable } from '../../db/outgoing-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { align } from './align.ts';
import { documentText } from './columns.ts';
import { readOutgoing } from './store.ts';

/**
 * Keeps the text as it stands; returns the id of the version that holds it.
 * @param onlyChanged keeps none when the last version says the same
 */
export async function keepVersion(
  change: Change,
  outgoingId: string,
  document: Gongwen,
  version: Pick<OutgoingVersionTable, 'state' | 'reason'>,
  onlyChanged: boolean,
): Promise<string> {
  const last = await change.tx
    .selectFrom('outgoingVersion')
    .select(['id', 'sequence', 'document'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = documentText(document);
  if (onlyChanged && last?.document === text) return last.id;
  const stamps = change.stampNew();
  await change.tx
    .insertInto('outgoingVersion')
    .values({
      ...stamps,
      outgoingId,
      sequence: (last?.sequence ?? 0) + 1,
      ...version,
      actorName: change.actor.name,
      document: text,
    })
    .execute();
  return stamps.id;
}

/** A kept version, or the present text. @throws AppError NOT_FOUND */
export async function readVersion(read: Reader, id: string, versionId: string | undefined): Promise<Gongwen> {
  if (versionId === undefined) return (await readOutgoing(read, id)).document;
  const version = await read
    .selectFrom('outgoingVersion')
    .select('document')
    .where('id', '=', versionId)
    .where('outgoingId', '=', id)
    .executeTakeFirst();
  if (version === undefined) throw new AppError('NOT_FOUND', '找不到这一稿，请刷新后重选。');
  return gongwenDraftSchema.parse(JSON.parse(version.document));
}

export async function compareVersions(
  read: Reader,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to?: string | undefined },
): Promise<Comparison> {
  return compareDocuments(await readVersion(read, id, from), await readVersion(read, id, to), align);
}
