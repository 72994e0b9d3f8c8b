import { z } from 'zod';
import { SEARCH_PHASES } from '../domain/search-phases.ts';
import { query } from '../ipc/define.ts';

/** One box over everything: items with their documents and attachments, people, departments, sending units. */

export const ITEM_KINDS = ['incoming', 'outgoing', 'matter'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const SEARCH_KINDS = [...ITEM_KINDS, 'person', 'department', 'correspondent'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_KIND_NAMES: Readonly<Record<SearchKind, string>> = {
  incoming: '收文',
  outgoing: '发文',
  matter: '承办件',
  person: '人员',
  department: '部门',
  correspondent: '来文单位',
};

/** No more than so many are counted; “1000+”. */
export const MOST_COUNTED = 1000;

const segments = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }));

export const searchHitSchema = z.strictObject({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  /** With the hit marked. */
  title: segments,
  /** 收文号, 文号, 承办号; empty where there is none. */
  number: z.string(),
  /** Sender, addressees, department and post. */
  detail: z.string(),
  /** State as it is read; empty for people and units. */
  state: z.string(),
  /** Epoch ms of what it is sorted by; null where there is no date. */
  at: z.number().nullable(),
  /** Why it was found, with what surrounds the hit: 标题, 文号, 正文, 附件《…》, 拼音. */
  reasons: z.array(z.strictObject({ label: z.string(), snippet: segments })),
});
export type SearchHit = z.output<typeof searchHitSchema>;

export const searchGroupSchema = z.strictObject({
  kind: z.enum(SEARCH_KINDS),
  /** At most `counted`. */
  total: z.int(),
  /** There are more than `total`. */
  more: z.boolean(),
  /** The newest first. */
  hits: z.array(searchHitSchema),
});
export type SearchGroup = z.output<typeof searchGroupSchema>;

export const searchInputSchema = z.strictObject({
  /** Words that must all occur, in any way of typing numbers; Latin letters are pinyin initials too. */
  text: z.string().max(200),
  kinds: z.array(z.enum(SEARCH_KINDS)).optional(),
  year: z.int().optional(),
  phase: z.enum(SEARCH_PHASES).optional(),
  hasAttachment: z.boolean().optional(),
  /** So many of a kind are counted; the fewer, the quicker. */
  counted: z.int().min(1).max(MOST_COUNTED).default(MOST_COUNTED),
  /** Of each kind. */
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200),
});
export type SearchInput = z.output<typeof searchInputSchema>;

export const searchContract = {
  /** Groups in the order of their best hit; kinds without one are left out. */
  find: query(searchInputSchema, z.strictObject({ groups: z.array(searchGroupSchema) }), [
    'incoming',
    'outgoing',
    'matter',
    'attachment',
    'person',
    'department',
    'correspondent',
  ]),
} as const;
