import { ELEMENT_RULES, meaningOf } from '../domain/substantial-change.ts';
import type { ComparedElement, Substance } from '../domain/substantial-change.ts';
import type { ComparedPart, Comparison, Span } from './comparison.ts';
import { partsOf } from './document-parts.ts';
import type { DocumentPart } from './document-parts.ts';
import type { Gongwen } from './model.ts';

/** How two lists correspond: runs that are the same, only in the newer one, only in the older one, in order. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly length: number;
}
export type Align = (older: readonly string[], newer: readonly string[]) => readonly Run[];

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

// The table names every element once.
const ELEMENTS = Object.keys(ELEMENT_RULES) as ComparedElement[];

/** Two states of a document, element by element, paragraph by paragraph, word by word. */
export function compareDocuments(older: Gongwen, newer: Gongwen, align: Align): Comparison {
  const before = partsOf(older);
  const after = partsOf(newer);
  const parts = ELEMENTS.flatMap((element) =>
    compareElement(before[element], after[element], ELEMENT_RULES[element].substance, align),
  );
  const changed = parts.filter(({ change }) => change !== 'same');
  const substantial = changed.filter((part) => part.substantial).length;
  return {
    parts,
    changes: changed.length,
    substantialChanges: substantial,
    summary: changed.length === 0 ? '没有改动' : `改动 ${changed.length} 处，实质 ${substantial} 处`,
  };
}

/** The substantial changes alone, for a refusal: where, and what it said before and says now. */
export function substantialChanges(older: Gongwen, newer: Gongwen, align: Align): ComparedPart[] {
  return compareDocuments(older, newer, align).parts.filter((part) => part.substantial);
}

function compareElement(
  older: readonly DocumentPart[],
  newer: readonly DocumentPart[],
  substance: Substance,
  align: Align,
): ComparedPart[] {
  // Paragraphs that were only joined or split, blanks that came or went: the words are those that were signed.
  const formal =
    substance === 'no' ||
    (substance === 'unlessFirst' && older.length === 0) ||
    wholeMeaning(older) === wholeMeaning(newer);
  const compared: ComparedPart[] = [];
  let left = 0;
  let right = 0;
  let removed: DocumentPart[] = [];
  const added: DocumentPart[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      compared.push(...comparePair(removed[index], added[index], formal, align));
    }
    removed = [];
    added.length = 0;
  };
  for (const run of align(older.map(keyOf), newer.map(keyOf))) {
    if (run.kind === 'removed') {
      removed.push(...older.slice(left, left + run.length));
      left += run.length;
    } else if (run.kind === 'added') {
      added.push(...newer.slice(right, right + run.length));
      right += run.length;
    } else {
      flush();
      for (let index = 0; index < run.length; index += 1) {
        compared.push(...comparePair(older[left + index], newer[right + index], formal, align));
      }
      left += run.length;
      right += run.length;
    }
  }
  flush();
  return compared;
}

const wholeMeaning = (parts: readonly DocumentPart[]) => meaningOf(parts.map(({ text }) => text).join(''));

/** What is told apart: equal words at the same kind of place belong together however they are set. */
const keyOf = (part: DocumentPart): string => meaningOf(part.text) || part.look;

function comparePair(
  older: DocumentPart | undefined,
  newer: DocumentPart | undefined,
  formal: boolean,
  align: Align,
): ComparedPart[] {
  if (older !== undefined && newer !== undefined) {
    const sameCells = older.cells !== undefined && older.cells.length === newer.cells?.length;
    if (sameCells && older.text !== newer.text) {
      return (older.cells ?? []).flatMap((cell, column) =>
        pairOf(
          { ...older, text: cell },
          { ...newer, text: newer.cells?.[column] ?? '', label: `${newer.label}第${column + 1}列` },
          formal,
          align,
        ),
      );
    }
    return pairOf(older, newer, formal, align);
  }
  const part = newer ?? older;
  if (part === undefined) return [];
  const change = newer === undefined ? 'removed' : 'added';
  return [
    {
      path: part.path,
      label: part.label,
      change,
      substantial: !formal && meaningOf(part.text) !== '',
      spans: [{ kind: change, text: part.text }],
    },
  ];
}

function pairOf(older: DocumentPart, newer: DocumentPart, formal: boolean, align: Align): ComparedPart[] {
  const { path, label } = newer;
  if (older.text === newer.text && older.look === newer.look) {
    return [{ path, label, change: 'same', substantial: false, spans: [{ kind: 'same', text: newer.text }] }];
  }
  return [
    {
      path,
      label,
      change: 'changed',
      substantial: !formal && meaningOf(older.text) !== meaningOf(newer.text),
      spans: compareWords(older.text, newer.text, align),
    },
  ];
}

function compareWords(older: string, newer: string, align: Align): Span[] {
  const before = wordsOf(older);
  const after = wordsOf(newer);
  let left = 0;
  let right = 0;
  return align(before, after).map(({ kind, length }) => {
    const text = (
      kind === 'removed' ? before.slice(left, left + length) : after.slice(right, right + length)
    ).join('');
    if (kind !== 'added') left += length;
    if (kind !== 'removed') right += length;
    return { kind, text };
  });
}
