import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';
import { checkedSpans, placeFinder } from '../../../shared/gongwen/table-spans.ts';
import type { CellSpan } from '../../../shared/gongwen/table-spans.ts';
import type { PageItem } from '../../../shared/gongwen/pages.ts';

/** Standard structure types of PDF that we use (ISO 32000-1, 14.8.4). */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

/** A place in the structure tree; `key` is the same for all pieces of one element, wherever they are drawn. */
export interface Step {
  readonly tag: Tag;
  readonly key: string;
  /** What a picture shows, for a reader who cannot see it. */
  readonly alt?: string;
  /** Rows and columns a merged cell takes. */
  readonly span?: CellSpan;
}

/** The way from the root of the tree to an item, or what the item is where it is no part of the text. */
export type Role =
  | { readonly kind: 'content'; readonly steps: readonly Step[] }
  | { readonly kind: 'artifact'; readonly type: 'Layout' | 'Pagination' };

const LAYOUT: Role = { kind: 'artifact', type: 'Layout' };
const PAGINATION: Role = { kind: 'artifact', type: 'Pagination' };
const HEADING_TAGS = ['H2', 'H3', 'H4', 'H5'] as const;

/** Answers the role of each item; asked once per item, in drawing order. */
export type RoleOf = (item: PageItem, page: number) => Role;

/** The structure tree of what is drawn: where each item belongs, and what a table has besides what is drawn of it. */
export interface TagStructure {
  readonly roleOf: RoleOf;
  /** All elements of the table of that key in reading order. */
  readonly skeleton: (key: string) => readonly (readonly Step[])[];
}

/** The structure tree of a document. */
export function documentStructure(document?: Gongwen): TagStructure {
  const blocks = document ? blocksByPath(document) : new Map<string, Block>();
  return { roleOf: rolesOf(document), skeleton: (key) => tableSkeleton(key, blocks) };
}

/**
 * Roles of the items of a document. Without the document itself all text is paragraphs: only the model knows
 * which of them are headings and how many columns a table has.
 */
export function rolesOf(document?: Gongwen): RoleOf {
  const blocks = document ? blocksByPath(document) : new Map<string, Block>();
  /** Page on which the header of a table was set first; there and only there it is text. */
  const headerPages = new Map<string, number>();
  let noted = -1;
  return (item, page) => {
    if (item.element === 'pageNumber') return PAGINATION;
    if (item.kind === 'rule' || item.kind === 'seal') return LAYOUT;
    const around = sectionOf(item);
    const inside = (...steps: readonly Step[]): Role => ({ kind: 'content', steps: [...around, ...steps] });
    const key = `${item.element} ${item.path}`;
    if (item.kind === 'image') return inside({ tag: 'Figure', key, alt: altOf(item.path, document) });
    if (item.element === 'table') {
      const steps = tableSteps(item.path);
      const [table] = steps;
      if (table && item.path.startsWith(`${table.key}.header`)) {
        const first = headerPages.get(table.key) ?? page;
        headerPages.set(table.key, first);
        // set again on a further page (T-05): said once to a reader who listens
        if (page !== first) return PAGINATION;
      }
      return inside(...steps);
    }
    if (item.element === 'attachmentNote' && (document?.attachments.length ?? 0) > 1) {
      const own = /^attachments\.(\d+)\./u.exec(item.path)?.[1];
      if (own !== undefined) noted = Number(own);
      const entry = own === undefined ? noted + 1 : noted;
      const part: Step =
        own === undefined ? { tag: 'Lbl', key: `label ${entry}` } : { tag: 'LBody', key: `name ${entry}` };
      return inside({ tag: 'L', key: 'attachmentNote' }, { tag: 'LI', key: `entry ${entry}` }, part);
    }
    return inside({ tag: tagOf(item, blocks), key });
  };
}

function tagOf({ element, path }: PageItem, blocks: ReadonlyMap<string, Block>): Tag {
  if (element === 'title' || element === 'attachmentTitle' || element === 'enclosureTitle') return 'H1';
  const block = blocks.get(path);
  return block?.type === 'heading' ? (HEADING_TAGS[block.level - 1] ?? 'P') : 'P';
}

/** 附件 and 被印发文件 are documents of their own inside the document. */
function sectionOf({ element, path }: PageItem): readonly Step[] {
  if (element === 'attachmentNote') return [];
  const key = /^(?:attachments|enclosures)\.\d+/u.exec(path)?.[0];
  return key === undefined ? [] : [{ tag: 'Sect', key }];
}

function tableSteps(path: string): readonly Step[] {
  const found = /^(.*)\.(caption|(header|rows)\.\d+)(\.\d+)?$/u.exec(path);
  const [, table = path, part = '', kind, cell] = found ?? [];
  const root: Step = { tag: 'Table', key: table };
  if (kind === undefined) return [root, { tag: 'Caption', key: `${table}.${part}` }];
  const row: Step = { tag: 'TR', key: `${table}.${part}` };
  return cell === undefined ? [root, row] : [root, row, { tag: kind === 'header' ? 'TH' : 'TD', key: path }];
}

/**
 * All elements of a table in reading order, empty cells too: a row whose cells are not counted reads shifted.
 * Nothing where the table is not known.
 */
export function tableSkeleton(key: string, blocks: ReadonlyMap<string, Block>): readonly (readonly Step[])[] {
  const block = blocks.get(key);
  if (block?.type !== 'table') return [];
  const header = block.header ?? [];
  const columns = Math.max(1, ...[...header, ...block.rows].map((row) => row.length));
  const places = placeFinder(checkedSpans(block).spans);
  const cellsOf = (part: string, row: number): Step[][] =>
    Array.from({ length: columns }, (_, index) => {
      const place = places(row, index);
      if (place?.first === false) return [];
      const steps = tableSteps(`${key}.${part}.${index}`);
      const span = place?.span;
      return [span === undefined ? [...steps] : steps.map((step) => withSpan(step, span))];
    }).flat();
  return [
    ...(block.caption === undefined || block.caption === '' ? [] : [tableSteps(`${key}.caption`)]),
    ...header.flatMap((_, index) => cellsOf(`header.${index}`, index)),
    ...block.rows.flatMap((_, index) => cellsOf(`rows.${index}`, header.length + index)),
  ];
}

const withSpan = (step: Step, span: CellSpan): Step =>
  step.tag === 'TH' || step.tag === 'TD' ? { ...step, span } : step;

function altOf(path: string, document: Gongwen | undefined): string {
  const [part, index] = path.split('.');
  if (part === 'seals') return `${document?.issuers[Number(index)] ?? ''}印章（图片）`;
  if (part === 'stamps') return `${document?.stamps[Number(index)]?.name ?? ''}签名章（图片）`;
  return '图片';
}

/** Blocks by model path, e.g. `body.3`, `attachments.0.body.2`. */
export function blocksByPath({ body, attachments, enclosures }: Gongwen): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  const add = (part: readonly Block[], path: string): void => {
    for (const [index, block] of part.entries()) blocks.set(`${path}.${index}`, block);
  };
  add(body, 'body');
  for (const [index, part] of attachments.entries()) add(part.body, `attachments.${index}.body`);
  for (const [index, part] of enclosures.entries()) add(part.body, `enclosures.${index}.body`);
  return blocks;
}
