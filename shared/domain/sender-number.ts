import { normalizeDocumentNumberText } from '../gongwen/document-number.ts';
import { foldText } from './fold-text.ts';

/** 来文字号 as registered, and how a paper is recognised that has been registered before. */

/** Written into the book for a paper without one (office-domain a3). */
export const NO_NUMBER = '无文号';

export interface NormalizedNumber {
  readonly text: string;
  /** What was changed, for the person to see; null when nothing was. 例：2026-38 → 〔2026〕38号。 */
  readonly change: string | null;
}

/** A typed 来文字号 in its printed form; what cannot be read stays as typed, an empty one is 无文号. */
export function normalizeSenderNumber(typed: string): NormalizedNumber {
  const trimmed = typed.trim();
  if (trimmed === '' || /^无(?:文|编)?号?$/u.test(trimmed)) return { text: NO_NUMBER, change: null };
  const text = normalizeDocumentNumberText(trimmed);
  return { text, change: text === typed ? null : `${typed} → ${text}` };
}

/** Equal for the same number of the same sender however it was typed; null for a paper without a number. */
export function duplicateKey(senderName: string, documentNumber: string): string | null {
  const { text } = normalizeSenderNumber(documentNumber);
  if (text === NO_NUMBER) return null;
  return `${foldText(senderName)}|${foldText(text)}`;
}

/** Words that every title has and that tell none from another. */
const FRAME =
  /关于|印发|转发|的|通知|通报|通告|公告|函|请示|报告|批复|意见|决定|纪要|做好|进一步|[，。、；：“”‘’！？《》<>[\](),.;:!?"'·-]/gu;

/** The title reduced to what it is about; the whole title when nothing would be left. */
function substance(title: string): string {
  const folded = foldText(title);
  const kept = folded.replaceAll(FRAME, '');
  return kept.length < 4 ? folded : kept;
}

/** From this likeness on two titles are shown as near-equal. */
export const NEAR_EQUAL = 0.8;

/**
 * Likeness of two titles from 0 to 1: Sørensen-Dice over pairs of neighbouring characters of what they are about.
 * Titles whose numbers differ (第一季度, 2025年) are never near-equal: they are a series, not a double.
 */
export function titleLikeness(first: string, second: string): number {
  const [a, b] = [substance(first), substance(second)];
  if (a === b) return 1;
  if (numbersIn(a) !== numbersIn(b)) return 0;
  const counts = new Map<string, number>();
  for (const pair of pairsOf(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(b)) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(pair, left - 1);
    }
  }
  const total = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return total === 0 ? 0 : (2 * common) / total;
}

/** Parts of a title that a near-equal one is likely to share, for a first choice in an index. */
export function titleProbes(title: string): string[] {
  const text = substance(title);
  const size = 4;
  if (text.length <= size) return text === '' ? [] : [text];
  const starts = [0, 1, 2, 3].map((part) => Math.round(((text.length - size) * part) / 3));
  return [...new Set(starts.map((start) => text.slice(start, start + size)))];
}

const numbersIn = (text: string) => (text.match(/\d+|[一二三四五六七八九十]+/gu) ?? []).join(' ');

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2));
}
