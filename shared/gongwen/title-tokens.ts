import {
  COMPOUNDS,
  COMPOUND_SURNAMES,
  HEAD_NOUNS,
  ISSUING_VERBS,
  LEADING_WORDS,
  ORGAN_ENDINGS,
  SURNAMES,
  TRAILING_WORDS,
  VERBS,
} from './title-words.ts';

/**
 * What it costs to break a title before each of its characters (GB/T 9704-2012 7.3.1: 词意完整).
 * 0 is the best place, `NEVER` is not a place at all.
 */

export const NEVER = Number.POSITIVE_INFINITY;

type Role =
  | 'organ'
  | 'leading'
  | 'trailing'
  | 'issuing'
  | 'verb'
  | 'head'
  | 'compound'
  | 'number'
  | 'mark'
  | 'word'
  | 'stray';

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: Role;
}

/** A quoted name up to this length is never broken; a longer one only when no other shape is left. */
const LONGEST_WHOLE_QUOTE = 12;

const OPENING = '《〈“‘（(〔【「『';
const CLOSING = '》〉”’）)〕】」』';
const NOT_AT_LINE_START = `${CLOSING}、，。；：！？·,.;:!?—…`;

const ROLE_OF = new Map<string, Role>([
  ...COMPOUNDS.map((word) => [word, 'compound'] as const),
  ...HEAD_NOUNS.map((word) => [word, 'head'] as const),
  ...VERBS.map((word) => [word, 'verb'] as const),
  ...ORGAN_ENDINGS.map((word) => [word, 'organ'] as const),
  ...LEADING_WORDS.map((word) => [word, 'leading'] as const),
  ...TRAILING_WORDS.map((word) => [word, 'trailing'] as const),
  ...ISSUING_VERBS.map((word) => [word, 'issuing'] as const),
]);
const LONGEST_WORD = Math.max(...[...ROLE_OF.keys()].map((word) => word.length));

const UNITS =
  '年度|年|月份|月|日|季度|号|个|项|届|次|期|批|名|位|家|件|条|周年|周|天|级|类|版|中全会|万元|亿元|元|人|%|％|℃';
const HAN_DIGITS = '[一二三四五六七八九十百两零〇]+';
const NUMBERS = [
  /^\d{4}年?\s*[—–\-~～至]+\s*\d{4}年(?:度)?/u,
  new RegExp(`^(?:至?\\d+(?:[.．]\\d+)?(?:${UNITS})?(?:第${HAN_DIGITS}季度)?)+`, 'u'),
  new RegExp(`^第(?:${HAN_DIGITS}|\\d+)(?:季度|届|次|期|批|号|轮|阶段|名)?`, 'u'),
  new RegExp(`^(?:${HAN_DIGITS}(?:届|次|批|季度|级|类|中全会|周年|轮|期))+`, 'u'),
  /^[A-Za-z0-9][A-Za-z0-9.\-/+]*/u,
];

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Ends (exclusive) of the runtime's words by their start; a second opinion for words not in our lists. */
function runtimeWords(title: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { segment, index } of segmenter.segment(title)) ends.set(index, index + segment.length);
  return ends;
}

/** Words that end like a place and are none. */
const NO_PLACE = /^(?:全|各|本|我|有|城|社|小|园|校|市|地|辖|该|两|三)|城市$|[全各本我][省市县区州]$/u;

const isPlace = (place: string) =>
  place.length > 1 &&
  !ROLE_OF.has(place.slice(0, 2)) &&
  (!NO_PLACE.test(place) || /^[^城]城市$/u.test(place));

/** Names of places the title names at the head of an organ's name (江城市…): never in a dictionary. */
function placesIn(title: string): Set<string> {
  const heads =
    /(?:^|[\s、《“]|中共|关于|转发|批转|印发|同意|设立)(\p{Script=Han}{1,3}?[省市县区州盟旗])(?=\p{Script=Han}{2})/gu;
  const found = Array.from(title.matchAll(heads), (match) => match[1] ?? '');
  return new Set(found.filter(isPlace));
}

function numberLength(rest: string): number {
  return Math.max(0, ...NUMBERS.map((pattern) => pattern.exec(rest)?.[0].length ?? 0));
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly role: Role;
}

