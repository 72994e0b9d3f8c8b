import type { LayoutColumn } from '../../../shared/domain/exchange/export-list.ts';
import { columnsOf } from '../../../shared/domain/exchange/export-lists.ts';
import type { ListName } from '../../../shared/domain/exchange/export-lists.ts';

/** A column of the list as the dialog holds it: the chosen ones in their order, the others after them. */
export interface ColumnChoice extends LayoutColumn {
  readonly chosen: boolean;
}

/** The columns of the paper book, or those of a saved layout, with all the others unchosen below. */
export function choicesOf(list: ListName, layout?: readonly LayoutColumn[]): ColumnChoice[] {
  const all = columnsOf(list);
  if (layout === undefined) {
    return all.map(({ key, heading, width, extra }) => ({ key, heading, width, chosen: extra !== true }));
  }
  const taken = new Set(layout.map(({ key }) => key));
  const rest = all
    .filter(({ key }) => !taken.has(key))
    .map(({ key, heading, width }) => ({ key, heading, width, chosen: false }));
  return [...layout.map((column) => Object.assign({ chosen: true }, column)), ...rest];
}

export function chosenColumns(choices: readonly ColumnChoice[]): LayoutColumn[] {
  return choices
    .filter(({ chosen }) => chosen)
    .map(({ key, heading, width }) => ({ key, heading: heading.trim(), width }));
}

/** The list with one column moved by `step`; the same list where it cannot move. */
export function moved(choices: readonly ColumnChoice[], index: number, step: -1 | 1): ColumnChoice[] {
  const target = index + step;
  const next = [...choices];
  const [column] = next.splice(index, 1);
  if (column === undefined || target < 0 || target >= choices.length) return [...choices];
  next.splice(target, 0, column);
  return next;
}

/** What keeps an export from starting; null when nothing does. */
export function faultOf(choices: readonly ColumnChoice[]): string | null {
  const chosen = chosenColumns(choices);
  if (chosen.length === 0) return '请至少选一列（空格键选中）。';
  const unnamed = chosen.find(({ heading }) => heading === '');
  if (unnamed !== undefined) return '有一列没有列名，请填写列名。';
  return null;
}
