import { readHanNumber } from '../../gongwen/numbering.ts';
import { normalizeSenderNumber } from '../sender-number.ts';
import { cellText } from './cell.ts';
import type { Cell } from './cell.ts';
import { change, fault, warning } from './reading.ts';
import type { ImportField, Mark, Reading } from './reading.ts';

/** Readers of fields that are not dates; each says what it changed and what it could not take. */

type Read<T> = ImportField<T>['read'];

/** Control and format characters that come with copied text; tabs and line breaks are none of them. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** A text of at most so many characters; line breaks are joined unless the field has several lines. */
export function textOf(
  label: string,
  max: number,
  options: { lines?: true; required?: true } = {},
): Read<string> {
  return (cell) => {
    const raw = cellText(cell).replaceAll(INVISIBLE, '').replaceAll(/\r\n?/gu, '\n').trim();
    const value = options.lines === true ? raw : raw.replaceAll(/[ \t]*\n[ \t]*/gu, '');
    if (value === '') {
      return {
        value,
        marks: options.required === true ? [fault('missing', `${label}是空的，请填写。`)] : [],
      };
    }
    if (Array.from(value).length > max) {
      return { value, marks: [fault('tooLong', `${label}超过${max}字，请缩短，或把多出的内容写入备注。`)] };
    }
    return { value, marks: value === raw ? [] : [change('textForm', `${label}中的换行已接上。`)] };
  };
}

/** A count in any digits, with or without 份、件、页: ３, 3份, 三份. */
export function countOf(label: string, empty: number, min: number, max: number): Read<number> {
  return (cell) => {
    if (cell === null) return { value: empty, marks: [] };
    const typed = cellText(cell).trim();
    const text = typed.normalize('NFKC').replaceAll(/\s/gu, '');
    const digits = /^(\d+)(?:\.0+)?[份件页张个套本]?$/u.exec(text)?.[1];
    const han = /^([一二两三四五六七八九十百]+)[份件页张个套本]?$/u.exec(text)?.[1];
    const value = digits === undefined ? hanCount(han) : Number(digits);
    if (value === undefined || value < min || value > max) {
      return { value: empty, marks: [fault('notACount', `${label}“${typed}”不是${min}到${max}的数。`)] };
    }
    return { value, marks: String(value) === typed ? [] : [change('countForm', `${typed} → ${value}`)] };
  };
}

function hanCount(han: string | undefined): number | undefined {
  if (han === undefined) return undefined;
  const value = readHanNumber(han.replaceAll('两', '二'));
  return value === 0 ? undefined : value;
}

/** One of a set of words, by the words that stand for each in ledgers; the first of a set is written for an empty cell. */
export function wordOf<T extends string>(
  label: string,
  empty: NoInfer<T>,
  words: Readonly<Record<T, readonly string[]>>,
  unknown: 'fault' | 'note',
  /** The words in Chinese where the values are not. */
  names?: Readonly<Record<T, string>>,
): Read<T> {
  const known = new Map<string, T>();
  for (const [value, others] of Object.entries<readonly string[]>(words)) {
    // The keys of the table are exactly the values.
    for (const word of [value, ...others]) known.set(foldWord(word), value as T);
  }
  const nameOf = (word: T) => (word === '' ? '（无）' : (names?.[word] ?? word));
  return (cell) => {
    const typed = cellText(cell).trim();
    if (typed === '') return { value: empty, marks: [] };
    const value = known.get(foldWord(typed));
    if (value !== undefined) {
      return {
        value,
        marks: typed === nameOf(value) ? [] : [change('wordForm', `${typed} → ${nameOf(value)}`)],
      };
    }
    const choices = Object.keys(words).filter((word) => word !== '');
    if (unknown === 'fault') {
      return {
        value: empty,
        marks: [fault('unknownWord', `${label}“${typed}”认不出，可填${choices.join('、')}。`)],
      };
    }
    const message = `${label}“${typed}”认不出，按“${nameOf(empty)}”登记，原文记入备注。`;
    return { value: empty, marks: [warning('unknownWord', message)], note: `${label}：${typed}` };
  };
}

function foldWord(word: string): string {
  return word.normalize('NFKC').replaceAll(/[\s.。、，,]/gu, '');
}

/** 来文字号 in its printed form; empty is 无文号. */
export const readSenderNumber: Read<string> = (cell) => {
  const typed = cellText(cell)
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s*\n\s*/gu, '')
    .trim();
  const { text, change: changed } = normalizeSenderNumber(typed);
  const marks: Mark[] = [];
  if (Array.from(text).length > 60) marks.push(fault('tooLong', '来文字号超过60字，请核对是否填错了列。'));
  else if (changed !== null) marks.push(change('numberForm', changed));
  return { value: text, marks };
};

/** Serial and, where it was written, year of a 收文号. */
export interface BookNumber {
  readonly year: number | null;
  readonly serial: number;
}

const WITH_YEAR =
  /^\D{0,12}?[〔[(【]?((?:19|20)\d{2})[〕\])】]?(?:年?第?|[-—–_/.])(?:字)?第?0*([1-9]\d{0,5})号?$/u;
const PACKED = /^((?:19|20)\d{2})0*([1-9]\d{0,5})$/u;
const SERIAL = /^(?:收文?字?|第|NO\.?|№|#)?第?0*([1-9]\d{0,5})(?:号|#)?$/iu;

/** 收文号: 收〔2025〕0012, 2025-12, 20250012, 12, 第12号. What is none of these is kept in 备注. */
export function readBookNumber(cell: Cell): Reading<BookNumber | null> {
  const typed = cellText(cell).trim();
  if (typed === '') return { value: null, marks: [] };
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '');
  const dated = WITH_YEAR.exec(text) ?? (text.length >= 8 ? PACKED.exec(text) : null);
  if (dated !== null) return { value: { year: Number(dated[1]), serial: Number(dated[2]) }, marks: [] };
  const plain = SERIAL.exec(text);
  if (plain !== null) return { value: { year: null, serial: Number(plain[1]) }, marks: [] };
  const message = `“${typed}”不是收文号的样子，不占号登记，原号记入备注。`;
  return { value: null, marks: [change('numberKept', message)], note: `原收文号：${typed}` };
}
