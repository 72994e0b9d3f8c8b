import { LINK_RELATION_NAMES } from '../../../shared/features/incoming-items.ts';
import type { LinkKind, LinkRelation } from '../../../shared/features/incoming-items.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { labelOf } from '../handling/item-links.ts';
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

/** Takes a link away, whichever way it points; the history keeps that it was there. @throws AppError NOT_FOUND */
export async function unlinkItem(
  change: Change,
  link: {
    readonly id: string;
    readonly kind: LinkKind;
    readonly otherId: string;
    readonly relation: LinkRelation;
  },
): Promise<void> {
  const { id, kind, otherId, relation } = link;
  const { row } = await readIncoming(change.read, id);
  const result = await change.tx
    .deleteFrom('itemLink')
    .where('relation', '=', relation)
    .where((where) =>
      where.or([
        where.and([
          where('fromKind', '=', 'incoming'),
          where('fromId', '=', row.id),
          where('toKind', '=', kind),
          where('toId', '=', otherId),
        ]),
        where.and([
          where('toKind', '=', 'incoming'),
          where('toId', '=', row.id),
          where('fromKind', '=', kind),
          where('fromId', '=', otherId),
        ]),
      ]),
    )
    .executeTakeFirst();
  if (result.numDeletedRows === 0n) {
    throw new AppError('NOT_FOUND', '这条关联已经不在了，没有改动。请刷新后查看。');
  }
  const label = await labelOf(change.read, kind, otherId);
  await change.audit({
    entity: 'incoming',
    entityId: row.id,
    summary: `取消关联${label}（${LINK_RELATION_NAMES[relation]}）`,
  });
}
