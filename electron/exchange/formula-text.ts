/** First characters by which a spreadsheet takes a text for a formula; the full-width ones in Chinese Excel. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A text that begins like a formula gets an apostrophe, which spreadsheets take for “this is text”. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe away again: it is the spreadsheet's own, not part of the text. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