/** Cheapest cover of the title by numbers, listed words, the runtime's words and single characters. */
function tokenize(title: string): Token[] {
  const runtime = runtimeWords(title);
  const places = placesIn(title);
  const best: (Step | undefined)[] = [{ cost: 0, from: -1, role: 'word' }];
  const offer = (from: number, to: number, cost: number, role: Role) => {
    const base = best[from];
    if (base === undefined || to > title.length) return;
    const total = base.cost + cost;
    const known = best[to];
    if (known === undefined || total < known.cost) best[to] = { cost: total, from, role };
  };
  for (let at = 0; at < title.length; at += 1) {
    const char = title.charAt(at);
    const pair = /[\uD800-\uDBFF]/u.test(char) ? 2 : 1;
    if (best[at] === undefined) continue;
    if (OPENING.includes(char) || NOT_AT_LINE_START.includes(char) || /\s/u.test(char)) {
      offer(at, at + 1, 0, 'mark');
      continue;
    }
    const digits = numberLength(title.slice(at));
    if (digits > 0) offer(at, at + digits, 0.9, 'number');
    offer(at, at + pair, 2, 'stray');
    for (let length = 1; length <= LONGEST_WORD && at + length <= title.length; length += 1) {
      const role = ROLE_OF.get(title.slice(at, at + length));
      if (role !== undefined) offer(at, at + length, length === 1 ? 1.7 : 1.05 - length / 100, role);
    }
    for (const place of places) if (title.startsWith(place, at)) offer(at, at + place.length, 1, 'compound');
    const end = runtime.get(at);
    if (end !== undefined && end - at > 1) offer(at, end, 1.25, 'word');
  }
  const tokens: Token[] = [];
  for (let end = title.length; end > 0;) {
    const step = best[end];
    const start = step?.from ?? end - 1;
    tokens.push({ start, end, text: title.slice(start, end), role: step?.role ?? 'stray' });
    end = start;
  }
  return tokens.toReversed();
}

