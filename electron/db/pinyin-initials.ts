import { pinyin } from 'pinyin-pro';
import { foldText } from '../../shared/domain/fold-text.ts';

/** Pinyin initials of a text, lower case: 关于召开会议的通知 gives gyzkhydtz; digits and letters stay. */
export function initialsOf(text: string): string {
  return pinyin(foldText(text), { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');
}

/** The same initials, and for each the characters of the text as written that it comes from. */
export function initialsByCharacter(text: string): {
  readonly initials: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  const read = pinyin(text, { pattern: 'first', toneType: 'none', type: 'all' });
  let initials = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { origin, first } of read) {
    const from = text.indexOf(origin, at);
    const to = from + origin.length;
    at = to;
    for (const letter of foldText(first === '' ? origin : first)) {
      if (!/[a-z0-9]/u.test(letter)) continue;
      initials += letter;
      starts.push(from);
      ends.push(to);
    }
  }
  return { initials, starts, ends };
}
