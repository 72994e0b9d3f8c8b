import { z } from 'zod';
import type { Mapping } from '../../../shared/domain/exchange/find-headings.ts';
import { PAPER_KEYS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

/** How columns were given to fields last time, by the headings of the ledger. */

const storedMapping = z.partialRecord(
  z.enum(PAPER_KEYS as readonly [PaperKey, ...PaperKey[]]),
  z.int().min(0),
);

export async function rememberedMapping(
  read: Reader,
  list: string,
  headingKey: string,
): Promise<Mapping | undefined> {
  const row = await read
    .selectFrom('importMapping')
    .select('mapping')
    .where('list', '=', list)
    .where('headingKey', '=', headingKey)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const parsed = storedMapping.safeParse(JSON.parse(row.mapping));
  return parsed.success ? parsed.data : undefined;
}

/** Remembered with the import it was used for, in the same transaction. */
export async function rememberMapping(
  change: Change,
  list: string,
  headingKey: string,
  mapping: Mapping,
): Promise<void> {
  const row = await change.tx
    .selectFrom('importMapping')
    .select(['id', 'rowVersion'])
    .where('list', '=', list)
    .where('headingKey', '=', headingKey)
    .executeTakeFirst();
  const text = JSON.stringify(mapping);
  if (row === undefined) {
    await change.tx
      .insertInto('importMapping')
      .values({ ...change.stampNew(), list, headingKey, mapping: text })
      .execute();
    return;
  }
  await change.tx
    .updateTable('importMapping')
    .set({ mapping: text, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', row.id)
    .execute();
}
