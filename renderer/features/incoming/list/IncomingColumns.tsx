import type { IncomingListRow } from '../../../../shared/features/incoming-items.ts';
import { deadlineRuns } from '../../../../shared/domain/incoming-groups.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { dateOf } from '../../../app/format.ts';
import type { GridColumn } from '../../../ui/DataGrid.tsx';
import { DueLight } from '../../../ui/DueLight.tsx';
import { IncomingLight } from '../../../ui/IncomingLight.tsx';

/** A digit is a little wider than half a character; beside the text stand the cell's own margins. In em. */
const DIGIT = 0.58;
const MARGINS = 1.6;
const BRACKETS = 2;
const YEAR_DIGITS = 4;

/** How an office writes the numbers of its book: 收, four digits. */
export interface NumberForm {
  readonly prefix: string;
  readonly digits: number;
}

/** Room for a 收文号 as this office writes it: a number cut off is no number. */
export function numberTrack({ prefix, digits }: NumberForm): string {
  const width = prefix.length + BRACKETS + (YEAR_DIGITS + digits) * DIGIT + MARGINS;
  return `${Math.max(9.2, Math.ceil(width * 10) / 10)}em`;
}

/** Columns in the order of the paper book. Widths in em: they grow with 大字. */
export function incomingColumns(
  calendar: WorkCalendar,
  today: string,
  number: NumberForm,
): readonly GridColumn<IncomingListRow>[] {
  return [
    {
      key: 'number',
      title: '收文号',
      track: numberTrack(number),
      sortable: true,
      render: (row) =>
        row.number === '' ? (
          <span className="gwt-soft">未编号</span>
        ) : (
          <span
            className={row.state === 'voided' ? 'gwt-nowrap gwt-struck' : 'gwt-nowrap'}
            title={row.number}
          >
            {row.number}
          </span>
        ),
    },
    {
      key: 'receivedAt',
      title: '收文日期',
      track: '7em',
      sortable: true,
      render: (row) => (row.receivedAt === null ? '' : dateOf(row.receivedAt)),
    },
    {
      key: 'senderName',
      title: '来文单位',
      track: 'minmax(8.4em, 0.45fr)',
      sortable: true,
      render: (row) => <span title={row.senderName}>{row.senderName}</span>,
    },
    {
      key: 'documentNumber',
      title: '来文字号',
      track: '12.6em',
      render: (row) => <span title={row.documentNumber}>{row.documentNumber}</span>,
    },
    {
      key: 'title',
      title: '标题',
      track: 'minmax(12em, 1fr)',
      sortable: true,
      render: (row) => (
        <span title={row.title}>
          {row.sample ? <span className="gwt-sample">示例</span> : null}
          {row.title}
        </span>
      ),
    },
    { key: 'urgency', title: '急缓密级', track: '9.6em', render: (row) => <Marks row={row} /> },
    {
      key: 'leadName',
      title: '主办',
      track: '5.8em',
      render: (row) => (
        <span title={row.assistNames === '' ? row.leadName : `${row.leadName}；会办：${row.assistNames}`}>
          {row.leadName}
        </span>
      ),
    },
    {
      key: 'dueOn',
      title: '时限',
      track: '9.4em',
      sortable: true,
      render: (row) => (
        <DueLight calendar={calendar} today={today} dueOn={row.dueOn} runs={deadlineRuns(row.state)} />
      ),
    },
    {
      key: 'state',
      title: '状态',
      track: '5.8em',
      sortable: true,
      render: (row) => <IncomingLight state={row.state} />,
    },
    {
      key: 'location',
      title: '实体去向',
      track: '5.8em',
      render: (row) => <span title={row.location}>{row.location}</span>,
    },
  ];
}

function Marks({ row }: { readonly row: IncomingListRow }) {
  return (
    <>
      {row.urgency === '平件' ? null : <span className="gwt-mark gwt-mark-urgent">{row.urgency}</span>}
      {row.secrecy === '' ? null : <span className="gwt-mark">{row.secrecy}</span>}
    </>
  );
}

const BESIDE_PEEK: ReadonlySet<string> = new Set(['number', 'senderName', 'title', 'dueOn', 'state']);
const WIDE_ONLY: ReadonlySet<string> = new Set(['location', 'receivedAt']);

/** What is left where there is less room, so that titles keep theirs. */
export function columnsFor(
  columns: readonly GridColumn<IncomingListRow>[],
  room: 'wide' | 'narrow' | 'peek',
): readonly GridColumn<IncomingListRow>[] {
  if (room === 'wide') return columns;
  return columns.filter(({ key }) => (room === 'peek' ? BESIDE_PEEK.has(key) : !WIDE_ONLY.has(key)));
}
