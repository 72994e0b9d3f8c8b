import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { INCOMING_FIELDS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { PreviewRow } from '../../../shared/features/exchange-import.ts';
import { useAppearance } from '../../app/appearance.ts';
import { useKeyNotes } from '../../app/hot-keys.ts';
import { sizesOf } from '../../app/theme.ts';
import type { WindowedRows } from '../../app/use-windowed-rows.ts';
import { CellEditor } from './CellEditor.tsx';
import { FATE_NAMES, worstOf } from './marks.ts';

const NOTES = [
  { shown: '↑ ↓ ← →', label: '移到旁边的格' },
  { shown: 'F2 或直接输入', label: '改正这一格' },
  { shown: 'Delete', label: '不导入此行（写理由）' },
] as const;

/** CSS tracks of fields; the others are of medium width. */
const TRACKS: Partial<Record<PaperKey, string>> = {
  number: '120px',
  receivedAt: '130px',
  senderName: '170px',
  documentNumber: '180px',
  title: '320px',
  urgency: '76px',
  secrecy: '76px',
  copies: '56px',
  attachmentCount: '66px',
  pageCount: '56px',
  state: '80px',
  remark: '180px',
};

interface PreviewGridProps {
  readonly keys: readonly PaperKey[];
  readonly rows: WindowedRows<PreviewRow>;
  readonly place: number;
  readonly column: number;
  readonly editing: boolean;
  readonly empty: string;
  readonly onMove: (place: number, column: number) => void;
  readonly onEdit: (editing: boolean) => void;
  readonly onSkip: () => void;
  /** Resolves to false when the correction was refused. */
  readonly onCorrect: (row: PreviewRow, key: PaperKey, text: string) => Promise<boolean>;
}

/** Every row of a ledger, a cell at a time by the keyboard; only rows in sight exist. */
export function PreviewGrid(props: PreviewGridProps) {
  const { keys, rows, place, column, editing, onMove, onEdit } = props;
  const { appearance } = useAppearance();
  const rowHeight = sizesOf(appearance).row;
  const scroller = useRef<HTMLDivElement>(null);
  /** What was typed to begin with, when editing began by typing. */
  const typed = useRef<string | null>(null);
  const id = useId();
  useKeyNotes(NOTES);
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  // No compiler memoises here, so the library's changing functions are harmless.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => virtual.scrollToIndex(place), [virtual, place]);
  useEffect(() => {
    scroller.current
      ?.querySelector('[data-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [column, place, first]);
  const row = rows.rowAt(place);
  const key = keys[column];
  const begin = (text: string | null): void => {
    if (row?.fate !== 'paper') return;
    typed.current = text;
    onEdit(true);
  };
  const end = (): void => {
    onEdit(false);
    scroller.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || rows.total === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [place + 1, column],
      ArrowUp: [place - 1, column],
      ArrowRight: [place, column + 1],
      ArrowLeft: [place, column - 1],
      PageDown: [place + page, column],
      PageUp: [place - page, column],
      Home: event.ctrlKey ? [0, column] : [place, 0],
      End: event.ctrlKey ? [rows.total - 1, column] : [place, keys.length - 1],
    };
    const move = moves[event.key];
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (move !== undefined) {
      onMove(Math.max(0, Math.min(move[0], rows.total - 1)), Math.max(0, Math.min(move[1], keys.length - 1)));
    } else if (event.key === 'F2' || (event.key === 'Enter' && plain)) begin(null);
    else if (event.key === 'Delete') props.onSkip();
    else if (plain && event.key.length === 1 && event.key !== ' ') begin(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const tracks = ['64px', '76px', ...keys.map((field) => TRACKS[field] ?? '110px')].join(' ');
  const width = { minWidth: 'max-content' } as const;
  return (
    <div
      ref={scroller}
      className={rows.stale ? 'gwt-preview gwt-grid-dimmed' : 'gwt-preview'}
      role="grid"
      tabIndex={0}
      aria-label="台账预览"
      aria-rowcount={rows.total + 1}
      aria-colcount={keys.length + 2}
      aria-activedescendant={row === undefined ? undefined : `${id}-${place}-${column}`}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="gwt-preview-head" style={width}>
        <div role="row" aria-rowindex={1} className="gwt-preview-row" style={{ gridTemplateColumns: tracks }}>
          <div role="columnheader">行</div>
          <div role="columnheader">去留</div>
          {keys.map((field) => (
            <div key={field} role="columnheader">
              {INCOMING_FIELDS[field].label}
            </div>
          ))}
        </div>
      </div>
      {rows.loaded && rows.total === 0 ? <p className="gwt-grid-empty">{props.empty}</p> : null}
      <div role="rowgroup" className="gwt-preview-body" style={{ ...width, height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const shown = rows.rowAt(item.index);
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="gwt-preview-row"
              data-fate={shown?.fate}
              style={{
                gridTemplateColumns: tracks,
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
              }}
            >
              <div role="gridcell" className="gwt-preview-number">
                {shown?.row}
              </div>
              <div role="gridcell" title={shown?.reason}>
                {shown === undefined ? '' : FATE_NAMES[shown.fate]}
              </div>
              {keys.map((field, at) => {
                const current = item.index === place && at === column;
                const cell = shown?.cells[field];
                const worst = worstOf(cell?.marks);
                return (
                  <div
                    key={field}
                    id={`${id}-${item.index}-${at}`}
                    role="gridcell"
                    aria-selected={current}
                    aria-invalid={worst === 'fault' ? true : undefined}
                    data-current={current ? '' : undefined}
                    data-mark={worst}
                    title={cell?.marks.map(({ message }) => message).join('\n')}
                    onClick={() => onMove(item.index, at)}
                    onDoubleClick={() => {
                      onMove(item.index, at);
                      if (shown?.fate === 'paper') begin(null);
                    }}
                  >
                    {current && editing && row !== undefined && key !== undefined ? (
                      <CellEditor
                        label={`第${row.row}行 ${INCOMING_FIELDS[key].label}`}
                        initial={typed.current ?? cell?.text ?? ''}
                        onCancel={end}
                        onCommit={async (text, step) => {
                          if (!(await props.onCorrect(row, key, text))) return;
                          end();
                          if (step !== 0) onMove(Math.min(place + step, rows.total - 1), column);
                        }}
                      />
                    ) : (
                      (cell?.text ?? '')
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
