import type BetterSqlite3 from 'better-sqlite3';
import { statesOfPhase } from '../../../shared/domain/search-phases.ts';
import { MOST_COUNTED } from '../../../shared/features/search.ts';
import type { ItemKind, SearchGroup, SearchHit, SearchInput } from '../../../shared/features/search.ts';
import { listOrder } from '../../db/list-order.ts';
import type { ListTable } from '../../db/list-order.ts';
import type { FacetFilter } from '../../db/list-facets.ts';
import { searchPlaces } from '../../db/search-index.ts';
import { explain, markTitle } from './explain.ts';
import { ownersOfNames, ownersOfTexts, withAttachment } from './files.ts';
import { ITEMS, showItems } from './items.ts';

type Raw = BetterSqlite3.Database;

/** Sorts of the lists by which the newest come first. */
const NEWEST: Readonly<Record<ItemKind, string>> = {
  incoming: 'receivedAt',
  outgoing: 'createdAt',
  matter: 'orderedOn',
};

/** Row numbers of texts of files that were found, for all kinds of owners. */
export interface FoundFiles {
  readonly texts: readonly number[];
  readonly names: readonly number[];
}

export function findFiles(raw: Raw, words: readonly string[]): FoundFiles {
  return {
    texts: searchPlaces(raw, 'fileText', { words }, MOST_COUNTED + 1),
    names: searchPlaces(raw, 'attachmentName', { words, facets: { state: ['active'] } }, MOST_COUNTED + 1),
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
  const { found, more } = allPlaces(raw, kind, words, facets, files);
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
    total: Math.min(total, MOST_COUNTED),
    more: more || total > MOST_COUNTED,
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
): Places {
  const own = searchPlaces(raw, kind, { words, facets }, MOST_COUNTED + 1);
  const body = kind === 'outgoing' ? searchPlaces(raw, 'outgoingBody', { words }, MOST_COUNTED + 1) : [];
  const carried = [...ownersOfTexts(raw, kind, files.texts), ...ownersOfNames(raw, kind, files.names)];
  const found = new Set([...own, ...body, ...carried]);
  const full = [own, body, files.texts, files.names].some((places) => places.length > MOST_COUNTED);
  if (words.length < 2 || full) return { found, more: full && found.size > 0 };
  return { found: new Set([...found, ...mixedPlaces(raw, kind, words)]), more: false };
}

/** A word that more items hold than this does not tell which ones are meant. */
const MOST_MIXED = 400;

/**
 * Items that hold one word in their own fields and another in an attachment or the document: those of the rarest word
 * of which all places are known, as far as every other word occurs in them too.
 */
function mixedPlaces(raw: Raw, kind: ItemKind, words: readonly string[]): Set<number> {
  let rarest: Set<number> | undefined;
  for (const word of words) {
    const found = placesOfWord(raw, kind, word);
    if (found !== undefined && (rarest === undefined || found.size < rarest.size)) rarest = found;
  }
  const left = rarest ?? new Set<number>();
  for (const word of words) {
    if (left.size === 0) break;
    for (const place of left) if (!holds(raw, kind, place, word)) left.delete(place);
  }
  return left;
}

/** Undefined when there are too many. */
function placesOfWord(raw: Raw, kind: ItemKind, word: string): Set<number> | undefined {
  const query = { words: [word] };
  const limit = MOST_MIXED + 1;
  const own = searchPlaces(raw, kind, query, limit);
  const body = kind === 'outgoing' ? searchPlaces(raw, 'outgoingBody', query, limit) : [];
  const texts = searchPlaces(raw, 'fileText', query, limit);
  const names = searchPlaces(raw, 'attachmentName', query, limit);
  if ([own, body, texts, names].some((places) => places.length > MOST_MIXED)) return undefined;
  return new Set([...own, ...body, ...ownersOfTexts(raw, kind, texts), ...ownersOfNames(raw, kind, names)]);
}

function holds(raw: Raw, kind: ItemKind, place: number, word: string): boolean {
  const [item] = showItems(raw, kind, [place]);
  if (item === undefined) return false;
  return explain([word], item.fields, item.further).length > 0;
}
