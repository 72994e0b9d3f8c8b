import { matterRows, MATTER_SOURCES, MATTER_URGENCIES } from '../../../shared/domain/flow-matter.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type { MatterDetail } from '../../../shared/features/matter.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';
import { readLinks } from '../handling/item-links.ts';
import { readAssignments, readUrgings } from '../handling/read.ts';
import { readMatter } from './store.ts';
import { offered } from './undo.ts';

/** Everything about one 承办件, with what may be done on it now, and what `actorId` may take back. */
export async function readMatterDetail(read: Reader, id: string, actorId?: string): Promise<MatterDetail> {
  const { row, state, facts } = await readMatter(read, id);
  return {
    id: row.id,
    rowVersion: row.rowVersion,
    number: row.number,
    state,
    source: oneOf(MATTER_SOURCES, row.source),
    orderedBy: row.orderedBy,
    orderedOn: row.orderedOn,
    orderedTime: row.orderedTime,
    words: row.words,
    title: row.title,
    secrecy: oneOf(INCOMING_SECRECY, row.secrecy),
    urgency: oneOf(MATTER_URGENCIES, row.urgency),
    replyRequired: facts.replyRequired,
    dueOn: row.dueOn,
    remark: row.remark,
    leadName: row.leadName,
    assistNames: row.assistNames,
    result: row.result,
    rejections: row.rejections,
    replyMethod: row.replyMethod,
    repliedOn: row.repliedOn,
    suspendedFrom: facts.suspendedFrom,
    voidedFrom: facts.voidedFrom,
    voidReason: row.voidReason,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
    sample: row.sample === 1,
    assignments: await readAssignments(read, id),
    urgings: await readUrgings(read, id),
    links: await readLinks(read, 'matter', id),
    actions: matterRows(state, facts).map(({ action, label, requires, offers, who, rare, undo }) => ({
      action,
      label,
      requires: [...requires],
      offers: [...offers],
      who,
      rare,
      undoable: undo === true,
    })),
    undo: await offered(read, row, actorId),
  };
}
