import type { z } from 'zod';
import type { historyEventSchema } from '../../../shared/features/outgoing.ts';
import type { Reader } from '../../db/schema.ts';

type HistoryEvent = z.output<typeof historyEventSchema>;

/** Saves of one person that follow one another within this time are told as one; milliseconds. */
const ONE_SITTING = 30 * 60_000;

/** What happened to a document, newest first. The trail keeps every autosave; a reader wants the sittings. */
export async function outgoingHistory(read: Reader, id: string): Promise<HistoryEvent[]> {
  const events = await read
    .selectFrom('auditEvent')
    .select(['createdAt', 'createdBy', 'actorName', 'action', 'summary'])
    .where('entity', '=', 'outgoing')
    .where('entityId', '=', id)
    .orderBy('sequence', 'desc')
    .execute();
  const shown: HistoryEvent[] = [];
  let later: (typeof events)[number] | undefined;
  for (const event of events) {
    const sameSitting =
      later !== undefined &&
      event.action === 'outgoing.save' &&
      later.action === 'outgoing.save' &&
      event.createdBy === later.createdBy &&
      later.createdAt - event.createdAt < ONE_SITTING;
    if (!sameSitting) shown.push({ at: event.createdAt, actorName: event.actorName, summary: event.summary });
    later = event;
  }
  return shown;
}
