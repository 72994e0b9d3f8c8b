import { cellText, CLASSIFIED } from './cell.ts';
import type { Cell, Sheet } from './cell.ts';
import type { Mapping } from './find-headings.ts';
import type { PaperKey } from './ledger-paper.ts';

/** Columns without headings, as rows copied out of a ledger are: told by what stands in them. */

const LOOKED_AT = 50;
const NUMBER = /[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]/u;
const UNIT =
  /(?:厅|局|委|委员会|政府|办公室|办公厅|法院|检察院|公司|医院|学校|大学|中心|协会|总会|工会|部|院|所|处|办)$/u;
const DAY = /^\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}|^\d{1,2}月\d{1,2}日/u;
const TITLE = /^关于|的(?:通知|函|通报|意见|请示|报告|批复|决定|公告|通告|方案)$/u;

const TESTS: readonly { readonly key: PaperKey; readonly fits: (cell: Cell) => boolean }[] = [
  { key: 'title', fits: (cell) => TITLE.test(cellText(cell).trim()) },
  { key: 'documentNumber', fits: (cell) => cellText(cell).length < 40 && NUMBER.test(cellText(cell)) },
  { key: 'senderName', fits: (cell) => cellText(cell).length <= 30 && UNIT.test(cellText(cell).trim()) },
  {
    key: 'receivedAt',
    fits: (cell) =>
      (cell !== null && typeof cell === 'object') || DAY.test(cellText(cell).normalize('NFKC').trim()),
  },
];

/** The column in which most cells look like a field has it; at least a third of them must. */
export function proposeByContent(sheet: Sheet): Mapping {
  const rows = sheet.rows.slice(0, LOOKED_AT).filter((row) => row !== CLASSIFIED);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { key, fits } of TESTS) {
    let best: { column: number; count: number } | undefined;
    for (let column = 0; column < width; column += 1) {
      if (taken.has(column)) continue;
      const count = rows.filter((row) => fits(row[column] ?? null)).length;
      if (count * 3 >= rows.length && count > (best?.count ?? 0)) best = { column, count };
    }
    if (best === undefined) continue;
    mapping[key] = best.column;
    taken.add(best.column);
  }
  return mapping;
}
