import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { Cell, Sheet } from '../../shared/domain/exchange/cell.ts';
import { unguardFormula } from './formula-text.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** The text of a file of unknown encoding: by its mark, as UTF-16 or UTF-8 where it is valid, else GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' };
  }
  if (first === 0xff && second === 0xfe)
    return { text: iconv.decode(Buffer.from(bytes), 'utf16le'), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff)
    return { text: iconv.decode(Buffer.from(bytes), 'utf16be'), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: iconv.decode(Buffer.from(bytes), 'gb18030'), encoding: 'GB18030' };
  }
}

/** Rows of a .csv or of text copied from a spreadsheet (tabs between cells). */
export function readDelimited(text: string, name: string): Sheet {
  const delimiter = separatorOf(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  return { name, rows: data.map((row) => row.map(cellOf)), merges: [], from1904: false };
}

/** Whichever stands most often in the first lines; a comma when none does. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000);
  const counts = ['\t', ',', ';', '|'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function cellOf(text: string): Cell {
  const kept = unguardFormula(text);
  return kept.trim() === '' ? null : kept;
}
