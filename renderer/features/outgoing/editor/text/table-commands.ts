import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { Node as DocumentNode } from '@tiptap/pm/model';

export interface CurrentTable {
  readonly node: DocumentNode;
  /** Position before the table. */
  readonly position: number;
  readonly rowIndex: number;
}

/** The table the caret stands in, or null. */
export function findCurrentTable(state: EditorState): CurrentTable | null {
  const { $head } = state.selection;
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth);
    if (node.type.name === 'table')
      return { node, position: $head.before(depth), rowIndex: $head.index(depth) };
  }
  return null;
}

/** Columns of the first row, merged cells as many as they take; every row has as many. */
export function columnCount(table: DocumentNode): number {
  let count = 0;
  table.firstChild?.forEach((cell) => {
    count += Number(cell.attrs['colspan'] ?? 1);
  });
  return count;
}

/** How many leading rows are 表头. */
export function headerRowCount(table: DocumentNode): number {
  let count = 0;
  while (count < table.childCount && isHeaderRow(table.child(count))) count += 1;
  return count;
}

function isHeaderRow(row: DocumentNode): boolean {
  let all = row.childCount > 0;
  row.forEach((cell) => {
    if (cell.type.name !== 'tableHeader') all = false;
  });
  return all;
}

/**
 * Makes the first `count` rows of the current table header rows, repeated on every page it runs over,
 * and the others plain rows.
 */
export function setHeaderRows(editor: Editor, count: number): void {
  const table = findCurrentTable(editor.state);
  const { tableHeader, tableCell } = editor.schema.nodes;
  if (table === null || tableHeader === undefined || tableCell === undefined) return;
  const transaction = editor.state.tr;
  table.node.forEach((row, rowOffset, rowIndex) => {
    row.forEach((cell, cellOffset) => {
      const type = rowIndex < count ? tableHeader : tableCell;
      const at = table.position + 1 + rowOffset + 1 + cellOffset;
      if (cell.type !== type) transaction.setNodeMarkup(at, type, cell.attrs);
    });
  });
  editor.view.dispatch(transaction);
}

/** Adding or removing a column makes the stored widths wrong; the layout then shares the room evenly. */
export function changeColumns(editor: Editor, change: 'before' | 'after' | 'delete'): void {
  const chain = editor.chain().focus();
  const changed =
    change === 'delete'
      ? chain.deleteColumn()
      : change === 'before'
        ? chain.addColumnBefore()
        : chain.addColumnAfter();
  changed.updateAttributes('table', { widths: null }).run();
}
