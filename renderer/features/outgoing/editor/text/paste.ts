import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { handlePaste as pasteCells } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { blocksFromText } from '../../../../../shared/gongwen/clean-paste.ts';
import type { Block } from '../../../../../shared/gongwen/model.ts';
import { blocksToDoc } from './block-doc.ts';
import { blocksFromHtml } from './read-html.ts';
import { findCurrentTable } from './table-commands.ts';

/** The blocks of what lies on the clipboard; null when it comes from this editor itself. */
export function blocksOfClipboard(data: Pick<DataTransfer, 'getData'>): Block[] | null {
  const html = data.getData('text/html');
  if (html.includes('data-pm-slice')) return null;
  const fromHtml = html === '' ? [] : blocksFromHtml(html);
  return fromHtml.length > 0 ? fromHtml : blocksFromText(data.getData('text/plain'));
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
    if (table !== undefined && pasteCells(view, event, new Slice(Fragment.from(table), 0, 0))) return;
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

/** Paste of the text editor: cleaned and recognised; true when nothing is left to do. */
export function handlePaste(view: EditorView, event: ClipboardEvent): boolean {
  if (event.clipboardData === null) return false;
  const blocks = blocksOfClipboard(event.clipboardData);
  if (blocks === null) return false;
  if (blocks.length > 0) insertBlocks(view, blocks, event);
  return true;
}
