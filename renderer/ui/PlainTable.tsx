import type { ReactNode } from 'react';

export interface PlainColumn<Row> {
  readonly title: string;
  /** px; the columns without one share the rest. */
  readonly width?: number;
  readonly align?: 'right';
  readonly render: (row: Row) => ReactNode;
}

interface PlainTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly empty: string;
}

/** A short table that is read, not worked in: settings and reports. */
export function PlainTable<Row>({ label, rows, keyOf, columns, empty }: PlainTableProps<Row>) {
  return (
    <table className="gwt-table" aria-label={label}>
      <colgroup>
        {columns.map((column, index) => (
          // Columns have no identity but their place; several may have no title.
          // oxlint-disable-next-line react/no-array-index-key
          <col key={index} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <th key={index} scope="col" className={column.align === 'right' ? 'gwt-right' : undefined}>
              {column.title === '' ? <span className="gwt-visually-hidden">操作</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <td key={index} className={column.align === 'right' ? 'gwt-right' : undefined}>
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="gwt-soft">
              {empty}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
