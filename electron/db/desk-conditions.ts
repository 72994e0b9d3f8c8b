import { sql } from 'kysely';

/**
 * Which rows the desk looks at, in the very words of the partial indexes of migration 80: SQLite takes such an index
 * only for a condition that says the same, without parameters. A change here changes the hash of that migration.
 */

const RUNNING = `('received', 'registered', 'underReview', 'awaitingProposal', 'awaitingInstruction',
  'awaitingAssignment', 'handling', 'circulating', 'awaitingReply')`;

export const INCOMING_DUE = `dueOn IS NOT NULL AND state IN ${RUNNING}`;
export const INCOMING_UNANSWERED = `repliedOn IS NULL AND (replyRequired = 1 OR genre IN ('请示', '函', '商请'))
  AND state IN ${RUNNING}`;
export const INCOMING_CIRCULATING = `state = 'circulating'`;
export const MATTER_DUE = `dueOn IS NOT NULL AND state IN ('awaitingAssignment', 'handling', 'awaitingReply')`;

/** The same as part of a query. */
export const condition = (text: string) => sql<boolean>`${sql.raw(text)}`;
