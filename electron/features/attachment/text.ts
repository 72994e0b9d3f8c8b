import { foldText } from '../../../shared/domain/fold-text.ts';
import { proposeNumbers } from '../../../shared/domain/recognised-numbers.ts';
import type { FileReading } from '../../attach/read-file.ts';
import type { FileTextTable } from '../../db/attachment-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { readAttachment, requireActive } from './store.ts';

/** Keeps the text of a content, once; what recognition found later stays. */
export async function keepText(change: Change, reading: FileReading): Promise<void> {
  const { hash, state, pages } = reading;
  await change.tx
    .insertInto('fileText')
    .values({
      ...change.stampNew(),
      fileHash: hash,
      ...textColumns(pages),
      source: 'extracted',
      state,
    })
    .onConflict((conflict) => conflict.column('fileHash').doNothing())
    .execute();
}

/** Text columns of pages; empty when nothing stands there. */
export function textColumns(
  pages: readonly string[],
): Pick<FileTextTable, 'text' | 'searchText' | 'pageCount'> {
  const text = pages.join('\f');
  const empty = text.trim() === '';
  return { text: empty ? '' : text, searchText: empty ? '' : foldText(text), pageCount: pages.length };
}

/** Text of the current version of an attachment. @throws AppError NOT_FOUND, FORBIDDEN */
export async function readText(read: Reader, id: string) {
  const row = await readAttachment(read, id);
  requireActive(row);
  const found = await read
    .selectFrom('fileText')
    .select(['state', 'source', 'text'])
    .where('fileHash', '=', row.fileHash)
    .executeTakeFirst();
  if (found === undefined)
    return { state: 'empty' as const, source: 'extracted' as const, text: '', corrections: [] };
  return { ...found, corrections: found.source === 'ocr' ? proposeNumbers(found.text) : [] };
}
