import type { RegisterColumn, RegisterEntry, RegisterSheet } from '../../../shared/domain/forms/sheet.ts';
import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import { createMeasure } from '../layout/cells.ts';
import type { Measure } from '../layout/cells.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import { newPage } from '../layout/page.ts';
import type { PageDraft } from '../layout/page.ts';
import { putPageNumber, putText } from './furniture.ts';
import { finishedPage, laidOutOf, putBorders } from './page-parts.ts';
import { drawRow, measureRow, splitRow, tallerRow } from './rows.ts';
import type { MeasuredRow } from './rows.ts';
import { LANDSCAPE, NOTE_PT, REGISTER_PT, RUNNING_TITLE_PT } from './style.ts';

const TITLE_TOP = 14;
const TABLE_TOP = 29;
const ENTRY_HEIGHT = 8;
const HEADING_HEIGHT = 9;

/** An entry on each of its panels. */
type EntryRows = readonly MeasuredRow[];

/**
 * Lays a register out as its entries come in: a year's book is thousands of them, and whoever asked may stop at any
 * time. The panels of the open book stand on pages that follow each other; an entry has the same height on both.
 */
export class RegisterPages {
  readonly #sheet: RegisterSheet;
  readonly #measure: Measure;
  readonly #fonts: FontMetrics;
  readonly #panels: readonly (readonly RegisterColumn[])[];
  readonly #headings: EntryRows;
  readonly #headingHeight: number;
  readonly #done: PageDraft[] = [];
  #spread: { page: PageDraft; ends: number[] }[] = [];
  #y = 0;
  #entries = 0;

  constructor(sheet: RegisterSheet, fonts: FontMetrics) {
    this.#sheet = sheet;
    this.#fonts = fonts;
    this.#measure = createMeasure(fonts);
    this.#panels = sheet.panels.map(fittedColumns);
    const headings = this.#panels.map((columns, panel) => this.#heading(columns, panel));
    this.#headingHeight = Math.max(...headings.map(({ height }) => height));
    this.#headings = headings.map((row) => tallerRow(row, this.#headingHeight - row.height));
    this.#open();
  }

  get entries(): number {
    return this.#entries;
  }

  get pages(): number {
    return this.#done.length + this.#spread.length;
  }

  add(entries: readonly RegisterEntry[]): void {
    for (const entry of entries) {
      this.#place(this.#measured(entry, this.#entries));
      this.#entries += 1;
    }
  }

  /** The pages with their numbers; nothing more can be added. */
  finish(): LaidOut {
    this.#close();
    const count = this.#done.length;
    const pages: LaidOutPage[] = this.#done.map((page, index) => {
      putPageNumber(page, this.#measure, `第 ${index + 1} 页　共 ${count} 页`, LANDSCAPE);
      return finishedPage(page, index + 1, LANDSCAPE);
    });
    return laidOutOf(pages, this.#fonts);
  }

