import type { MarkKind } from '../../../shared/domain/exchange/reading.ts';
import type { PreviewRow } from '../../../shared/features/exchange-import.ts';

/** What becomes of a row, in a word. */
export const FATE_NAMES: Readonly<Record<PreviewRow['fate'], string>> = {
  paper: '导入',
  skipped: '不导入',
  classified: '涉密',
  total: '合计行',
  heading: '重复标题',
  note: '说明行',
};

export const MARK_SIGNS: Readonly<Record<MarkKind, string>> = { fault: '✕', warning: '▲', change: '●' };

const ORDER: readonly MarkKind[] = ['fault', 'warning', 'change'];

/** The mark a cell is shown with. */
export function worstOf(marks: readonly { readonly kind: MarkKind }[] | undefined): MarkKind | undefined {
  return ORDER.find((kind) => marks?.some((mark) => mark.kind === kind));
}
