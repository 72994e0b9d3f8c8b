import type { FormSheet, SheetSection } from '../../../shared/domain/forms/sheet.ts';
import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import { createMeasure } from '../layout/cells.ts';
import type { Measure } from '../layout/cells.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import { newPage } from '../layout/page.ts';
import type { PageDraft } from '../layout/page.ts';
import type { CodeSymbol } from './code-modules.ts';
import { putCode, putPageNumber, putText, putTitle } from './furniture.ts';
import { finishedPage, laidOutOf, putBorders } from './page-parts.ts';
import { drawRow, measureRow, splitRow, tallerRow } from './rows.ts';
import type { MeasuredRow } from './rows.ts';
import { gridOf } from './structure.ts';
import {
  LEAST_PIECE,
  MARK_PT,
  NOTE_PT,
  PORTRAIT,
  RUNNING_TITLE_PT,
  RUNNING_TITLE_TOP,
  SMALL_PT,
  TEXT_PT,
  TITLE_TOP,
} from './style.ts';

interface MeasuredSection {
  readonly heading: readonly MeasuredRow[];
  readonly rows: readonly MeasuredRow[];
}

/** Lays a form out on A4, with the symbol of its code. Rows grow with their words; what does not fit goes on overleaf under its headings. */
export function layoutForm(sheet: FormSheet, fonts: FontMetrics, symbol: CodeSymbol | undefined): LaidOut {
  const measure = createMeasure(fonts);
  const filler = new FormFiller(sheet, measure, symbol);
  filler.place(stretched(measureSections(sheet, measure), filler.room));
  return laidOutOf(filler.finish(), fonts);
}

function measureSections(sheet: FormSheet, measure: Measure): MeasuredSection[] {
  const { columnOf } = gridOf(sheet);
  let row = 0;
  const measured = (rows: SheetSection['rows']): MeasuredRow[] =>
    rows.map((each) => {
      const place = { left: PORTRAIT.left, sizePt: TEXT_PT, path: `form.rows.${row}`, columnOf };
      row += 1;
      return measureRow(measure, each, place);
    });
  return sheet.sections.map(({ heading, rows }) => ({ heading: measured(heading), rows: measured(rows) }));
}

