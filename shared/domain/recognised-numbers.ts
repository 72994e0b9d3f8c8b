/**
 * 文号 in recognised text. Recognition takes 〔 〕 for other brackets, for 1, l or j, and puts blanks between; what was
 * probably printed is proposed, never written over what was read.
 */

export interface NumberProposal {
  readonly read: string;
  readonly proposed: string;
}

const OPENING = '[〔【［\\[（(〈《{tT]';
const CLOSING = '[〕】］\\]）)〉》}lj1]';
/** What is read into the gap before 号. */
const STRAY = '[\\]】〕|!]';
/** 机关代字, a year in whatever brackets, digits, 号. Digits may have been read as letters. */
const NUMBER = new RegExp(
  `([\\p{Script=Han}]{2,12}?)[ \\t]*${OPENING}[ \\t]*([12][0-9OoIl]{3})[ \\t]*${CLOSING}{1,2}?[ \\t]*第?[ \\t]*([0-9OoIlSB]{1,5})[ \\t]*${STRAY}?[ \\t]*号`,
  'gu',
);

const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', S: '5', B: '8' };

const asDigits = (text: string) =>
  text.replaceAll(/[OoIlSB]/gu, (letter) => DIGITS[letter] ?? letter).replace(/^0+(?=\d)/u, '');

/** 文号 whose printed form probably differs from what was read, each once, in the order of the text. */
export function proposeNumbers(text: string): NumberProposal[] {
  const found = new Map<string, string>();
  for (const [read, code = '', year = '', serial = ''] of text.matchAll(NUMBER)) {
    const proposed = `${code}〔${asDigits(year)}〕${asDigits(serial)}号`;
    if (proposed !== read) found.set(read, proposed);
  }
  return [...found].map(([read, proposed]) => ({ read, proposed }));
}
