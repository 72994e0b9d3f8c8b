import { sql } from 'kysely';
import type { Reader, Schema } from './schema.ts';
import { anyExpression } from './search-tokens.ts';

/**
 * Row numbers of 收文 in which any of the folded words occurs, the newest first; also inside a transaction, whose own
 * changes are not in the index before it ends.
 */
export async function searchRows(read: Reader, words: readonly string[], limit: number): Promise<number[]> {
  const rows = await read
    .selectFrom('incomingSearch')
    .select('rowid')
    // MATCH is an operator of FTS5 that Kysely does not know.
    .where(sql<boolean>`${sql.ref<Schema>('incomingSearch')} match ${anyExpression(words)}`)
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ rowid }) => rowid);
}
