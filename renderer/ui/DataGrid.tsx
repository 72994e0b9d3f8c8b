import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useKeyNotes } from '../app/hot-keys.ts';

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** CSS track, e.g. `160px` or `minmax(200px, 1fr)`. */
  readonly track: string;
  readonly sortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface GridSort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
}

const MOVE_KEYS = [
  { shown: '↑ ↓', label: '选择上一行、下一行' },
  { shown: 'Home End', label: '到第一行、最后一行' },
] as const;
const GRID_KEYS = [...MOVE_KEYS, { shown: 'Enter 或空格', label: '打开选中的一行' }] as const;
const PEEK_KEYS = [
  ...MOVE_KEYS,
  { shown: 'Enter', label: '打开选中的一行' },
  { shown: '空格', label: '预览选中的一行，再按收起' },
] as const;

interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly count: number;
  /** The row at an index, or undefined while it is being fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly rowHeight: number;
  readonly sort: GridSort;
  readonly onSort: (key: string) => void;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  /** What the space bar does instead of opening, where there is something to look at without opening. */
  readonly onPeek?: () => void;
  /** Rows that have come into sight, first and last index. */
  readonly onRange?: (first: number, last: number) => void;
  readonly dimmed?: boolean;
  readonly empty?: ReactNode;
}

/**
 * A table of any length: only rows in sight exist, the keyboard moves one selection.
 * The focus stays on the grid; the selected row is its active descendant.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, count, rowAt, rowHeight, selected, onSelect, onOpen, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  useKeyNotes(props.onPeek === undefined ? GRID_KEYS : PEEK_KEYS);
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  // No compiler memoises here, so the library's changing functions are harmless.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  // Come back to, the list stands where the selected row is; from then on it is scrolled by hand.
  const placed = useRef(false);
  useEffect(() => {
    if (placed.current || count === 0) return;
    placed.current = true;
    if (selected > 0) virtual.scrollToIndex(selected);
  }, [virtual, count, selected]);
  const tracks = columns.map((column) => column.track).join(' ');
  const select = (index: number): void => {
    const next = Math.max(0, Math.min(index, count - 1));
    onSelect(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || count === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) select(target);
    else if (event.key === ' ' && props.onPeek !== undefined) props.onPeek();
    else if ((event.key === 'Enter' || event.key === ' ') && !event.ctrlKey) {
      const row = rowAt(selected);
      if (row !== undefined) onOpen(row);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={props.dimmed ? 'gwt-grid gwt-grid-dimmed' : 'gwt-grid'}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={count > 0 && rowAt(selected) !== undefined ? `${id}-${selected}` : undefined}
      onKeyDown={onKeyDown}
      ref={scroller}
    >
      <div role="rowgroup" className="gwt-grid-head">
        <div role="row" aria-rowindex={1} className="gwt-grid-row" style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={ariaSort(column.key, props.sort)}
              className="gwt-grid-cell"
            >
              {column.sortable ? (
                <button type="button" tabIndex={-1} onClick={() => props.onSort(column.key)}>
                  {column.title}
                  <span aria-hidden="true">{sortMark(column.key, props.sort)}</span>
                </button>
              ) : (
                column.title
              )}
            </div>
          ))}
        </div>
      </div>
      {count === 0 ? <div className="gwt-grid-empty">{props.empty}</div> : null}
      <div role="rowgroup" className="gwt-grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <div
              key={row === undefined ? item.key : props.keyOf(row)}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === selected}
              className="gwt-grid-row"
              style={{
                gridTemplateColumns: tracks,
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
              }}
              onClick={() => onSelect(item.index)}
              onDoubleClick={() => {
                if (row !== undefined) onOpen(row);
              }}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" className="gwt-grid-cell">
                  {row === undefined ? '' : column.render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ariaSort(key: string, sort: GridSort): 'ascending' | 'descending' | 'none' {
  if (sort.key !== key) return 'none';
  return sort.direction === 'asc' ? 'ascending' : 'descending';
}

function sortMark(key: string, sort: GridSort): string {
  if (sort.key !== key) return '';
  return sort.direction === 'asc' ? ' ▲' : ' ▼';
}
