import type { Genre, Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { labelOf } from '../handling/item-links.ts';
import { readPaper } from '../links.ts';
import type { Paper } from '../links.ts';

export interface ReplyTo {
  readonly incomingId: string;
  readonly relation: 'reply' | 'forward';
}

/** 《标题》（文号） as one document names another. */
const quoted = ({ title, documentNumber }: Paper): string =>
  `《${title.replaceAll('\n', '')}》${documentNumber === '' || documentNumber === '无文号' ? '' : `（${documentNumber}）`}`;

/**
 * What a document that answers or passes on a 来文 starts with: proposals, to be changed by the drafter.
 * @throws AppError NOT_FOUND
 */
export async function proposeReply(
  read: Reader,
  document: Gongwen,
  genre: Genre,
  { incomingId, relation }: ReplyTo,
): Promise<Gongwen> {
  const paper = await readPaper(read, incomingId);
  if (paper === undefined)
    throw new AppError('NOT_FOUND', '找不到要答复的来文，没有新建公文。请刷新后重试。');
  if (relation === 'forward') {
    return {
      ...document,
      title: `转发${paper.senderName}${paper.title.replaceAll('\n', '')}`,
      body: [{ type: 'paragraph', text: `现将${quoted(paper)}转发给你们，请认真贯彻执行。` }],
    };
  }
  // 函 between equals says 贵, a reply to those below says 你.
  const you = genre === '函' ? '贵单位' : '你单位';
  return {
    ...document,
    addressees: paper.senderName === '' ? [] : [paper.senderName],
    body: [{ type: 'paragraph', text: `${you}${quoted(paper)}收悉。` }],
  };
}

/** Ties the new document to the 来文, in the caller's transaction. */
export async function linkReply(
  change: Change,
  id: string,
  { incomingId, relation }: ReplyTo,
): Promise<void> {
  await change.tx
    .insertInto('itemLink')
    .values({
      ...change.stampNew(),
      fromKind: 'outgoing',
      fromId: id,
      toKind: 'incoming',
      toId: incomingId,
      relation,
    })
    .execute();
  const paper = await readPaper(change.read, incomingId);
  await change.audit({
    entity: 'incoming',
    entityId: incomingId,
    summary: relation === 'reply' ? '起草答复' : '起草转发',
    detail: { outgoingId: id, number: paper?.number ?? '' },
  });
}

/** The 来文 this document answers that still wait for their 答复登记. */
export async function waitingForReply(
  read: Reader,
  outgoingId: string,
): Promise<{ id: string; label: string }[]> {
  const links = await read
    .selectFrom('itemLink')
    .select('toId')
    .where('fromKind', '=', 'outgoing')
    .where('fromId', '=', outgoingId)
    .where('toKind', '=', 'incoming')
    .where('relation', '=', 'reply')
    .execute();
  const waiting: { id: string; label: string }[] = [];
  for (const { toId: id } of links) {
    const paper = await readPaper(read, id);
    if (paper?.state === 'awaitingReply') waiting.push({ id, label: await labelOf(read, 'incoming', id) });
  }
  return waiting;
}
