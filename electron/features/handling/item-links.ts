import { LINK_KINDS, LINK_RELATIONS } from '../../../shared/features/incoming-items.ts';
import type { LinkKind, LinkRelation } from '../../../shared/features/incoming-items.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';

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
