import { blocksFromLines, withListMark } from '../../../../../shared/gongwen/clean-paste.ts';
import { checkedSpans } from '../../../../../shared/gongwen/table-spans.ts';
import { readNumbering } from '../../../../../shared/gongwen/numbering.ts';
import type { Block, HeadingBlock, TableBlock } from '../../../../../shared/gongwen/model.ts';
import { gridOfCells } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';

/**
 * HTML of the clipboard (Word, WPS, Excel, web pages) -> blocks. Only the structure is taken: lines,
 * tables, page breaks. Fonts, colours, sizes, comments, tracked deletions and hidden text stay behind.
 */

type Piece =
  | { readonly kind: 'line'; readonly text: string; readonly level: number }
  | { readonly kind: 'table'; readonly table: TableBlock }
  | { readonly kind: 'break' };

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE HEAD TITLE META LINK XML DEL IMG OBJECT NOSCRIPT TEMPLATE'.split(' '));
const HIDDEN = /display:\s*none|mso-hide:\s*all|mso-element:\s*(?:comment|footnote|endnote)-list/iu;
const PAGE_BREAK = /page-break-before:\s*always|break-before:\s*page/iu;
/** A longer line of a heading style is text that was given the wrong style. */
const LONGEST_HEADING = 40;

function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

function isSkipped(element: Element): boolean {
  const name = element.tagName.toUpperCase();
  if (SKIPPED.has(name) || name.startsWith('V:') || HIDDEN.test(styleOf(element))) return true;
  // The raised mark of a footnote or of a comment is not text of the document.
  return (
    /mso-(?:foot|end)note-id|mso-comment-reference/iu.test(styleOf(element)) ||
    element.matches('.MsoCommentReference')
  );
}

/** Walks the pasted tree once and collects lines, tables and breaks in reading order. */
class Reader {
  readonly pieces: Piece[] = [];
  private line = '';
  private level = 0;

  endLine(): void {
    if (this.line.trim() !== '') this.pieces.push({ kind: 'line', text: this.line, level: this.level });
    this.line = '';
  }

  read(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) {
      // Line ends of the source are spaces; between two hanzi they are nothing.
      this.line += (node.textContent ?? '')
        .replaceAll(/(?<=[^\x20-\x7e])[\r\n]+\s*(?=[^\x20-\x7e])/gu, '')
        .replaceAll(/[\r\n\t ]+/gu, ' ');
      return;
    }
    if (!(node instanceof Element) || isSkipped(node)) return;
    const name = node.tagName.toUpperCase();
    if (name === 'BR') {
      this.endLine();
      if (PAGE_BREAK.test(styleOf(node))) this.pieces.push({ kind: 'break' });
    } else if (name === 'TABLE') this.readTable(node);
    else if (name === 'OL') this.readList(node, true);
    else if (name === 'UL') this.readList(node, false);
    else if (BLOCKS.has(name)) this.readBlock(node, name);
    else this.readChildren(node);
  }

  readChildren(node: Node): void {
    for (const child of node.childNodes) this.read(child);
  }

  private readBlock(element: Element, name: string): void {
    this.endLine();
    if (PAGE_BREAK.test(styleOf(element)) && this.pieces.length > 0) this.pieces.push({ kind: 'break' });
    const before = this.level;
    this.level = /^H[1-4]$/u.test(name) ? Number(name.slice(1)) : before;
    this.readChildren(element);
    this.endLine();
    this.level = before;
  }

  private readList(list: Element, ordered: boolean): void {
    this.endLine();
    let depth = -1;
    for (let up: Element | null = list; up !== null; up = up.parentElement)
      if (up.tagName === 'OL') depth += 1;
    let value = Number(list.getAttribute('start') ?? '1');
    for (const item of list.children) {
      if (item.tagName !== 'LI') {
        this.read(item);
        continue;
      }
      const start = this.pieces.length;
      this.readChildren(item);
      this.endLine();
      const first = this.pieces[start];
      if (!ordered || first?.kind !== 'line') continue;
      this.pieces[start] = { ...first, text: withListMark(first.text, depth, value) };
      value += 1;
    }
  }

  private readTable(table: Element): void {
    this.endLine();
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    const { grid, spans } = gridOf(rows);
    const cells = grid.flat().filter((text) => text !== '');
    if (cells.length === 0) return;
    if ((grid[0]?.length ?? 0) === 1 && grid.length === 1) {
      // A single cell is a frame drawn around text, not a table.
      for (const row of rows) this.readChildren(row);
      this.endLine();
      return;
    }
    const headers = rows.filter(
      (row) => row.closest('thead') !== null || [...row.children].every((cell) => cell.tagName === 'TH'),
    ).length;
    const above = headers < grid.length ? headers : 0;
    const pasted: TableBlock = {
      type: 'table',
      ...(above > 0 ? { header: grid.slice(0, above) } : {}),
      rows: grid.slice(above),
      ...(spans.length > 0 ? { spans } : {}),
    };
    this.pieces.push({ kind: 'table', table: withDrawableSpans(pasted) });
  }
}

