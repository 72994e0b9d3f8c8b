import type BetterSqlite3 from 'better-sqlite3';
import { statesOfPhase } from '../../../shared/domain/search-phases.ts';
import type { ItemKind, SearchGroup, SearchHit, SearchInput } from '../../../shared/features/search.ts';
import { listOrder } from '../../db/list-order.ts';
import type { ListTable } from '../../db/list-order.ts';
import type { FacetFilter } from '../../db/list-facets.ts';
import { holdsWord, searchPlaces } from '../../db/search-index.ts';
import { explain, markTitle } from './explain.ts';
import { ownersOfNames, ownersOfTexts, placesOfFiles, withAttachment } from './files.ts';
import { ITEMS, showItems } from './items.ts';

type Raw = BetterSqlite3.Database;

/** Sorts of the lists by which the newest come first. */
const NEWEST: Readonly<Record<ItemKind, string>> = {
  incoming: 'receivedAt',
  outgoing: 'dated',
  matter: 'orderedOn',
};

/** Row numbers of texts of files that were found, for all kinds of owners. */
export interface FoundFiles {
  readonly texts: readonly number[];
  readonly names: readonly number[];
  /** What was looked up for one word and a limit: every kind of item asks it again. */
  readonly ofWord: Map<string, readonly number[]>;
}

export function findFiles(raw: Raw, words: readonly string[], counted: number): FoundFiles {
  return {
    texts: searchPlaces(raw, 'fileText', { words }, counted + 1),
    names: searchPlaces(raw, 'attachmentName', { words, facets: { state: ['active'] } }, counted + 1),
    ofWord: new Map(),
  };
}

/** Items of a kind in which all words occur: in their own fields, their document or their attachments. */
export function findItems(
  raw: Raw,
  kind: ItemKind,
  words: readonly string[],
  files: FoundFiles,
  input: SearchInput,
): SearchGroup {
  const facets = facetsOf(kind, input);
  const { found, more } = allPlaces(raw, kind, words, facets, files, input.counted);
  const kept =
    input.hasAttachment === undefined
      ? found
      : new Set(withAttachment(raw, kind, found, input.hasAttachment));
  const list: ListTable = ITEMS[kind].list;
  const { total, places } = listOrder(raw, list).page(
    Object.fromEntries(
      Object.entries(facets).map(([name, values]): [string, FacetFilter] => [name, { in: values }]),
    ),
    { key: NEWEST[kind], direction: 'desc' },
    input.offset,
    input.limit,
    kept,
  );
  return {
    kind,
    total: Math.min(total, input.counted),
    more: more || total > input.counted,
    hits: showItems(raw, kind, places).map((item): SearchHit => {
      const { id, number, detail, state, at, fields, further } = item;
      const title = markTitle(item.title, words);
      return { kind, id, title, number, detail, state, at, reasons: explain(words, fields, further) };
    }),
  };
}

function facetsOf(kind: ItemKind, { year, phase }: SearchInput): Record<string, (string | number)[]> {
  return {
    state: statesOfPhase(kind, phase),
    ...(year === undefined ? {} : { [ITEMS[kind].year]: [year] }),
  };
}

interface Places {
  readonly found: ReadonlySet<number>;
  readonly more: boolean;
}

function allPlaces(
  raw: Raw,
  kind: ItemKind,
  words: readonly string[],
  facets: Record<string, (string | number)[]>,
  files: FoundFiles,
  counted: number,
): Places {
  const own = searchPlaces(raw, kind, { words, facets }, counted + 1);
  const body = kind === 'outgoing' ? searchPlaces(raw, 'outgoingBody', { words }, counted + 1) : [];
  const carried = [...ownersOfTexts(raw, kind, files.texts), ...ownersOfNames(raw, kind, files.names)];
  const found = new Set([...own, ...body, ...carried]);
  const full = [own, body, files.texts, files.names].some((places) => places.length > counted);
  if (words.length < 2 || full) return { found, more: full && found.size > 0 };
  const most = found.size > 0 ? MOST_MIXED : MOST_MIXED_ALONE;
  const mixed = mixedPlaces(raw, kind, words, most, files);
  return { found: new Set([...found, ...mixed]), more: false };
}

/** A word that more items hold than this does not tell which ones are meant, unless nothing else was found. */
const MOST_MIXED = 100;
const MOST_MIXED_ALONE = 20_000;

/**
 * Items that hold one word in their own fields and another in an attachment or the document: those of the rarest word
 * of which all places are known, as far as every other word occurs in them too.
 */
function mixedPlaces(
  raw: Raw,
  kind: ItemKind,
  words: readonly string[],
  most: number,
  files: FoundFiles,
): Set<number> {
  let rarest: { readonly word: string; readonly places: Set<number> } | undefined;
  for (const word of words) {
    const places = placesOfWord(raw, kind, word, Math.min(most, rarest?.places.size ?? most), files);
    if (places !== undefined) rarest = { word, places };
  }
  const left = rarest?.places ?? new Set<number>();
  for (const word of words) {
    if (word === rarest?.word) continue;
    for (const place of left) if (!holds(raw, kind, place, word)) left.delete(place);
  }
  return left;
}

/** Undefined when there are more than `most`. */
function placesOfWord(
  raw: Raw,
  kind: ItemKind,
  word: string,
  most: number,
  files: FoundFiles,
): Set<number> | undefined {
  const query = { words: [word] };
  const inFiles = (name: 'fileText' | 'attachmentName'): readonly number[] => {
    const key = `${name} ${most} ${word}`;
    const places = files.ofWord.get(key) ?? searchPlaces(raw, name, query, most + 1);
    files.ofWord.set(key, places);
    return places;
  };
  const own = searchPlaces(raw, kind, query, most + 1);
  if (own.length > most) return undefined;
  const texts = inFiles('fileText');
  if (texts.length > most) return undefined;
  const names = inFiles('attachmentName');
  const body = kind === 'outgoing' ? searchPlaces(raw, 'outgoingBody', query, most + 1) : [];
  if (names.length > most || body.length > most) return undefined;
  return new Set([...own, ...body, ...ownersOfTexts(raw, kind, texts), ...ownersOfNames(raw, kind, names)]);
}

function holds(raw: Raw, kind: ItemKind, place: number, word: string): boolean {
  if (holdsWord(raw, kind, place, word)) return true;
  if (kind === 'outgoing' && holdsWord(raw, 'outgoingBody', place, word)) return true;
  const { names, texts } = placesOfFiles(raw, kind, place);
  return (
    names.some((name) => holdsWord(raw, 'attachmentName', name, word)) ||
    texts.some((one) => holdsWord(raw, 'fileText', one, word))
  );
}
