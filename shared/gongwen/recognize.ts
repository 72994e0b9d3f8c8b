import type { Block } from './model.ts';
import { isCountedPair, readNumbering } from './numbering.ts';

/**
 * Plain text -> structure: one paragraph a line, levels recognised by 一、 （一） 1. （1）
 * (GB/T 9704-2012 7.3.3). Not a character is changed apart from the spaces around a line.
 */

/** A longer line is a paragraph, whatever it begins with. */
const LONGEST_OWN_LINE = 60;
/** A longer first sentence is the text itself, not a heading run in front of it. */
const LONGEST_RUN_IN = 40;
const LONGEST_RUN_IN_LEVEL_1 = 25;

const ENDS_SENTENCE = /[。！；;，,、]$/u;

/** Length of the first sentence with its 。, quotes and brackets kept whole; 0 when there is none. */
function firstSentenceLength(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ('“《（('.includes(char)) depth += 1;
    else if ('”》）)'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '。' && depth === 0) return at + 1;
  }
  return 0;
}

/** Items that are the decision itself (一、同意…。) are text in full, not a heading with text. */
const DECIDES = /^.{0,4}(?:原则)?同意|^(?:请|要|你)/u;

function splitLine(line: string, numbered: boolean): Block[] {
  const numbering = numbered ? readNumbering(line) : undefined;
  if (numbering === undefined) return [{ type: 'paragraph', text: line }];
  const { level, mark } = numbering;
  const content = line.slice(mark.length).trim();
  const sentence = firstSentenceLength(line);
  if (sentence > 0 && sentence < line.length) {
    const head = line.slice(0, sentence);
    const rest = line.slice(sentence).trim();
    const longest = level === 1 ? LONGEST_RUN_IN_LEVEL_1 : LONGEST_RUN_IN;
    const isHeading =
      head.length - mark.length <= longest &&
      !/[；;：:]/u.test(head) &&
      !(level <= 2 && DECIDES.test(content));
    if (isHeading && rest !== '') {
      return [
        { type: 'heading', level, text: head },
        { type: 'paragraph', text: rest },
      ];
    }
    return [{ type: 'paragraph', text: line }];
  }
  const labelled = /[：:]./u.test(content);
  if (content === '' || ENDS_SENTENCE.test(line) || labelled || content.length > LONGEST_OWN_LINE) {
    return [{ type: 'paragraph', text: line }];
  }
  return [{ type: 'heading', level, text: line }];
}

/** Number of a line as an item of level 1, or 0. */
function firstLevelValue(line: string): number {
  const numbering = readNumbering(line);
  return numbering?.level === 1 ? numbering.value : 0;
}

/**
 * For each line whether the number it begins with counts. 一、二级医院… is item 1 only when an item 2 follows,
 * an item before it can be found, and no line is plainly item 1; read from the end, so that several such
 * lines decide one another.
 */
function numberedLines(lines: readonly string[]): boolean[] {
  const counts = lines.map((line) => !isCountedPair(line));
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    if (counts[at] === true) continue;
    const value = firstLevelValue(lines[at] ?? '');
    const follows = lines.some(
      (line, other) => other > at && counts[other] && firstLevelValue(line) === value + 1,
    );
    const precedes = value === 1 || lines.slice(0, at).some((line) => firstLevelValue(line) === value - 1);
    const taken = lines.some((line) => !isCountedPair(line) && firstLevelValue(line) === value);
    counts[at] = follows && precedes && !taken;
  }
  return counts;
}

/**
 * Structure of a plain text. Empty lines are dropped, spaces around a line too; a numbered line without
 * a full stop becomes a heading of its own, a short numbered first sentence becomes a heading run in
 * front of its paragraph (heading text ending in 。 followed by a paragraph).
 */
export function recognizeBlocks(text: string): Block[] {
  const lines = text
    .normalize('NFC')
    .split(/\r\n?|\n|\u2028|\u2029/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const counts = numberedLines(lines);
  return lines.flatMap((line, at) => splitLine(line, counts[at] === true));
}

/** True for a heading printed in front of the paragraph that follows it, on the same line. */
export function isRunIn(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  return block?.type === 'heading' && block.text.endsWith('。') && blocks[at + 1]?.type === 'paragraph';
}

/**
 * The text of blocks, a line each; a run-in heading and its paragraph share a line, the cells of a table
 * row are parted by tabs. Images and page breaks have no text.
 */
export function toPlainText(blocks: readonly Block[]): string {
  let text = '';
  blocks.forEach((block, at) => {
    const end = isRunIn(blocks, at) ? '' : '\n';
    if (block.type === 'heading' || block.type === 'paragraph') text += block.text + end;
    else if (block.type === 'table') {
      const rows = [...(block.header ?? []), ...block.rows].map((row) => `${row.join('\t')}\n`);
      text += (block.caption === undefined ? '' : `${block.caption}\n`) + rows.join('');
    }
  });
  return text.replace(/\n$/u, '');
}
