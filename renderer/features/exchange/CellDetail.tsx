import { Button } from 'antd';
import { INCOMING_FIELDS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { PreviewRow } from '../../../shared/features/exchange-import.ts';
import { FATE_NAMES, MARK_SIGNS } from './marks.ts';

interface CellDetailProps {
  readonly row: PreviewRow | undefined;
  readonly field: PaperKey | undefined;
  readonly onRestore: (row: PreviewRow, field: PaperKey) => void;
}

/** The cell under the cursor in full: what stood in the ledger, what becomes of it, and what is said of it. */
export function CellDetail({ row, field, onRestore }: CellDetailProps) {
  const cell = row === undefined || field === undefined ? undefined : row.cells[field];
  return (
    <section className="gwt-cell-detail" aria-label="这一格" aria-live="polite">
      {row === undefined || field === undefined ? null : (
        <>
          <p>
            <strong>{`第${row.row}行　${INCOMING_FIELDS[field].label}`}</strong>
            <span>{detailOf(row, cell)}</span>
            {cell?.marks.some(({ code }) => code === 'corrected') === true ? (
              <Button type="link" size="small" onClick={() => onRestore(row, field)}>
                恢复原文
              </Button>
            ) : null}
          </p>
          {(cell?.marks ?? []).map(({ kind, code, message }) => (
            <p key={code} className={`gwt-mark-${kind}`}>
              {MARK_SIGNS[kind]} {message}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function detailOf(
  row: PreviewRow,
  cell: { readonly text: string; readonly original: string } | undefined,
): string {
  if (row.fate === 'classified') return '这一行标有国家秘密的密级，内容没有读入，也不会导入。请转涉密登记。';
  if (row.fate === 'skipped') return `不导入，理由：${row.reason}`;
  if (row.fate !== 'paper') return `${FATE_NAMES[row.fate]}，不是文件，不导入。`;
  if (cell === undefined || (cell.text === '' && cell.original === '')) return '（空）';
  return cell.text;
}
