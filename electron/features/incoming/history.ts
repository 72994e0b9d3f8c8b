import type { z } from 'zod';
import type { historyEventSchema } from '../../../shared/features/outgoing.ts';
import type { Reader } from '../../db/schema.ts';

/** What happened to an item, newest first: every step, nothing drawn together. */
export async function incomingHistory(
  read: Reader,
  id: string,
): Promise<z.output<typeof historyEventSchema>[]> {
  return read
    .selectFrom('auditEvent')
    .select(['createdAt as at', 'actorName', 'summary'])
    .where('entity', '=', 'incoming')
    .where('entityId', '=', id)
    .orderBy('sequence', 'desc')
    .execute();
}
