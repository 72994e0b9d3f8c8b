import type { DocumentFault } from '../../../shared/features/document.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { Reader } from '../../db/schema.ts';
import { documentColumns } from './columns.ts';

/**
 * 令号 and 期号 are typed by people, not issued from a series: tells when another document under the same
 * 发文机关标志 and of the same year carries the same one. `id` is the document itself, `now` in epoch ms.
 */
export async function sameNumberFaults(
  read: Reader,
  document: Gongwen,
  id: string,
  now: number,
): Promise<DocumentFault[]> {
  const number = document.documentNumber;
  if (number === undefined || 'serial' in number) return [];
  const { numberOrder, year, format } = documentColumns(document, now);
  const others = await read
    .selectFrom('outgoing')
    .select(['title', 'document'])
    .where('numberOrder', '=', numberOrder)
    .where('format', '=', format)
    .where('year', '=', year)
    .where('id', '<>', id)
    .where('state', 'not in', ['voided', 'discarded'])
    .orderBy('id')
    .limit(50)
    .execute();
  const mark = markOf(document);
  const same = others.find((other) => markOf(gongwenDraftSchema.parse(JSON.parse(other.document))) === mark);
  if (same === undefined) return [];
  const name = 'orderNo' in number ? '令号' : '期号';
  const message = `${name}“${formatDocumentNumber(number)}”与“${same.title}”重复（同为${year}年），请核对${name}。`;
  return [{ path: 'documentNumber', message, severity: 'warning' }];
}

/** 发文机关标志 as one text: each has its own run of numbers. */
function markOf({ issuers, issuerMark }: Gongwen): string {
  return `${(issuerMark?.names ?? issuers).join('、')}${issuerMark?.suffix ?? ''}`;
}
