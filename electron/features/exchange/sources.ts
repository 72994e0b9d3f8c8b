import type { ListName, SheetRows } from '../../../shared/domain/exchange/export-lists.ts';
import type { Schema, Reader } from '../../db/schema.ts';
import { readIncomingRows } from './incoming-source.ts';
import { readMatterRows, readUrgingRows } from './matter-source.ts';
import { readOutgoingRows, readSealUseRows } from './outgoing-source.ts';

/** Where the rows of a list come from, and the table its exports are recorded under. */
interface RowSource<Row> {
  readonly entity: keyof Schema;
  readonly read: (read: Reader, ids: readonly string[]) => Promise<Row[]>;
}

export const ROW_SOURCES: { readonly [L in ListName]: RowSource<SheetRows[L]> } = {
  incoming: { entity: 'incoming', read: readIncomingRows },
  outgoing: { entity: 'outgoing', read: readOutgoingRows },
  matter: { entity: 'matter', read: readMatterRows },
  urging: { entity: 'urging', read: readUrgingRows },
  sealUse: { entity: 'sealUse', read: readSealUseRows },
};
