import { foldText } from '../../../shared/domain/fold-text.ts';
import { numberVariants } from '../../../shared/domain/number-variants.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { MatterTable } from '../../db/matter-schema.ts';

type Source = Pick<
  MatterTable,
  'number' | 'title' | 'orderedBy' | 'words' | 'leadName' | 'assistNames' | 'result' | 'remark'
>;

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' ');

/** Columns that lists sort by and searches look in, taken from the others. */
export function derivedColumns(row: Source): Pick<MatterTable, 'titleOrder' | 'searchText'> {
  return {
    titleOrder: chineseOrder(row.title),
    searchText: joined(
      [
        row.number,
        ...numberVariants(row.number).split(' '),
        row.title,
        row.orderedBy,
        row.words,
        row.leadName,
        row.assistNames,
        row.result,
        row.remark,
      ].map(foldText),
    ),
  };
}
