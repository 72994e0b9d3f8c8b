import { LINK_RELATION_NAMES } from '../../../shared/features/incoming-items.ts';
import type { LinkRelation } from '../../../shared/features/incoming-items.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { labelOf, removeLink } from '../handling/item-links.ts';
import type { LinkEnd } from '../handling/item-links.ts';
import { readIncoming } from './store.ts';

interface Link {
  readonly id: string;
  readonly toKind: 'incoming' | 'outgoing';
  readonly toId: string;
  readonly relation: LinkRelation;
}

/** 答复、转发、再次来文: from this item to another. @throws AppError NOT_FOUND */
export async function linkItem(change: Change, { id, toKind, toId, relation }: Link): Promise<void> {
  const { row } = await readIncoming(change.read, id);
  const label = await labelOf(change.read, toKind, toId);
  if (label === '' || (toKind === 'incoming' && toId === id)) {
    throw new AppError('NOT_FOUND', '找不到要关联的文件，没有改动。请刷新后重试。');
  }
  const result = await change.tx
    .insertInto('itemLink')
    .values({ ...change.stampNew(), fromKind: 'incoming', fromId: row.id, toKind, toId, relation })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return;
  await change.audit({
    entity: 'incoming',
    entityId: row.id,
    summary: `关联${label}（${LINK_RELATION_NAMES[relation]}）`,
  });
}

/** Takes a link of a 收文 away. @throws AppError NOT_FOUND */
export async function unlinkItem(
  change: Change,
  { id, ...link }: LinkEnd & { readonly id: string },
): Promise<void> {
  const { row } = await readIncoming(change.read, id);
  await removeLink(change, { kind: 'incoming', id: row.id }, link);
}
