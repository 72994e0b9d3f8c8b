import type { Block } from './model.ts';
import { readNumbering, writeHanNumber } from './numbering.ts';
import { recognizeBlocks } from './recognize.ts';
import { hanziOfRadical, isControl, isInvisible, isRadical, isSurrogate } from './text-checks.ts';

/**
 * The text part of pasting from Word, WPS or a web page: what is only an artefact of layout goes
 * (spaces used as indentation, soft hyphens, NBSP, bullets from symbol fonts), wording and punctuation
 * stay as they are. The walk over the pasted HTML is the renderer's; it hands over one string a paragraph.
 */

const LINE_ENDS = /\r\n?|\n|\u2028|\u2029/u;
/** A manual line break of Word. */
const VERTICAL_TAB = '\v';
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/gu;
/** Bullets, also those of the Symbol and Wingdings fonts that arrive as private code points. */
const BULLET =
  /^(?:[•·●○◆◇■□▪▫➢➤►✓✔‣⁃∙\uF06C\uF06E\uF075\uF0A7\uF0B7\uF0D8\uF0FC]|[-–—*](?=[\s\u3000]))[\s\u3000]*/u;
/** A mark that Word's automatic numbering left apart from its text. */
const LOOSE_MARK =
  /^((?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]))[ \u3000]+/u;
const MARKS = '，。、；：？！（）《》“”〔〕';
/** Full-width marks have their own room; a space beside one is a leftover of justification. */
const SPACE_AT_MARK = new RegExp(`(?<=[${MARKS}])[ \\u3000]+|[ \\u3000]+(?=[${MARKS}])`, 'gu');

/** Invisible and control characters go, radicals (from PDF and OCR) become the hanzi they stand for. */
function cleanCharacters(text: string): string {
  let cleaned = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code === 0x09) cleaned += char;
    else if (isRadical(code)) cleaned += hanziOfRadical(char);
    else if (!isInvisible(code) && !isControl(code) && !isSurrogate(code)) cleaned += char;
  }
  return cleaned;
}

/**
 * One line of pasted text, cleaned. `''` when nothing but artefacts was on it.
 * A 顺序号 that Word's automatic numbering leaves apart by a tab is joined to its text.
 */
export function cleanLine(line: string): string {
  return cleanCharacters(line.normalize('NFC'))
    .replace(SPACES, ' ')
    .trim()
    .replace(BULLET, '')
    .replace(/\t+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(LOOSE_MARK, '$1')
    .replace(SPACE_AT_MARK, '')
    .trim();
}

/** Cleaned lines of a pasted text; lines without text are dropped. */
export function cleanLines(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.replaceAll(VERTICAL_TAB, '\n').split(LINE_ENDS))
    .map(cleanLine)
    .filter((line) => line !== '');
}

/** Blocks of a pasted text: one string a paragraph, levels recognised as in plain text. */
export function blocksFromLines(lines: readonly string[]): Block[] {
  return recognizeBlocks(cleanLines(lines).join('\n'));
}

/** Blocks of a plain text from the clipboard. */
export function blocksFromText(text: string): Block[] {
  return blocksFromLines([text]);
}

/**
 * The mark an automatic number of Word stands for, to be put in front of a list item's text.
 * @param depth 0-based depth of the list: 一、 （一） 1. （1）; deeper items use （1）.
 */
export function listMark(depth: number, value: number): string {
  if (depth === 0) return `${writeHanNumber(value)}、`;
  if (depth === 1) return `（${writeHanNumber(value)}）`;
  return depth === 2 ? `${value}.` : `（${value}）`;
}

/** A list item's text with the mark of its automatic number, unless the text already has one. */
export function withListMark(text: string, depth: number, value: number): string {
  const cleaned = cleanLine(text);
  return readNumbering(cleaned) === undefined && value <= 99 ? listMark(depth, value) + cleaned : cleaned;
}