  #heading(columns: readonly RegisterColumn[], panel: number): MeasuredRow {
    const cells = columns.map(({ width, heading }) => {
      return { width, label: true as const, paragraphs: [{ text: heading }] };
    });
    return this.#row({ minHeight: HEADING_HEIGHT, cells }, 'register.header', panel);
  }

  #row(row: Parameters<typeof measureRow>[1], path: string, panel: number): MeasuredRow {
    const lefts: number[] = [];
    let x = LANDSCAPE.left;
    for (const { width } of row.cells) {
      lefts.push(x);
      x += width;
    }
    const before = this.#panels.slice(0, panel).reduce((sum, columns) => sum + columns.length, 0);
    const columnOf = (left: number): number => before + lefts.indexOf(left);
    return measureRow(this.#measure, row, { left: LANDSCAPE.left, sizePt: REGISTER_PT, path, columnOf });
  }

  #measured(entry: RegisterEntry, index: number): EntryRows {
    const rows = this.#panels.map((columns, panel) => {
      const cells = columns.map(({ key, width, align }) => {
        const paragraphs = [{ text: entry[key] ?? '' }];
        return { width, paragraphs, ...(align === undefined ? {} : { align }) };
      });
      return this.#row({ minHeight: ENTRY_HEIGHT, cells }, `register.rows.${index}`, panel);
    });
    return levelled(rows);
  }

  #place(whole: EntryRows): void {
    let rows = whole;
    for (;;) {
      const room = LANDSCAPE.bottom - this.#y;
      const height = heightOf(rows);
      if (height <= room + 0.001) return this.#draw(rows);
      const fresh = this.#y <= TABLE_TOP + this.#headingHeight + 0.001;
      if (!fresh) {
        this.#close();
        this.#open();
        continue;
      }
      // higher than a page: its panels are divided at the same height
      const parts = rows.map(
        (row) => splitRow(row, room) ?? ([tallerRow(row, room - row.height), emptied(row)] as const),
      );
      this.#draw(parts.map(([part]) => part));
      rows = levelled(parts.map(([, rest]) => rest));
      this.#close();
      this.#open();
    }
  }

  #draw(rows: EntryRows): void {
    rows.forEach((row, panel) => {
      const side = this.#spread[panel];
      if (side === undefined) return;
      drawRow(side.page, row, this.#y);
      side.ends.push(this.#y + row.height);
    });
    this.#y += heightOf(rows);
  }

  #open(): void {
    const { name, officeName, scope, printedOn } = this.#sheet;
    const { left, right } = LANDSCAPE;
    this.#spread = this.#panels.map(() => ({ page: newPage(), ends: [] }));
    const first = this.#done.length === 0;
    this.#spread.forEach(({ page }, panel) => {
      const shown = this.#panels.length === 1 ? name : `${name}（${panel === 0 ? '左' : '右'}页）`;
      const said = first && panel === 0;
      const title = {
        text: `${officeName}${shown}`,
        sizePt: RUNNING_TITLE_PT,
        role: 'title',
        path: 'title',
      } as const;
      const element = said ? 'title' : 'pageNumber';
      putText(page, this.#measure, { ...title, element }, { left, right, top: TITLE_TOP, align: 'center' });
      const small = {
        sizePt: NOTE_PT,
        role: 'fangsong',
        path: 'above',
        element: said ? 'body' : 'pageNumber',
      } as const;
      const top = TABLE_TOP - 4.4;
      putText(
        page,
        this.#measure,
        { ...small, text: scope },
        { left, right: right - 50, top, align: 'left' },
      );
      putText(
        page,
        this.#measure,
        { ...small, text: `打印日期：${printedOn}` },
        { left: right - 48, right, top, align: 'right' },
      );
    });
    this.#y = TABLE_TOP;
    this.#draw(this.#headings);
    if (first) return;
    for (const { page } of this.#spread) {
      for (const [index, item] of page.items.entries()) {
        if (item.kind === 'text') page.items[index] = { ...item, element: 'pageNumber' };
      }
    }
  }

  #close(): void {
    for (const { page, ends } of this.#spread) {
      putBorders(page, TABLE_TOP, ends, LANDSCAPE);
      this.#done.push(page);
    }
    this.#spread = [];
  }
}

const heightOf = (rows: EntryRows): number => Math.max(...rows.map(({ height }) => height));

/** All panels of an entry are as high as the highest. */
function levelled(rows: EntryRows): EntryRows {
  const height = heightOf(rows);
  return rows.map((row) => tallerRow(row, height - row.height));
}

const emptied = (row: MeasuredRow): MeasuredRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, lines: [], foot: [] })),
  content: 0,
  height: 0,
});

/** The columns take the whole width of the page: those of words share what the others leave. */
function fittedColumns(columns: readonly RegisterColumn[]): readonly RegisterColumn[] {
  const room = LANDSCAPE.right - LANDSCAPE.left;
  const flexible = widthOf(columns.filter((column) => column.flexible === true));
  const scale = (room - (widthOf(columns) - flexible)) / flexible;
  return columns.map((column) =>
    column.flexible === true ? { ...column, width: column.width * scale } : column,
  );
}

const widthOf = (columns: readonly RegisterColumn[]): number =>
  columns.reduce((all, { width }) => all + width, 0);
