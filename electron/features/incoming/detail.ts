import { CHANNELS_OF_RECEIPT, incomingRows, URGENCIES } from '../../../shared/domain/flow-incoming.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type { IncomingDetail, IncomingDraft } from '../../../shared/features/incoming-items.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';
import { readAssignments, readUrgings } from '../handling/read.ts';
import { readLinks } from '../handling/item-links.ts';
import { readIncoming } from './store.ts';
import type { StoredRow } from './store.ts';
import { offered } from './undo.ts';

/** Everything about one item, with what may be done on it now, and what `actorId` may take back. */
export async function readDetail(read: Reader, id: string, actorId?: string): Promise<IncomingDetail> {
  const { row, state, facts } = await readIncoming(read, id);
  return {
    ...draftOf(row),
    secrecy: oneOf(INCOMING_SECRECY, row.secrecy),
    id: row.id,
    rowVersion: row.rowVersion,
    number: row.number,
    state,
    receivedAt: row.receivedAt,
    signerName: row.signerName,
    leadName: row.leadName,
    assistNames: row.assistNames,
    location: row.location,
    updatedAt: row.updatedAt,
    createdAt: row.createdAt,
    sample: row.sample === 1,
    suspendedFrom: facts.suspendedFrom,
    voidedFrom: facts.voidedFrom,
    voidReason: row.voidReason,
    returnReason: row.returnReason,
    opinion: row.opinion,
    suggestedLeadId: row.suggestedLeadId,
    instructedBy: row.instructedBy,
    instruction: row.instruction,
    result: row.result,
    rejections: row.rejections,
    circulation: row.circulation,
    replyMethod: row.replyMethod,
    repliedOn: row.repliedOn,
    replyNumber: row.replyNumber,
    archiveNumber: row.archiveNumber,
    assignments: await readAssignments(read, id),
    readers: await readReaders(read, id),
    instructions: await readInstructions(read, id),
    urgings: await readUrgings(read, id),
    links: await readLinks(read, 'incoming', id),
    actions: incomingRows(state, facts).map((one) => ({
      action: one.action,
      label: one.label,
      requires: [...one.requires],
      offers: [...one.offers],
      who: one.who,
      rare: one.rare,
      undoable: one.undo === true,
    })),
    undo: await offered(read, row, actorId),
  };
}

/** What was registered, as it is typed again. */
export function draftOf(row: StoredRow): IncomingDraft {
  return {
    title: row.title,
    senderName: row.senderName,
    documentNumber: row.documentNumber,
    genre: row.genre,
    secrecy: oneOf(INCOMING_SECRECY, row.secrecy),
    secrecyTerm: row.secrecyTerm,
    urgency: oneOf(URGENCIES, row.urgency),
    copyNumber: row.copyNumber,
    copies: row.copies,
    attachmentCount: row.attachmentCount,
    pageCount: row.pageCount,
    channel: oneOf(CHANNELS_OF_RECEIPT, row.channel),
    issuedOn: row.issuedOn,
    replyRequired: row.replyRequired === 1,
    dueOn: row.dueOn,
    remark: row.remark,
  };
}

const readReaders = (read: Reader, id: string): Promise<IncomingDetail['readers']> =>
  read
    .selectFrom('circulationReader')
    .select(['id', 'position', 'personId', 'personName', 'status', 'opinion', 'endedAt'])
    .where('incomingId', '=', id)
    .orderBy('position')
    .execute();

const readInstructions = (read: Reader, id: string): Promise<IncomingDetail['instructions']> =>
  read
    .selectFrom('instruction')
    .select(['kind', 'personName', 'text', 'givenOn', 'createdAt as at'])
    .where('incomingId', '=', id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
