import type { JSONContent } from '@tiptap/core';
import { checkedSpans, placeFinder } from '../../../../../shared/gongwen/table-spans.ts';
import type { CellSpan } from '../../../../../shared/gongwen/table-spans.ts';
import { gridOfCells } from './cell-grid.ts';
import type { Block, HeadingBlock, TableBlock } from '../../../../../shared/gongwen/model.ts';

/**
 * Body of a document <-> content of the text editor, without loss. Block `i` of the model is child
 * `i` of the editor's document, so that `body.3` finds its place in both directions. Two spellings of
 * nothing are one: no blocks and one empty paragraph; `header: []` and no header.
 */

/** `\n` inside a text is a line break of its own in the editor. */
function inlineOf(text: string): JSONContent[] {
  const nodes: JSONContent[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) nodes.push({ type: 'hardBreak' });
    if (line !== '') nodes.push({ type: 'text', text: line });
  }
  return nodes;
}

function textOf(node: JSONContent): string {
  return (node.content ?? [])
    .map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? '')))
    .join('');
}

function paragraphOf(text: string): JSONContent {
  const content = inlineOf(text);
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** A cell holds paragraphs; each is one line of the model's text. */
function cellOf(type: 'tableCell' | 'tableHeader', text: string, span: CellSpan | undefined): JSONContent {
  const content = text.split('\n').map(paragraphOf);
  return span === undefined
    ? { type, content }
    : { type, attrs: { rowspan: span.rows, colspan: span.columns }, content };
}

function tableOf(block: TableBlock): JSONContent {
  const rows = [
    ...(block.header ?? []).map((row) => ({ cells: row, type: 'tableHeader' as const })),
    ...block.rows.map((row) => ({ cells: row, type: 'tableCell' as const })),
  ];
  const places = placeFinder(checkedSpans(block).spans);
  const shown = rows.length === 0 ? [{ cells: [''], type: 'tableCell' as const }] : rows;
  return {
    type: 'table',
    attrs: {
      caption: block.caption ?? null,
      widths: block.widths ?? null,
      landscape: block.landscape ?? null,
    },
    content: shown.map((row, y) => ({
      type: 'tableRow',
      content: row.cells.flatMap((text, x) => {
        const place = places(y, x);
        return place?.first === false ? [] : [cellOf(row.type, text, place?.span)];
      }),
    })),
  };
}

function nodeOf(block: Block): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block.text);
    case 'heading': {
      const content = inlineOf(block.text);
      const node = { type: 'heading', attrs: { level: block.level } };
      return content.length === 0 ? node : { ...node, content };
    }
    case 'table':
      return tableOf(block);
    case 'image':
      return { type: 'image', attrs: { file: block.file, width: block.width } };
    case 'pageBreak':
      return { type: 'pageBreak' };
    default:
      return block satisfies never;
  }
}

/** Content of the editor for blocks of the model. */
export function blocksToDoc(blocks: readonly Block[]): JSONContent {
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf) };
}

function levelOf(value: unknown): HeadingBlock['level'] {
  return value === 2 || value === 3 || value === 4 ? value : 1;
}

const cellText = (cell: JSONContent): string => (cell.content ?? []).map(textOf).join('\n');

const spanOf = (cell: JSONContent, key: 'rowspan' | 'colspan'): number =>
  Math.max(1, Number(cell.attrs?.[key] ?? 1));

function isHeaderRow(row: JSONContent): boolean {
  const cells = row.content ?? [];
  return cells.length > 0 && cells.every((cell) => cell.type === 'tableHeader');
}

function tableBlock(node: JSONContent): TableBlock {
  const rows = node.content ?? [];
  const firstBody = rows.findIndex((row) => !isHeaderRow(row));
  const headerCount = firstBody === -1 ? rows.length : firstBody;
  const { grid, spans } = gridOfCells(
    rows.map((row) =>
      (row.content ?? []).map((cell) => {
        return { text: cellText(cell), rows: spanOf(cell, 'rowspan'), columns: spanOf(cell, 'colspan') };
      }),
    ),
  );
  const { caption, widths, landscape } = node.attrs ?? {};
  return {
    type: 'table',
    ...(typeof caption === 'string' ? { caption } : {}),
    ...(headerCount === 0 ? {} : { header: grid.slice(0, headerCount) }),
    rows: grid.slice(headerCount),
    ...(Array.isArray(widths) ? { widths: widths.map(Number) } : {}),
    ...(typeof landscape === 'boolean' ? { landscape } : {}),
    ...(spans.length === 0 ? {} : { spans }),
  };
}

function blockOf(node: JSONContent): Block | null {
  switch (node.type) {
    case undefined:
      return null;
    case 'paragraph':
      return { type: 'paragraph', text: textOf(node) };
    case 'heading':
      return { type: 'heading', level: levelOf(node.attrs?.['level']), text: textOf(node) };
    case 'table':
      return tableBlock(node);
    case 'image':
      return {
        type: 'image',
        file: String(node.attrs?.['file'] ?? ''),
        width: Number(node.attrs?.['width'] ?? 0),
      };
    case 'pageBreak':
      return { type: 'pageBreak' };
    default:
      return null;
  }
}

/** Blocks of the model for the content of the editor. */
export function docToBlocks(doc: JSONContent): Block[] {
  const blocks = (doc.content ?? []).map(blockOf).filter((block) => block !== null);
  const only = blocks[0];
  if (blocks.length === 1 && only?.type === 'paragraph' && only.text === '') return [];
  return blocks;
}
