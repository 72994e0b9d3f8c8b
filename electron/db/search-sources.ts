import { foldText } from '../../shared/domain/fold-text.ts';
import { textsOf } from '../../shared/gongwen/document-texts.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';

/** What is searched: one declaration for each index. The migrations make its tables and triggers from it too. */
export interface SearchSource {
  readonly name: string;
  readonly table: string;
  /** The whole number that stands for a row in the index. */
  readonly place: 'rowid' | 'rowNumber';
  /** See `search-tokens.ts`. */
  readonly grain: 'short' | 'long';
  /** SQL of the folded text. */
  readonly text: string;
  /** `text` is not folded yet. */
  readonly unfolded?: true;
  /** SQL of what pinyin initials are made of, a blank between two fields. */
  readonly initials?: string;
  /** Columns that narrow a search down. */
  readonly facets: readonly string[];
  /** Columns whose change makes a row due. */
  readonly watched: readonly string[];
  /** A long text that no column holds is made from `text` and kept in `<name>Text`. */
  readonly derive?: (stored: string) => string;
}

/** Everything printed of a stored document, folded, a blank between two texts. */
export function foldedDocument(stored: string): string {
  const texts = Array.from(textsOf(gongwenDraftSchema.parse(JSON.parse(stored))), ({ text }) =>
    foldText(text),
  );
  return texts.filter((text) => text !== '').join(' ');
}

export const SEARCH_SOURCES = {
  incoming: {
    name: 'incoming',
    table: 'incoming',
    place: 'rowNumber',
    grain: 'short',
    text: 'searchText',
    initials: "title || ' ' || senderName || ' ' || instructedBy || ' ' || leadName",
    facets: ['state', 'bookYear', 'senderId', 'leadDepartmentId', 'urgency'],
    watched: ['searchText', 'state', 'bookYear', 'senderId', 'leadDepartmentId', 'urgency'],
  },
  outgoing: {
    name: 'outgoing',
    table: 'outgoing',
    place: 'rowid',
    grain: 'short',
    text: 'searchText',
    initials: "title || ' ' || addressees",
    facets: ['state', 'genre', 'year', 'drafterId'],
    watched: ['searchText', 'state', 'genre', 'year', 'drafterId'],
  },
  matter: {
    name: 'matter',
    table: 'matter',
    place: 'rowNumber',
    grain: 'short',
    text: 'searchText',
    initials: "title || ' ' || orderedBy || ' ' || leadName",
    facets: ['state', 'year', 'source', 'leadDepartmentId'],
    watched: ['searchText', 'state', 'year', 'source', 'leadDepartmentId'],
  },
  attachmentName: {
    name: 'attachmentName',
    table: 'attachment',
    place: 'rowid',
    grain: 'short',
    text: 'name',
    unfolded: true,
    initials: 'name',
    facets: ['ownerKind', 'state'],
    watched: ['name', 'ownerKind', 'state'],
  },
  outgoingBody: {
    name: 'outgoingBody',
    table: 'outgoing',
    place: 'rowid',
    grain: 'long',
    text: 'document',
    facets: [],
    watched: ['document'],
    derive: foldedDocument,
  },
  fileText: {
    name: 'fileText',
    table: 'fileText',
    place: 'rowNumber',
    grain: 'long',
    text: 'searchText',
    facets: [],
    watched: ['searchText'],
  },
} as const satisfies Record<string, SearchSource>;
export type SearchSourceName = keyof typeof SEARCH_SOURCES;

/** Name of the FTS5 table of a source, and of that of the single characters of a long one. */
export const indexOf = ({ name }: SearchSource): string => `${name}Search`;
export const singlesOf = ({ name }: SearchSource): string => `${name}Singles`;
/** All FTS5 tables of a source. */
export const indexesOf = (source: SearchSource): string[] =>
  source.grain === 'short' ? [indexOf(source)] : [indexOf(source), singlesOf(source)];
/** Where the long text of a row stands, folded. */
export const textOf = (source: SearchSource): { readonly table: string; readonly place: string } =>
  source.derive === undefined
    ? { table: source.table, place: source.place }
    : { table: `${source.name}Text`, place: 'place' };

/** SQL that makes the index tables of a source; they keep tokens only, no text. */
export function indexTables(source: SearchSource): string[] {
  const options = "content = '', contentless_delete = 1, tokenize = 'ascii'";
  const tables =
    source.grain === 'short'
      ? [`CREATE VIRTUAL TABLE ${indexOf(source)} USING fts5 (singles, pairs, initials, ${options})`]
      : [
          `CREATE VIRTUAL TABLE ${indexOf(source)} USING fts5 (pairs, triples, ${options})`,
          `CREATE VIRTUAL TABLE ${singlesOf(source)} USING fts5 (singles, ${options}, detail = 'none')`,
        ];
  return [...tables, ...indexesOf(source).flatMap(mergedWhenIdle)];
}

/** Every save adds a piece to an index. No save waits while pieces are put together: see `search-merge.ts`. */
const mergedWhenIdle = (index: string): string[] =>
  [
    ['automerge', 0],
    ['usermerge', 2],
    // Where a person never pauses; with so many pieces a search still takes no longer than it may.
    ['crisismerge', 64],
  ].map(([option, value]) => `INSERT INTO ${index} (${index}, rank) VALUES ('${option}', ${value})`);

/** SQL of what keeps an index in step: every changed row is noted in `searchDue`, in the same transaction. */
export function indexStatements(source: SearchSource): string[] {
  const { name, table, place, watched } = source;
  const due = (row: string) => `INSERT OR IGNORE INTO searchDue VALUES ('${name}', ${row}.${place})`;
  const list = (row: string) => watched.map((column) => `${row}.${column}`).join(', ');
  const changed =
    watched.length === 1
      ? `${list('OLD')} IS NOT ${list('NEW')}`
      : `(${list('OLD')}) IS NOT (${list('NEW')})`;
  return [
    ...indexTables(source),
    ...(source.derive === undefined
      ? []
      : [`CREATE TABLE ${name}Text (place INTEGER NOT NULL PRIMARY KEY, searchText TEXT NOT NULL) STRICT`]),
    `CREATE TRIGGER ${name}SearchAdded AFTER INSERT ON ${table} BEGIN ${due('NEW')}; END`,
    `CREATE TRIGGER ${name}SearchChanged AFTER UPDATE OF ${watched.join(', ')} ON ${table}
      WHEN ${changed} BEGIN ${due('NEW')}; END`,
    `CREATE TRIGGER ${name}SearchRemoved AFTER DELETE ON ${table} BEGIN ${due('OLD')}; END`,
    `INSERT INTO searchDue SELECT '${name}', ${place} FROM ${table}`,
  ];
}
