import { foldText } from '../../../shared/domain/fold-text.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { ITEM_KINDS, SEARCH_KINDS } from '../../../shared/features/search.ts';
import type {
  ItemKind,
  searchContract,
  SearchGroup,
  SearchHit,
  SearchInput,
  SearchKind,
} from '../../../shared/features/search.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import type { Ctx } from '../context.ts';
import { findFiles, findItems } from './find-items.ts';
import { findNames } from './find-names.ts';

export const searchHandlers: Handlers<typeof searchContract, Ctx> = {
  find: async (input, ctx) => ({ groups: await find(ctx.services.session.database, input) }),
};

const isItem = (kind: SearchKind): kind is ItemKind => ITEM_KINDS.some((item) => item === kind);

/** Everything in which all words occur, grouped by kind, the best group first; nothing for an empty text. */
export async function find(database: OfficeDatabase, input: SearchInput): Promise<SearchGroup[]> {
  const words = [...new Set(searchWords(input.text))];
  if (words.length === 0) return [];
  const kinds = SEARCH_KINDS.filter((kind) => input.kinds?.includes(kind) ?? true);
  const items = kinds.filter(isItem);
  const groups = await database.exclusively((raw) => {
    const files = findFiles(raw, words, input.counted);
    return items.map((kind) => findItems(raw, kind, words, files, input));
  });
  // People and units have neither a year nor a state nor attachments.
  const narrowed = [input.year, input.phase, input.hasAttachment].some((value) => value !== undefined);
  for (const kind of narrowed ? [] : kinds) {
    if (!isItem(kind)) groups.push(await findNames(database.read, kind, words, input));
  }
  return groups
    .filter(({ total }) => total > 0)
    .map((group, place) => ({ group, place, rank: rankOf(group, words) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ group }) => group);
}

/** Whoever types a number or a whole name means that; then come titles, then what stands inside documents. */
const RANKS: readonly (readonly string[])[] = [
  ['收文号', '来文字号', '发文字号', '承办号'],
  ['标题', '事项', '来文单位', '主送', '名称', '拼音'],
];

const named = (hit: SearchHit): string => foldText(hit.title.map(({ text }) => text).join(''));

function rankOf({ kind, hits }: SearchGroup, words: readonly string[]): number {
  if (!isItem(kind) && hits.some((hit) => named(hit) === words.join(''))) return 0;
  const labels = new Set(hits.flatMap(({ reasons }) => reasons.map(({ label }) => label)));
  const rank = RANKS.findIndex((some) => some.some((label) => labels.has(label)));
  return rank === -1 ? RANKS.length : rank;
}
