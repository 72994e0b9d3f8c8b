import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';

const BODY_PATH = /^((?:(?:attachments|enclosures)\.(\d+)\.)?body)\.(\d+)/u;

export interface BlockPlace {
  readonly blocks: readonly Block[];
  readonly index: number;
  /** Path of the blocks, e.g. `attachments.0.body`. */
  readonly base: string;
}

/** Path of the block a path leads into: `body.3` of `body.3.rows.0.1`. */
export const blockPath = (path: string): string => BODY_PATH.exec(path)?.[0] ?? path;

/** The block a layout path (`body.3`, `attachments.0.body.2.rows.1.0`) leads into, among its neighbours. */
export function findBlock(document: Gongwen, path: string): BlockPlace | undefined {
  const match = BODY_PATH.exec(path);
  if (match === null) return undefined;
  const [, base = '', part, index] = match;
  const owners = base.startsWith('attachments') ? document.attachments : document.enclosures;
  const blocks = part === undefined ? document.body : owners[Number(part)]?.body;
  return blocks === undefined ? undefined : { blocks, index: Number(index), base };
}

export function blockAt(document: Gongwen, path: string): Block | undefined {
  const place = findBlock(document, path);
  return place?.blocks[place.index];
}
