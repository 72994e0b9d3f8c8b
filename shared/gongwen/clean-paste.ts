import type { Block } from './model.ts';
import { readNumbering, writeHanNumber } from './numbering.ts';
import { recognizeBlocks } from './recognize.ts';

/**
 * The text part of pasting from Word, WPS or a web page: what is only an artefact of layout goes
 * (spaces used as indentation, soft hyphens, NBSP, bullets from symbol fonts), wording and punctuation
 * stay as they are. The walk over the pasted HTML is the renderer's; it hands over one string a paragraph.
 */

/** Radicals that look like hanzi (from PDF and OCR), U+2E80–2FDF, become the hanzi they stand for. */
const RADICALS = /[\u2E80-\u2FDF]/gu;
/** Soft hyphen, zero-width and direction marks, variation selectors, BOM, object replacement. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFC]/gu;
/** Control characters except tab and the line ends. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/gu;
/** Bullets, also those of the Symbol and Wingdings fonts that arrive as private code points. */
const BULLET =
  /^(?:[•·●○◆◇■□▪▫➢➤►✓✔‣⁃∙\uF06C\uF06E\uF075\uF0A7\uF0B7\uF0D8\uF0FC]|[-–—*](?=[\s\u3000]))[\s\u3000]*/u;
const HAN = '[\\p{Script=Han}，。、；：？！（）《》“”〔〕]';
/** A space between two hanzi is a leftover of justification or of a line break in the source. */
const SPACE_BETWEEN_HAN = new RegExp(`(?<=${HAN})[ \\u3000]+(?=${HAN})`, 'gu');

/**
 * One line of pasted text, cleaned. `''` when nothing but artefacts was on it.
 * A 顺序号 that Word's automatic numbering leaves apart by a tab is joined to its text.
 */
export function cleanLine(line: string): string {
  return line
    .normalize('NFC')
    .replace(RADICALS, (radical) => radical.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(SPACES, ' ')
    .trim()
    .replace(BULLET, '')
    .replace(/\t+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(
      /^((?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])) +/u,
      '$1',
    )
    .replace(SPACE_BETWEEN_HAN, '')
    .trim();
}

/** Cleaned lines of a pasted text; lines without text are dropped. */
export function cleanLines(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(/\r\n?|[\n\u000B\u2028\u2029]/u))
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
