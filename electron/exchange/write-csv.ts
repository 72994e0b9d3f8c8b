import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { guardFormula } from './formula-text.ts';
import type { OutCell, OutRow, SheetFrame } from './messages.ts';

/** Writes a list as .csv: GB18030 for Chinese Excel as it is, or UTF-8 with the mark by which Excel knows it. */
export class CsvWriter {
  readonly #parts: string[] = [];
  readonly #frame: SheetFrame;

  constructor(frame: SheetFrame) {
    this.#frame = frame;
    this.#write([frame.columns.map(({ heading }) => guardFormula(heading))]);
  }

  add({ cells }: OutRow): void {
    this.#write([cells.map(textOf)]);
  }

  finish(): Promise<Uint8Array> {
    const text = this.#parts.join('');
    const encoding = this.#frame.format === 'csv-gb18030' ? 'gb18030' : 'utf8';
    return Promise.resolve(iconv.encode(text, encoding, { addBOM: encoding === 'utf8' }));
  }

  #write(rows: readonly (readonly string[])[]): void {
    this.#parts.push(`${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`);
  }
}

function textOf(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return guardFormula(cell);
  const day = 'day' in cell ? cell.day : cell.moment;
  const iso = new Date(Math.round((day - 25_569) * 86_400_000)).toISOString();
  return 'day' in cell ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