/** Does a name of an organ or person end before this token (looking backwards)? */
function isNameBoundary(token: Token): boolean {
  if (token.role === 'mark' || token.role === 'number') return !token.text.startsWith('第');
  return (
    token.role === 'leading' || token.role === 'issuing' || token.role === 'verb' || token.role === 'trailing'
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names of organs: from a boundary to the last ending, e.g. 江城市卫生健康委员会办公室. */
function organSpans(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  const about = tokens.findIndex((token) => token.text === '关于');
  for (let last = tokens.length - 1; last >= 0; last -= 1) {
    const ending = tokens[last];
    if (ending?.role !== 'organ') continue;
    let first = last;
    // What stands before the first 关于 is the issuer, whatever its words (…创建…工作领导小组办公室).
    if (last === about - 1) while (first > 0 && tokens[first - 1]?.role !== 'mark') first -= 1;
    while (first > 0) {
      const before = tokens[first - 1];
      if (before === undefined || isNameBoundary(before) || ending.end - before.start > 25) break;
      first -= 1;
    }
    spans.push({ start: tokens[first]?.start ?? ending.start, end: ending.end });
    last = first;
  }
  return spans;
}

function surnameLength(text: string): number {
  if (COMPOUND_SURNAMES.includes(text.slice(0, 2))) return 2;
  return SURNAMES.includes(text.charAt(0)) && text !== '' ? 1 : 0;
}

/** Names of persons before 同志, 等×名, 等同志; several joined by 、 are separate spans. */
function personSpans(title: string): Span[] {
  const spans: Span[] = [];
  for (const match of title.matchAll(/同志|等\d+[名位人]|等[一二三四五六七八九十]+[名位人]|[、]/gu)) {
    const isComma = match[0] === '、';
    if (isComma && !/^[\p{Script=Han}]{2,4}(?:、|同志|等)/u.test(title.slice(match.index + 1))) continue;
    const length = [3, 4, 2].find((size) => {
      const start = match.index - size;
      if (start < 0) return false;
      const name = title.slice(start, match.index);
      const surname = surnameLength(name);
      return surname > 0 && size - surname <= 2 && /^\p{Script=Han}+$/u.test(name);
    });
    if (length !== undefined) {
      spans.push({ start: match.index - length, end: match.index + (isComma ? 1 : match[0].length) });
    }
  }
  return spans;
}

/** Outermost 《》, “” and （） pairs, brackets included. */
function bracketSpans(title: string): Span[] {
  const spans: Span[] = [];
  const open: { at: number; close: string }[] = [];
  for (let at = 0; at < title.length; at += 1) {
    const char = title.charAt(at);
    const kind = OPENING.indexOf(char);
    if (kind >= 0) open.push({ at, close: CLOSING.charAt(kind) });
    else if (open.at(-1)?.close === char) {
      const pair = open.pop();
      if (pair !== undefined && open.length === 0) spans.push({ start: pair.at, end: at + 1 });
    }
  }
  return spans;
}

const SINGLE_JOINERS = new Set(['和', '与', '及', '暨', '并', '以及', '并且']);
/** Frames the words after it and is read together with them: 全市, 各, 我院, 江城市, 2026年. */
const IS_WHOLE = /^全(?:国|省|市|县|区|院|校|局|委|系统)$|^(?:本|我)(?:市|院|省|县)$|^各|.[省市县区州]$/u;
/** 市级, 紧密型, 规范性: belongs to the noun that follows. */
const IS_ADJECTIVE = /.[级型性式制]$/u;
/** 5件, 3名: belongs to what is counted. */
const IS_COUNT = /^\d+(?:个|项|次|批次|名|位|家|件|条|种|类|台|套|所)$/u;
const IS_TIME = /^\d+年|[年月日季度期间]$|半年$/u;

function isNominal(token: Token, next: Token | undefined): boolean {
  if (token.role !== 'verb' || next === undefined) return false;
  return next.role === 'head' || next.role === 'organ' || next.role === 'trailing';
}

/** Cost of a break between two neighbouring tokens, names and brackets aside. */
function costBetween(left: Token, right: Token, after: Token | undefined): number {
  if (/\s/u.test(left.text)) return 0;
  if (/\s/u.test(right.text)) return NEVER;
  if (OPENING.includes(left.text) || NOT_AT_LINE_START.includes(right.text)) return NEVER;
  if (right.text === '等' && CLOSING.includes(left.text)) return 30;
  if (right.role === 'trailing' || left.text === '关于') return NEVER;
  if (left.text === '、' || left.text === '，') return 6;
  if (right.text === '关于') return left.role === 'organ' ? 0 : 4;
  if (left.role === 'issuing') return 2;
  if (SINGLE_JOINERS.has(right.text)) return 18;
  if (left.role === 'leading') return 60;
  if (left.text === '的') return 25;
  if (CLOSING.includes(left.text)) return 8;
  if (OPENING.includes(right.text)) return 10;
  if (right.role === 'head' || isNominal(right, after)) return 26;
  if (left.role === 'verb') return isNominal(left, right) ? 26 : 12;
  if (left.text.startsWith('第')) return 30;
  if (left.role === 'number' && right.text.startsWith('第')) return 22;
  if (left.text === '等' && right.role === 'number') return 60;
  if (IS_COUNT.test(left.text)) return 40;
  if (IS_ADJECTIVE.test(left.text)) return 22;
  if (IS_WHOLE.test(left.text) || (IS_TIME.test(left.text) && IS_TIME.test(right.text))) return 24;
  if (right.role === 'verb' || right.role === 'issuing' || right.role === 'leading') return 9;
  if (left.role === 'stray' && right.role === 'stray') return 32;
  return 16;
}

/**
 * Cost of starting a new line before each UTF-16 index of the title; index 0 and indexes inside a word,
 * name, number with its unit or a quoted whole are `NEVER`.
 * @param maxCells characters a line can hold; a quoted whole or a name longer than that may be broken.
 */
export function breakCosts(title: string, maxCells: number): number[] {
  const costs = Array.from({ length: title.length }, () => NEVER);
  const tokens = tokenize(title);
  tokens.forEach((token, index) => {
    const left = tokens[index - 1];
    if (left !== undefined) costs[token.start] = costBetween(left, token, tokens[index + 1]);
  });
  const endings = new Set(tokens.filter((token) => token.role === 'organ').map((token) => token.end));
  for (const { start, end } of organSpans(tokens)) {
    for (let at = start + 1; at < end; at += 1) {
      const cost = costs[at] ?? NEVER;
      if (cost === 0) continue;
      if (endings.has(at)) costs[at] = Math.max(cost, 45);
      else if (end - start <= maxCells) costs[at] = NEVER;
      else if (cost < NEVER) costs[at] = cost + 60;
    }
  }
  for (const { start, end } of personSpans(title)) costs.fill(NEVER, start + 1, end);
  for (const { start, end } of bracketSpans(title)) {
    const extra = end - start <= maxCells ? 55 : 20;
    for (let at = start + 1; at < end; at += 1) {
      const isWhole = end - start <= LONGEST_WHOLE_QUOTE || at - start < 5 || end - at < 5;
      costs[at] = isWhole ? NEVER : (costs[at] ?? NEVER) + extra;
    }
  }
  return costs;
}
