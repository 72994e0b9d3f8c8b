import {
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { checkedSpans, placeFinder } from '../../../shared/gongwen/table-spans.ts';
import type { CellSpan, PlaceOf } from '../../../shared/gongwen/table-spans.ts';
import type { TextItem } from '../../../shared/gongwen/pages.ts';
import { CELL_PADDING_X } from '../layout/table.ts';
import { columnAlignments } from '../layout/table-columns.ts';
import type { Alignment } from '../layout/table-columns.ts';
import { spanAlignment } from '../layout/table-row.ts';
import { blockAt } from './block-path.ts';
import { fitEntry } from './fit-entry.ts';
import type { TableEntry } from './flow-entries.ts';
import { toLine } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import type { Placement } from './place-flow.ts';
import { resolveStyle } from './resolve-style.ts';
import type { ResolvedStyle } from './resolve-style.ts';
import { columnEdges, tableRows } from './table-shape.ts';
import type { RowPlace } from './table-shape.ts';
import { textRun } from './text-runs.ts';
import type { FontContext, RunSpec } from './text-runs.ts';
import { mmToTwips, pointsToTwips } from './units.ts';
import type { LaidOut } from '../../../shared/gongwen/pages.ts';

/** Line pitch in a cell, in em, as the layout sets it. */
const CELL_PITCH = 1.4;

interface TableSource {
  readonly entry: TableEntry;
  readonly placement: Placement;
  readonly document: Gongwen;
  readonly laidOut: LaidOut;
  readonly context: FontContext;
}

/** Lines of every cell by its path; a repeated header counts once. */
function cellLines(entry: TableEntry, laidOut: LaidOut): Map<string, PageLine[]> {
  const cells = new Map<string, { pageIndex: number; byLine: Map<number, TextItem[]> }>();
  for (const { pageIndex, item } of entry.texts) {
    const cell = cells.get(item.path) ?? { pageIndex, byLine: new Map<number, TextItem[]>() };
    cells.set(item.path, cell);
    if (cell.pageIndex !== pageIndex) continue;
    const line = cell.byLine.get(item.line) ?? [];
    cell.byLine.set(item.line, [...line, item]);
  }
  return new Map(
    [...cells].map(([path, { pageIndex, byLine }]) => {
      const page = laidOut.pages[pageIndex];
      const lines =
        page === undefined ? [] : [...byLine.values()].map((items) => toLine(items, page, pageIndex));
      return [path, lines] as const;
    }),
  );
}

const padding = mmToTwips(CELL_PADDING_X);

/**
 * A table with its header rows repeated by the word processor itself (T-05): one, or several parts with
 * their own header where the layout ends a page that would still hold the next row.
 */
export function flowTables({ entry, placement, document, laidOut, context }: TableSource): Table[] {
  const block = blockAt(document, entry.path);
  if (block?.type !== 'table') return [];
  const edges = columnEdges(entry);
  const area = laidOut.pages[placement.pageIndex]?.typeArea.left ?? 0;
  const xs = edges.map((edge) => mmToTwips(edge - area));
  const widths = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
  const alignments = columnAlignments(block, widths.length);
  const texts = cellLines(entry, laidOut);
  const places = placeFinder(checkedSpans(block).spans);
  const above = block.header?.length ?? 0;
  return tableParts(entry, placement.pageBreaks).map(
    (rows) =>
      new Table({
        style: 'GongwenTable',
        layout: TableLayoutType.FIXED,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        indent: { size: xs[0] ?? 0, type: WidthType.DXA },
        columnWidths: widths,
        rows: rows.map((row) =>
          tableRow({ row, number: rowNumber(row, above), places, widths, alignments, texts, context }),
        ),
      }),
  );
}

/** Number of a row in the whole table, 表头 rows first. */
const rowNumber = (row: RowPlace, above: number): number =>
  Number(row.path.split('.').at(-1)) + (isHeaderRow(row) ? 0 : above);

const isHeaderRow = (row: RowPlace): boolean => /\.header\.\d+$/u.test(row.path);

/** Every row once; a part behind a page break starts with the header rows again. */
function tableParts(entry: TableEntry, pageBreaks: ReadonlySet<string>): RowPlace[][] {
  const rows = new Map<string, RowPlace>();
  for (const row of tableRows(entry)) if (!rows.has(row.path)) rows.set(row.path, row);
  const all = [...rows.values()];
  const headers = all.filter(isHeaderRow);
  const parts: RowPlace[][] = [[]];
  for (const row of all) {
    if (pageBreaks.has(row.path)) parts.push([...headers]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

interface RowSource {
  readonly row: RowPlace;
  readonly number: number;
  readonly places: PlaceOf;
  readonly widths: readonly number[];
  readonly alignments: readonly Alignment[];
  readonly texts: ReadonlyMap<string, readonly PageLine[]>;
  readonly context: FontContext;
}

function tableRow(source: RowSource): TableRow {
  const { row, number, places, widths } = source;
  const children: TableCell[] = [];
  for (let column = 0; column < widths.length;) {
    const span = places(number, column)?.span ?? { row: number, column, rows: 1, columns: 1 };
    children.push(tableCell(source, column, span));
    column += span.columns;
  }
  return new TableRow({
    cantSplit: true,
    ...(isHeaderRow(row) ? { tableHeader: true } : {}),
    height: { value: mmToTwips(row.height), rule: HeightRule.ATLEAST },
    children,
  });
}

/** A cell of a row; in the lower rows of a merged cell the empty one that continues it. */
function tableCell(source: RowSource, column: number, span: CellSpan): TableCell {
  const { row, number, places, widths, texts, context } = source;
  const isHeader = isHeaderRow(row);
  const styleId = isHeader ? 'GongwenTableHead' : 'GongwenTableText';
  const style = resolveStyle(styleId);
  const width = widths.slice(column, column + span.columns).reduce((sum, each) => sum + each, 0);
  const lines = texts.get(`${row.path}.${column}`) ?? [];
  const alignment = isHeader ? 'center' : spanAlignment(span.columns, source.alignments[column]);
  const size = lines[0]?.items[0]?.sizePt ?? style.size;
  const line = pointsToTwips(size * CELL_PITCH);
  const { specs, overhang } = fitCell({ lines, width, style, alignment }, context);
  // the layout ends no page inside a cell merged downwards
  const staysWithNext = widths.some((_, at) => {
    const joined = places(number, at)?.span;
    return joined !== undefined && number < joined.row + joined.rows - 1;
  });
  const paragraph = new Paragraph({
    style: styleId,
    ...(staysWithNext ? { keepNext: true } : {}),
    ...(line === style.line ? {} : { spacing: { line, lineRule: 'exact' as const } }),
    ...(alignment === style.alignment ? {} : { alignment }),
    ...(overhang.left + overhang.right === 0
      ? {}
      : { indent: { left: -overhang.left, right: -overhang.right } }),
    children: specs.map((spec) => textRun(spec, style)),
  });
  const { CONTINUE, RESTART } = VerticalMergeType;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span.columns > 1 ? { columnSpan: span.columns } : {}),
    ...(span.rows > 1 ? { verticalMerge: number === span.row ? RESTART : CONTINUE } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph],
  });
}

/**
 * How far in twips a cell's lines may reach into the white beside them where LibreOffice needs more room
 * for numbers. In Word, where they are narrower, nothing reaches so far.
 */
const OVERHANGS = [0.5, 1, 2, 3, 4, 5, 6].map((share) => Math.round(padding * share));

/**
 * How far in twips a cell's lines may keep from the white beside them, so that they break by themselves where
 * the layout broke them by the sense (a number and its unit, two syllables of a word), without a line break
 * that would stay when the text is edited.
 */
const INSETS = [0.03, 0.06, 0.09, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];

interface Sides {
  readonly left: number;
  readonly right: number;
}

/** The sides a line grows to. */
function growth(alignment: Alignment, overhang: number): Sides {
  if (alignment === 'center') return { left: overhang, right: overhang };
  return alignment === 'left' ? { left: 0, right: overhang } : { left: overhang, right: 0 };
}

interface CellText {
  readonly lines: readonly PageLine[];
  readonly width: number;
  readonly style: ResolvedStyle;
  readonly alignment: Alignment;
}

interface FittedCell {
  readonly specs: readonly RunSpec[];
  readonly everywhere: boolean;
  readonly forced: number;
  readonly overhang: Sides;
}

function fitCell({ lines, width, style, alignment }: CellText, context: FontContext): FittedCell {
  const attempt = (share: number): FittedCell => {
    const overhang = growth(alignment, share);
    const room = (width - 2 * padding + overhang.left + overhang.right) / 20;
    const widths = { first: room, rest: room };
    const fitted = fitEntry(lines, { style, widths, hardLines: false, ragged: true, context });
    return { ...fitted, overhang };
  };
  const plain = attempt(0);
  if (plain.everywhere && plain.forced > 0 && context.names === 'windows') {
    const room = width - 2 * padding;
    const inset = INSETS.map((share) =>
      attempt(-Math.round((room * share) / (alignment === 'center' ? 2 : 1))),
    );
    return inset.find(({ everywhere, forced }) => everywhere && forced === 0) ?? plain;
  }
  if (plain.everywhere) return plain;
  return OVERHANGS.map(attempt).find(({ everywhere }) => everywhere) ?? plain;
}
