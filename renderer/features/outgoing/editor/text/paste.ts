import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { handlePaste as pasteCells } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { blocksFromText } from '../../../../../shared/gongwen/clean-paste.ts';
import type { Block } from '../../../../../shared/gongwen/model.ts';
import { blocksToDoc } from './block-doc.ts';
import { blocksFromHtml } from './read-html.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { insertPictures, picturesOnClipboard } from './insert-picture.ts';
import { cellsOfText } from './read-cells.ts';
import { columnCount, findCurrentTable } from './table-commands.ts';

/** The blocks of what lies on the clipboard; null when it comes from this editor itself. */
export function blocksOfClipboard(
  data: Pick<DataTransfer, 'getData'>,
  /** A table already holds the caret: one row of cells is then cells too. */
  intoTable = false,
): Block[] | null {
  const html = data.getData('text/html');
  if (html.includes('data-pm-slice')) return null;
  const fromHtml = html === '' ? [] : blocksFromHtml(html);
  if (fromHtml.length > 0) return fromHtml;
  const text = data.getData('text/plain');
  const rows = cellsOfText(text, intoTable ? 1 : 2);
  return rows === null ? blocksFromText(text) : [{ type: 'table', rows }];
}

function textOf(block: Block | undefined): string | null {
  return block?.type === 'paragraph' || block?.type === 'heading' ? block.text : null;
}

/** A paragraph at the edge joins the paragraph it is pasted into. */
function openDepth(block: Block | undefined): number {
  return block?.type === 'paragraph' ? 1 : 0;
}

/** Puts blocks where the caret is; a single line becomes part of the line it is pasted into. */
export function insertBlocks(view: EditorView, blocks: readonly Block[], event: ClipboardEvent): void {
  const { state } = view;
  const { $from } = state.selection;
  const here = $from.parent;
  const single = blocks.length === 1 ? textOf(blocks[0]) : null;
  const nodes: readonly DocumentNode[] = state.schema.nodeFromJSON(blocksToDoc(blocks)).children;
  if (findCurrentTable(state) !== null) {
    const table = nodes.find((node) => node.type.name === 'table');
    if (table !== undefined && pasteCells(view, event, new Slice(Fragment.from(table), 0, 0))) {
      dropStaleWidths(view);
      return;
    }
    const lines = blocks.map(textOf).filter((text) => text !== null);
    view.dispatch(state.tr.insertText(lines.join(' ')).scrollIntoView());
    return;
  }
  const wholeEmptyLine = here.isTextblock && here.content.size === 0 && $from.depth === 1;
  if (wholeEmptyLine) {
    view.dispatch(state.tr.replaceWith($from.before(), $from.after(), nodes).scrollIntoView());
  } else if (single !== null) {
    view.dispatch(state.tr.insertText(single).scrollIntoView());
  } else {
    const slice = new Slice(Fragment.from(nodes), openDepth(blocks[0]), openDepth(blocks.at(-1)));
    view.dispatch(state.tr.replaceSelection(slice).scrollIntoView());
  }
}

/** Cells pasted over the right edge make a table wider; widths that no longer fit its columns go. */
function dropStaleWidths(view: EditorView): void {
  const table = findCurrentTable(view.state);
  if (table === null) return;
  const widths: unknown = table.node.attrs['widths'];
  if (!Array.isArray(widths) || widths.length === columnCount(table.node)) return;
  view.dispatch(view.state.tr.setNodeAttribute(table.position, 'widths', null));
}

/** Paste of the text editor: cleaned and recognised; true when nothing is left to do. */
export function handlePaste(
  view: EditorView,
  event: ClipboardEvent,
  pictures: Pictures | null = null,
): boolean {
  const data = event.clipboardData;
  if (data === null) return false;
  const blocks = blocksOfClipboard(data, findCurrentTable(view.state) !== null);
  if (blocks === null) return false;
  if (blocks.length > 0) insertBlocks(view, blocks, event);
  else if (pictures !== null) void insertPictures(view, pictures, picturesOnClipboard(data));
  return true;
}
