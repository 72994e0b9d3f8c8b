import { foldText } from '../../../shared/domain/fold-text.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { MatterTable } from '../../db/matter-schema.ts';
import { initialsOf } from '../../db/pinyin-initials.ts';

type Source = Pick<
  MatterTable,
  'number' | 'title' | 'orderedBy' | 'words' | 'leadName' | 'assistNames' | 'result' | 'remark'
>;

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' ');

/** Columns that lists sort by and searches look in, taken from the others. */
export function derivedColumns(row: Source): Pick<MatterTable, 'titleOrder' | 'searchText' | 'initials'> {
  return {
    titleOrder: chineseOrder(row.title),
    searchText: joined(
      [
        row.number,
        typedVariant(row.number),
        row.title,
        row.orderedBy,
        row.words,
        row.leadName,
        row.assistNames,
        row.result,
        row.remark,
      ].map(foldText),
    ),
    initials: joined([row.title, row.orderedBy, row.leadName].map(initialsOf)),
  };
}

/** How people type a number when they look for it: 承2026年1号. */
function typedVariant(number: string): string {
  const [, code = '', year = '', serial = ''] = /^(.*)〔(\d{4})〕0*(\d+)$/u.exec(number) ?? [];
  return year === '' ? '' : `${code}${year}年${serial}号`;
}