/** What cannot be drawn as merged, such as 表头 with content below it, is taken as single cells. */
function withDrawableSpans(table: TableBlock): TableBlock {
  const { faults } = checkedSpans(table);
  if (faults.length === 0) return table;
  const { spans = [], ...single } = table;
  const wrong = new Set(faults.map(({ index }) => index));
  const kept = wrong.has(undefined) ? [] : spans.filter((_, index) => !wrong.has(index));
  return kept.length === 0 ? single : { ...single, spans: kept };
}

const isCell = (element: Element): boolean => element.tagName === 'TD' || element.tagName === 'TH';

/** Of a damaged page a cell may say anything; no table of ours is larger. */
const LARGEST_SPAN = 100;

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  return Math.min(LARGEST_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
}

/** Texts of a table as a full grid; the text of a merged cell stands in its first place. */
function gridOf(rows: readonly Element[]): CellGrid {
  return gridOfCells(
    rows.map((row) =>
      [...row.children].filter(isCell).map((cell) => {
        return { text: cellText(cell), rows: spanOf(cell, 'rowspan'), columns: spanOf(cell, 'colspan') };
      }),
    ),
  );
}

function cellText(cell: Element): string {
  const reader = new Reader();
  reader.readChildren(cell);
  reader.endLine();
  const lines = reader.pieces.flatMap((piece) => (piece.kind === 'line' ? [piece.text] : []));
  return blocksFromLines(lines)
    .map((block) => (block.type === 'paragraph' || block.type === 'heading' ? block.text : ''))
    .join('\n');
}

/** A heading style of Word gives its level to a short line that has no number of its own. */
function withStyleLevel(blocks: readonly Block[], level: number): Block[] {
  const only = blocks[0];
  if (level < 1 || level > 4 || blocks.length !== 1 || only?.type !== 'paragraph') return [...blocks];
  const short = only.text.length <= LONGEST_HEADING && !/[。；，：]$/u.test(only.text);
  if (!short || readNumbering(only.text) !== undefined) return [...blocks];
  // 1..4 by the check above.
  return [{ type: 'heading', level: level as HeadingBlock['level'], text: only.text }];
}

/** Blocks of pasted HTML, levels recognised, tables kept. */
export function blocksFromHtml(html: string): Block[] {
  const reader = new Reader();
  reader.readChildren(new DOMParser().parseFromString(html, 'text/html').body);
  reader.endLine();
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push(...blocksFromLines(lines));
    lines = [];
  };
  for (const piece of reader.pieces) {
    if (piece.kind === 'line' && piece.level === 0) lines.push(piece.text);
    else {
      flush();
      if (piece.kind === 'line') blocks.push(...withStyleLevel(blocksFromLines([piece.text]), piece.level));
      else if (piece.kind === 'table') blocks.push(piece.table);
      else blocks.push({ type: 'pageBreak' });
    }
  }
  flush();
  return blocks;
}
