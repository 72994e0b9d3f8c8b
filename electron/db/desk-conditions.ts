import { sql } from 'kysely';
import type { AliasedRawBuilder, RawBuilder } from 'kysely';

/**
 * Which rows the desk looks at, in the very words of the partial indexes of migration 80. They are asked for by name:
 * left to itself SQLite goes by averages, takes a closed paper for as likely as an open one, and reads the whole book.
 * A change here changes the hash of that migration.
 */

const RUNNING = `('received', 'registered', 'underReview', 'awaitingProposal', 'awaitingInstruction',
  'awaitingAssignment', 'handling', 'circulating', 'awaitingReply')`;
const AT_OFFICE = `('awaitingReceipt', 'received', 'registered', 'underReview', 'awaitingProposal',
  'awaitingAssignment', 'awaitingReply')`;
const NOT_CLOSED = `('awaitingReceipt', 'received', 'registered', 'underReview', 'awaitingProposal',
  'awaitingInstruction', 'awaitingAssignment', 'handling', 'circulating', 'awaitingReply', 'suspended')`;

interface DeskIndex {
  readonly name: string;
  readonly table: 'incoming' | 'matter';
  /** The indexed column or expression. */
  readonly by: string;
  readonly where: string;
}

export const DESK_INDEXES = {
  due: {
    name: 'incomingRunningDue',
    table: 'incoming',
    by: 'dueOn',
    where: `dueOn IS NOT NULL AND state IN ${RUNNING}`,
  },
  /** By deadline, those without one last. */
  atOffice: {
    name: 'incomingAtOffice',
    table: 'incoming',
    by: "coalesce(dueOn, '9999-12-31')",
    where: `state IN ${AT_OFFICE}`,
  },
  unanswered: {
    name: 'incomingUnanswered',
    table: 'incoming',
    by: 'receivedAt',
    where: `repliedOn IS NULL AND (replyRequired = 1 OR genre IN ('请示', '函', '商请')) AND state IN ${RUNNING}`,
  },
  expected: {
    name: 'incomingExpected',
    table: 'incoming',
    by: 'createdAt',
    where: "state = 'awaitingReceipt'",
  },
  circulating: { name: 'incomingCirculating', table: 'incoming', by: 'id', where: "state = 'circulating'" },
  notClosed: { name: 'incomingNotClosed', table: 'incoming', by: 'id', where: `state IN ${NOT_CLOSED}` },
  matterDue: {
    name: 'matterRunningDue',
    table: 'matter',
    by: 'dueOn',
    where: "dueOn IS NOT NULL AND state IN ('awaitingAssignment', 'handling', 'awaitingReply')",
  },
} as const satisfies Record<string, DeskIndex>;
export type DeskIndexName = keyof typeof DESK_INDEXES;

/** For migration 80. */
export const deskIndexStatements = (): string[] =>
  Object.values(DESK_INDEXES).map(
    ({ name, table, by, where }) => `CREATE INDEX ${name} ON ${table} (${by}) WHERE ${where}`,
  );

const from = ({ name, table, where }: DeskIndex): string => `FROM ${table} INDEXED BY ${name} WHERE ${where}`;

/** `rowNumber` of the first rows in the order of an index, those up to a value when one is given. */
export function firstRows(index: DeskIndexName, limit: number, upTo?: string): RawBuilder<boolean> {
  const one: DeskIndex = DESK_INDEXES[index];
  const bound = upTo === undefined ? sql`` : sql` AND ${sql.raw(one.by)} <= ${upTo}`;
  return sql<boolean>`rowNumber IN (SELECT rowNumber ${sql.raw(from(one))}${bound}
    ORDER BY ${sql.raw(one.by)}, rowNumber LIMIT ${limit})`;
}

/** The rows of an index as a table of their ids. */
export function idsOf(index: 'circulating' | 'notClosed'): AliasedRawBuilder<{ id: string }, 'found'> {
  return sql<{ id: string }>`(SELECT id ${sql.raw(from(DESK_INDEXES[index]))})`.as('found');
}

/** The rows of an index as a table to be counted. */
export function rowsOf(index: DeskIndexName): AliasedRawBuilder<{ place: number }, 'found'> {
  return sql<{ place: number }>`(SELECT rowNumber AS place ${sql.raw(from(DESK_INDEXES[index]))})`.as(
    'found',
  );
}
