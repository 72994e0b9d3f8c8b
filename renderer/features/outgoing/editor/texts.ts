import type { Block, Gongwen } from '../../../../shared/gongwen/model.ts';
import type { GongwenChange } from './document-store.ts';

/** The texts of a document that are written in the middle pane. */
export interface TextPlace {
  /** `body`, `attachments.0.body`, `enclosures.0.body`. */
  readonly path: string;
  readonly label: string;
}

function numbered(count: number, list: string, label: string): TextPlace[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `${list}.${index}.body`,
    label: count === 1 ? label : `${label}${index + 1}`,
  }));
}

export function textPlaces(attachments: number, enclosures: number): TextPlace[] {
  return [
    { path: 'body', label: '正文' },
    ...numbered(attachments, 'attachments', '附件'),
    ...numbered(enclosures, 'enclosures', '被印发文件'),
  ];
}

const NOTHING: readonly Block[] = [];

/** The blocks at a text's path; empty when there is no such text any more. */
export function blocksAt(document: Gongwen, path: string): readonly Block[] {
  const [list, index] = path.split('.');
  if (list === 'attachments') return document.attachments[Number(index)]?.body ?? NOTHING;
  if (list === 'enclosures') return document.enclosures[Number(index)]?.body ?? NOTHING;
  return document.body;
}

/** The change of the document that puts these blocks at a text's path. */
export function changeAt(document: Gongwen, path: string, blocks: Block[]): GongwenChange {
  const [list, index] = path.split('.');
  const at = Number(index);
  if (list === 'attachments') {
    return {
      attachments: document.attachments.map((item, i) => (i === at ? { ...item, body: blocks } : item)),
    };
  }
  if (list === 'enclosures') {
    return {
      enclosures: document.enclosures.map((item, i) => (i === at ? { ...item, body: blocks } : item)),
    };
  }
  return { body: blocks };
}

/** Splits a model path into the text it lies in and the block there; null outside of all texts. */
export function textPlaceOf(path: string): { readonly text: string; readonly block: number } | null {
  const match = /^(body|(?:attachments|enclosures)\.\d+\.body)(?:\.(\d+))?/u.exec(path);
  if (match === null) return null;
  return { text: match[1] ?? 'body', block: Number(match[2] ?? 0) };
}