const heightOf = (rows: readonly MeasuredRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** A form that fits on one page fills it: the rows that may grow share what is left. */
function stretched(sections: readonly MeasuredSection[], room: number): readonly MeasuredSection[] {
  const all = sections.flatMap(({ heading, rows }) => [...heading, ...rows]);
  const left = room - heightOf(all);
  const shares = all.reduce((sum, { grow }) => sum + grow, 0);
  if (left <= 0 || shares === 0) return sections;
  return sections.map(({ heading, rows }) => ({
    heading,
    rows: rows.map((row) => (row.grow === 0 ? row : tallerRow(row, (left * row.grow) / shares))),
  }));
}

class FormFiller {
  readonly #sheet: FormSheet;
  readonly #measure: Measure;
  readonly #symbol: CodeSymbol | undefined;
  readonly #pages: PageDraft[] = [];
  #page: PageDraft = newPage();
  #top = 0;
  #y = 0;
  readonly #said = new Set<readonly MeasuredRow[]>();
  /** Lower edges of the rows on the page. */
  #ends: number[] = [];
  /** Nothing but headings on the page so far. */
  #fresh = true;

  constructor(sheet: FormSheet, measure: Measure, symbol: CodeSymbol | undefined) {
    this.#sheet = sheet;
    this.#symbol = symbol;
    this.#measure = measure;
    this.#startPage();
  }

  /** mm for the table on the present page. */
  get room(): number {
    return PORTRAIT.bottom - this.#y;
  }

  place(sections: readonly MeasuredSection[]): void {
    for (const section of sections) {
      let headed = section.heading.length === 0;
      for (const row of section.rows) headed = this.#placeRow(row, section.heading, headed);
    }
  }

  finish(): LaidOutPage[] {
    this.#endPage(true);
    const count = this.#pages.length;
    return this.#pages.map((page, index) => {
      if (count > 1) {
        putPageNumber(page, this.#measure, `第 ${index + 1} 页　共 ${count} 页`, PORTRAIT);
      }
      return finishedPage(page, index + 1, PORTRAIT);
    });
  }

  #placeRow(whole: MeasuredRow, heading: readonly MeasuredRow[], wasHeaded: boolean): boolean {
    let row = whole;
    let headed = wasHeaded;
    for (;;) {
      const room = this.room - (headed ? 0 : heightOf(heading));
      const fits = row.height <= room + 0.001;
      const parts = fits || !(this.#fresh || worthSplitting(row, room)) ? undefined : splitRow(row, room);
      if (fits || parts !== undefined || this.#fresh) {
        if (!headed) this.#head(heading, this.#said.has(heading));
        headed = true;
        const [part, rest] = parts ?? [row];
        this.#draw(part);
        this.#fresh = false;
        if (rest === undefined) return headed;
        row = rest;
      }
      this.#endPage(false);
      this.#startPage();
      headed = heading.length === 0;
    }
  }

  /** Headings said again overleaf are no part of the text. */
  #head(heading: readonly MeasuredRow[], again: boolean): void {
    const { items } = this.#page;
    const from = items.length;
    for (const row of heading) this.#draw(row);
    this.#said.add(heading);
    if (!again) return;
    for (const [index, item] of items.entries()) {
      if (index >= from && item.kind === 'text') items[index] = { ...item, element: 'pageNumber' };
    }
  }

  #draw(row: MeasuredRow): void {
    drawRow(this.#page, row, this.#y);
    this.#y += row.height;
    this.#ends.push(this.#y);
  }

  #startPage(): void {
    const { name, officeName, code, marks, above } = this.#sheet;
    const first = this.#pages.length === 0;
    this.#page = newPage();
    const page = this.#page;
    const measure = this.#measure;
    const mark = { sizePt: MARK_PT, role: 'hei', element: 'secrecy', path: 'marks' } as const;
    marks.forEach((text, index) => {
      const place = {
        left: PORTRAIT.left,
        right: PORTRAIT.left + 50,
        top: 9 + index * 8,
        align: 'left',
      } as const;
      putText(page, measure, { ...mark, text }, place);
    });
    const [left, right] = [PORTRAIT.left, PORTRAIT.right];
    let y: number;
    if (first) {
      y = putTitle(page, measure, { officeName, name }, PORTRAIT, TITLE_TOP) + 1;
    } else {
      const title = { text: `${name}（续页）`, sizePt: RUNNING_TITLE_PT, role: 'title' } as const;
      const place = { left: left + 35, right: right - 35, top: RUNNING_TITLE_TOP, align: 'center' } as const;
      putText(page, measure, { ...title, element: 'pageNumber', path: 'running' }, place);
      y = RUNNING_TITLE_TOP + 14;
    }
    const small = { sizePt: SMALL_PT, role: 'fangsong', path: 'above' } as const;
    const element = first ? 'body' : 'pageNumber';
    const middle = (left + right) / 2;
    putText(
      page,
      measure,
      { ...small, element, text: above.left },
      { left, right: middle, top: y, align: 'left' },
    );
    putText(
      page,
      measure,
      { ...small, element, text: above.right },
      { left: middle, right, top: y, align: 'right' },
    );
    if (this.#symbol !== undefined) putCode(page, measure, code, this.#symbol, PORTRAIT);
    const spoken = above.left !== '' || above.right !== '';
    this.#y = y + (spoken ? 5.6 : 1);
    this.#top = this.#y;
    this.#ends = [];
    this.#fresh = true;
  }

  #endPage(last: boolean): void {
    putBorders(this.#page, this.#top, this.#ends, PORTRAIT);
    if (last && this.#sheet.note !== '') {
      const text = {
        text: this.#sheet.note,
        sizePt: NOTE_PT,
        role: 'fangsong',
        element: 'body',
        path: 'note',
      } as const;
      putText(this.#page, this.#measure, text, {
        left: PORTRAIT.left,
        right: PORTRAIT.right,
        top: this.#y + 1.6,
        align: 'left',
      });
    }
    this.#pages.push(this.#page);
  }
}

const worthSplitting = (row: MeasuredRow, room: number): boolean => row.content > room && room >= LEAST_PIECE;
