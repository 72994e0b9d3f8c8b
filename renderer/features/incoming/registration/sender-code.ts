import { formatDocumentNumber, parseDocumentNumber } from '../../../../shared/gongwen/document-number.ts';

/** 38, ３８号: up to three digits, or four that are no year being typed. */
const SERIAL = /^(?!19\d\d|20\d\d)\d{1,4}号?$/u;

/**
 * The whole number for a serial typed without 机关代字 (`38`, `2026-38`, `〔2026〕38号`), with that of the sender's
 * newest paper that has one; null where nothing is missing or the sender's is not known.
 * @param numbers 来文字号 of the sender's papers, the newest first
 * @param year of a serial typed alone
 */
export function withSenderCode(typed: string, numbers: readonly string[], year: number): string | null {
  const text = typed.normalize('NFKC').trim();
  const number = SERIAL.test(text)
    ? { issuerCode: '', year, serial: Number.parseInt(text, 10) }
    : parseDocumentNumber(typed);
  if (number === undefined || !('serial' in number) || number.issuerCode !== '' || number.serial < 1)
    return null;
  const issuerCode = codeOf(numbers);
  return issuerCode === undefined ? null : formatDocumentNumber({ ...number, issuerCode });
}

function codeOf(numbers: readonly string[]): string | undefined {
  for (const text of numbers) {
    const number = parseDocumentNumber(text);
    if (number !== undefined && 'issuerCode' in number && number.issuerCode !== '') return number.issuerCode;
  }
  return undefined;
}
