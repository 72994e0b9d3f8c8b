import { sql } from 'kysely';
import type { Reader } from './schema.ts';

/**
 * Ids of a table that end with these twelve characters: one, or none; two would be an accident of one in a billion.
 * The expression is that of the index `…Code`, which Kysely has no words for.
 */
export async function idsWithTail(
  read: Reader,
  table: 'incoming' | 'outgoing',
  tail: string,
): Promise<string[]> {
  const rows = await read
    .selectFrom(table)
    .select('id')
    .where(sql<boolean>`substr(${sql.ref('id')}, -12) = ${tail}`)
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}
