import { foldText } from '../../../shared/domain/fold-text.ts';
import { excerpt, findRanges, markRanges } from '../../../shared/domain/mark-hits.ts';
import type { Segment, TextRange } from '../../../shared/domain/mark-hits.ts';
import { numberVariants } from '../../../shared/domain/number-variants.ts';
import { initialsByCharacter } from '../../db/pinyin-initials.ts';

/** A text of an item that a search may have hit. */
export interface Field {
  /** As the person reads it: 标题, 来文单位, 附件《…》. */
  readonly label: string;
  readonly text: string;
  /** How it may be typed besides. */
  readonly kind?: 'number' | 'named';
}

export interface Reason {
  readonly label: string;
  readonly snippet: Segment[];
}

const PINYIN = '拼音';
const LATIN = /^[a-z][a-z0-9]+$/u;
/** More reasons than this say nothing more. */
const MOST_REASONS = 3;

/**
 * Why an item was found: for each word the first field that holds it, in the order of the fields. Long texts come
 * last and are only made when a word was not found before them.
 */
export function explain(
  words: readonly string[],
  fields: readonly Field[],
  further: () => Iterable<Field>,
): Reason[] {
  const reasons = new Map<string, Reason>();
  let open = words.filter((word) => !take(word, fields, words, reasons));
  if (open.length > 0) {
    for (const field of further()) {
      open = open.filter((word) => !take(word, [field], words, reasons));
      if (open.length === 0) break;
    }
  }
  return [...reasons.values()].slice(0, MOST_REASONS);
}

function take(
  word: string,
  fields: readonly Field[],
  words: readonly string[],
  reasons: Map<string, Reason>,
): boolean {
  for (const field of fields) {
    const { label, text } = field;
    const found =
      foldText(text).includes(word) ||
      (field.kind === 'number' && foldText(numberVariants(text).replaceAll(' ', '\u0000')).includes(word));
    if (!found) continue;
    if (!reasons.has(label)) {
      const snippet = excerpt(text, words);
      // A number typed in another way than it is written.
      reasons.set(label, { label, snippet: snippet.length > 0 ? snippet : [{ text, hit: true }] });
    }
    return true;
  }
  for (const { text, kind } of fields) {
    const range = kind === 'named' ? initialsRange(text, word) : undefined;
    if (range === undefined) continue;
    if (!reasons.has(PINYIN)) reasons.set(PINYIN, { label: PINYIN, snippet: markRanges(text, [range]) });
    return true;
  }
  return false;
}

/** A title with everything marked that was searched for, pinyin initials too. */
export function markTitle(title: string, words: readonly string[]): Segment[] {
  const ranges = findRanges(title, words);
  const initials = words.map((word) => initialsRange(title, word)).filter((range) => range !== undefined);
  return markRanges(title, [...ranges, ...initials]);
}

/** The characters whose pinyin initials are the word. */
function initialsRange(text: string, word: string): TextRange | undefined {
  if (!LATIN.test(word)) return undefined;
  const { initials, starts, ends } = initialsByCharacter(text);
  const at = initials.indexOf(word);
  return at === -1 ? undefined : [starts[at] ?? 0, ends[at + word.length - 1] ?? text.length];
}
