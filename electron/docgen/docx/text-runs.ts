import { Tab, TextRun } from 'docx';
import type { FaceInfo, FontRole, TextItem } from '../../../shared/gongwen/pages.ts';
import type { Advances } from './advance.ts';
import type { FontNames, RoleFamilies } from './font-names.ts';
import type { ResolvedStyle } from './resolve-style.ts';
import { pointsToHalfPoints } from './units.ts';
import { printable } from './xml.ts';

/** What the builders of paragraphs need to know about fonts. */
export interface FontContext {
  readonly names: FontNames;
  readonly families: RoleFamilies;
  /** `RRGGBB` of what is red. */
  readonly red: string;
  readonly info: (face: string) => FaceInfo;
  readonly advances: Advances;
}

/** A stretch of text with the formatting that differs from its paragraph style. */
export interface RunSpec {
  readonly text: string;
  readonly role: FontRole;
  /** Family of a fallback face; only named when the document names the laid-out families. */
  readonly family: string | undefined;
  /** pt */
  readonly size: number;
  /** Twips; undefined: the style's. */
  readonly spacing: number | undefined;
  /** Percent of the natural width. */
  readonly scale: number;
  readonly red: boolean;
  /** What stands before the text: a line break or a tab. */
  readonly before?: 'line' | 'tab' | undefined;
}

/** Character styles for a run whose role is not its paragraph's. */
const CHARACTER_STYLES: Partial<Record<FontRole, string>> = {
  hei: 'GongwenHei',
  kai: 'GongwenKai',
  fangsong: 'GongwenFangsong',
  song: 'GongwenSong',
};

/**
 * Characters that belong to Chinese and to Western text alike: without the hint Word draws them narrow,
 * in the Western slot (K-77).
 */
const AMBIGUOUS = /[“”‘’…—·×÷±°§‰′″℃①-⑳Ⅰ-Ⅻ→←↑↓■□▲△●○★☆]/u;

/** A run for (a part of) a laid-out item; `own` is what differs from the item and the style. */
export function runSpec(
  item: TextItem,
  text: string,
  context: FontContext,
  own: Partial<Pick<RunSpec, 'spacing' | 'scale' | 'size' | 'before'>> = {},
): RunSpec {
  const { role, family } = context.info(item.face);
  const isFallback = context.names === 'laid-out' && family !== context.families[role];
  return {
    text,
    role,
    family: isFallback ? family : undefined,
    size: item.sizePt,
    spacing: undefined,
    scale: 100,
    red: item.color === 'red',
    ...own,
  };
}

const sameFormat = (a: RunSpec, b: RunSpec): boolean =>
  a.role === b.role &&
  a.family === b.family &&
  a.size === b.size &&
  a.spacing === b.spacing &&
  a.scale === b.scale &&
  a.red === b.red &&
  b.before === undefined;

/** Joins neighbours of one format, so that Word sees as few runs as a person would have typed. */
export function joinRuns(specs: readonly RunSpec[]): RunSpec[] {
  const joined: RunSpec[] = [];
  for (const spec of specs) {
    const last = joined.at(-1);
    if (last !== undefined && sameFormat(last, spec))
      joined[joined.length - 1] = { ...last, text: last.text + spec.text };
    else joined.push(spec);
  }
  return joined;
}

const allSlots = (family: string) =>
  ({ ascii: family, hAnsi: family, eastAsia: family, cs: family, hint: 'eastAsia' }) as const;

function fontOf(spec: RunSpec): ReturnType<typeof allSlots> | { hint: 'eastAsia' } | undefined {
  if (spec.family !== undefined) return allSlots(spec.family);
  return AMBIGUOUS.test(spec.text) ? { hint: 'eastAsia' } : undefined;
}

/** The library's run; formatting that the style already gives is left out. */
export function textRun(spec: RunSpec, style: ResolvedStyle): TextRun {
  const characterStyle = spec.role === style.role ? undefined : CHARACTER_STYLES[spec.role];
  const font = fontOf(spec);
  const size = pointsToHalfPoints(spec.size);
  const isOwnSize = size !== pointsToHalfPoints(style.size);
  const isOwnSpacing = spec.spacing !== undefined && spec.spacing !== style.spacing;
  const text = printable(spec.text);
  return new TextRun({
    ...(characterStyle === undefined ? {} : { style: characterStyle }),
    ...(font === undefined ? {} : { font }),
    ...(isOwnSpacing ? { characterSpacing: spec.spacing } : {}),
    ...(spec.scale === 100 ? {} : { scale: spec.scale }),
    ...(isOwnSize ? { size, sizeComplexScript: size } : {}),
    ...(spec.before === 'line' ? { break: 1 } : {}),
    children: spec.before === 'tab' ? [new Tab(), text] : [text],
  });
}

/** Width in pt of a character of an item as the word processor will set it, without spacing. */
export const naturalPoints = (item: TextItem, char: string, context: FontContext): number =>
  context.advances.named(item.face, char) * item.sizePt;

/** The same in a program that has to take some other font for letters and digits. */
export const widestPoints = (item: TextItem, char: string, context: FontContext): number =>
  context.advances.widest(item.face, char) * item.sizePt;
