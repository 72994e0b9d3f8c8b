import type { DocumentNumber } from './model.ts';

/**
 * 发文字号 as printed and as typed (GB/T 9704-2012 7.2.5: 机关代字、年份 in full inside 〔〕, serial without
 * leading zeros and without 第, then 号), 令号 (第×号) and 期号 (第×期).
 */

/** The number as printed, e.g. `湖卫健发〔2023〕1号`, `第5号`, `第12期`. */
export function formatDocumentNumber(number: DocumentNumber): string {
  if ('orderNo' in number) return `第${number.orderNo}号`;
  if ('issueNo' in number) return `第${number.issueNo}期`;
  return `${number.issuerCode}〔${number.year}〕${number.serial}号`;
}

const OPEN = '[〔\\[［【（(〈<{｛]';
const CLOSE = '[〕\\]］】）)〉>}｝]';
const BRACKETED = new RegExp(`^(.*?)${OPEN}(\\d{4}|\\d{2})年?${CLOSE}第?(\\d{1,6})号?$`, 'u');
const DASHED = /^(.*?)(\d{4})[-—－–_/／.．](\d{1,6})号?$/u;

/** Full-width digits become half-width, spaces go. */
function squeeze(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[０-９]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u3000]+/gu, '');
}

/**
 * Reads what a clerk types for a 发文字号: `2026-38`, `[2026]38`, `湖卫健发（2026）第038 号`, `第5号`, `第12期`.
 * @param fallback 机关代字 for a number typed without one.
 * @returns undefined when there is no number in it, or a two-digit year (26 may not be guessed).
 */
export function parseDocumentNumber(typed: string, fallback = ''): DocumentNumber | undefined {
  const text = squeeze(typed);
  const special = /^第(\d{1,6})(号|期)$/u.exec(text);
  if (special !== null) {
    const value = Number(special[1]);
    if (value < 1) return undefined;
    return special[2] === '号' ? { orderNo: value } : { issueNo: value };
  }
  const match = BRACKETED.exec(text) ?? DASHED.exec(text);
  if (match === null) return undefined;
  const [, code = '', year = '', serial = ''] = match;
  if (year.length !== 4 || Number(year) < 1949 || Number(serial) < 1) return undefined;
  return { issuerCode: code === '' ? fallback : code, year: Number(year), serial: Number(serial) };
}

/**
 * A typed number in its printed form (`2026-38` → `〔2026〕38号`), for incoming documents whose number is
 * only a text; what cannot be read is given back as typed, without the spaces at its ends.
 */
export function normalizeDocumentNumberText(typed: string): string {
  const number = parseDocumentNumber(typed);
  return number === undefined ? typed.trim() : formatDocumentNumber(number);
}

/**
 * What is irregular in a typed 发文字号 against 7.2.5, in Chinese; empty when it is regular. Used for
 * numbers that are quoted or registered as text.
 */
export function numberIrregularities(text: string): string[] {
  const faults: string[] = [];
  const year = new RegExp(`(${OPEN})(\\d+)年?(${CLOSE})`, 'u').exec(text);
  if (year === null) return faults;
  if (year[1] !== '〔' || year[3] !== '〕') faults.push('年份应置于六角括号“〔〕”内');
  if (year[2]?.length !== 4) faults.push('年份应写全4位');
  const rest = text.slice(year.index + year[0].length).trim();
  if (rest.startsWith('第')) faults.push('顺序号前不加“第”');
  if (/^第?0\d*/u.test(rest)) faults.push('顺序号不编虚位（1不编为01）');
  if (/\d$/u.test(rest)) faults.push('顺序号后应加“号”');
  return faults;
}
