import { LINK_KINDS, LINK_RELATION_NAMES, LINK_RELATIONS } from '../../../shared/features/incoming-items.ts';
import type { LinkKind, LinkRelation } from '../../../shared/features/incoming-items.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Owner } from './assignments.ts';

interface ItemLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly relation: LinkRelation;
  readonly direction: 'to' | 'from';
  readonly label: string;
}

/** What an item answers, forwards, orders or belongs to, whichever way the link points. */
export async function readLinks(read: Reader, ownKind: LinkKind, id: string): Promise<ItemLink[]> {
  const rows = await read
    .selectFrom('itemLink')
    .selectAll()
    .where((where) =>
      where.or([
        where.and([where('fromKind', '=', ownKind), where('fromId', '=', id)]),
        where.and([where('toKind', '=', ownKind), where('toId', '=', id)]),
      ]),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const links: ItemLink[] = [];
  for (const row of rows) {
    const outward = row.fromKind === ownKind && row.fromId === id;
    const kind = oneOf(LINK_KINDS, outward ? row.toKind : row.fromKind);
    const other = outward ? row.toId : row.fromId;
    links.push({
      kind,
      id: other,
      relation: oneOf(LINK_RELATIONS, row.relation),
      direction: outward ? 'to' : 'from',
      label: await labelOf(read, kind, other),
    });
  }
  return links;
}

/** Number and title of a linked item; empty when it is gone. */
export async function labelOf(read: Reader, kind: LinkKind, id: string): Promise<string> {
  const row = await LABELS[kind](read, id);
  return row === undefined ? '' : `${row.number} ${row.title}`.trim();
}

type Label = { readonly number: string; readonly title: string } | undefined;

const LABELS: Readonly<Record<LinkKind, (read: Reader, id: string) => Promise<Label>>> = {
  incoming: (read, id) =>
    read.selectFrom('incoming').select(['number', 'title']).where('id', '=', id).executeTakeFirst(),
  outgoing: (read, id) =>
    read
      .selectFrom('outgoing')
      .select(['documentNumber as number', 'title'])
      .where('id', '=', id)
      .executeTakeFirst(),
  matter: (read, id) =>
    read.selectFrom('matter').select(['number', 'title']).where('id', '=', id).executeTakeFirst(),
};

/** The other end of a link, and what they are to each other. */
export interface LinkEnd {
  readonly kind: LinkKind;
  readonly otherId: string;
  readonly relation: LinkRelation;
}

/** Takes a link away, whichever way it points; the history keeps that it was there. @throws AppError NOT_FOUND */
export async function removeLink(
  change: Change,
  owner: Owner,
  { kind, otherId, relation }: LinkEnd,
): Promise<void> {
  const result = await change.tx
    .deleteFrom('itemLink')
    .where('relation', '=', relation)
    .where((where) =>
      where.or([
        where.and([
          where('fromKind', '=', owner.kind),
          where('fromId', '=', owner.id),
          where('toKind', '=', kind),
          where('toId', '=', otherId),
        ]),
        where.and([
          where('toKind', '=', owner.kind),
          where('toId', '=', owner.id),
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
    entity: owner.kind,
    entityId: owner.id,
    summary: `取消关联${label}（${LINK_RELATION_NAMES[relation]}）`,
  });
}
