import { MATTER_SOURCE_NAMES } from '../../../../shared/domain/flow-matter.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import type { MatterListRow } from '../../../../shared/features/matter.ts';
import type { GridColumn } from '../../../ui/DataGrid.tsx';
import { DueLight } from '../../../ui/DueLight.tsx';
import { deadlineRuns, MatterLight } from '../MatterLight.tsx';

/** Columns of the ledger of orders. Widths in em: they grow with 大字. */
export function matterColumns(calendar: WorkCalendar, today: string): readonly GridColumn<MatterListRow>[] {
  return [
    {
      key: 'number',
      title: '承办号',
      track: '9.4em',
      sortable: true,
      render: (row) => (
        <span className={row.state === 'voided' ? 'gwt-nowrap gwt-struck' : 'gwt-nowrap'}>{row.number}</span>
      ),
    },
    {
      key: 'title',
      title: '事项',
      track: 'minmax(16em, 1fr)',
      sortable: true,
      render: (row) => (
        <span title={row.title}>
          {row.sample ? <span className="gwt-sample">示例</span> : null}
          {row.title}
        </span>
      ),
    },
    {
      key: 'source',
      title: '来源',
      track: '6em',
      render: (row) => MATTER_SOURCE_NAMES[row.source],
    },
    {
      key: 'orderedBy',
      title: '交办人',
      track: '6.4em',
      render: (row) => <span title={row.orderedBy}>{row.orderedBy}</span>,
    },
    { key: 'orderedOn', title: '交办日期', track: '7.2em', sortable: true, render: (row) => row.orderedOn },
    { key: 'marks', title: '急缓密级', track: '9.6em', render: (row) => <Marks row={row} /> },
    {
      key: 'leadName',
      title: '主办',
      track: '6.4em',
      sortable: true,
      render: (row) => <span title={row.leadName}>{row.leadName}</span>,
    },
    {
      key: 'assistNames',
      title: '会办',
      track: '7em',
      render: (row) => <span title={row.assistNames}>{row.assistNames}</span>,
    },
    {
      key: 'dueOn',
      title: '时限',
      track: '9.6em',
      sortable: true,
      render: (row) => (
        <DueLight calendar={calendar} today={today} dueOn={row.dueOn} runs={deadlineRuns(row.state)} />
      ),
    },
    {
      key: 'state',
      title: '状态',
      track: '6.2em',
      sortable: true,
      render: (row) => <MatterLight state={row.state} />,
    },
  ];
}

function Marks({ row }: { readonly row: Pick<MatterListRow, 'urgency' | 'secrecy'> }) {
  return (
    <>
      {row.urgency === '平件' ? null : <span className="gwt-mark gwt-mark-urgent">{row.urgency}</span>}
      {row.secrecy === '' ? null : <span className="gwt-mark">{row.secrecy}</span>}
    </>
  );
}

const WIDE_ONLY: ReadonlySet<string> = new Set(['assistNames', 'source']);

/** What is left in a narrow window, so that titles keep their room. */
export function columnsFor(
  columns: readonly GridColumn<MatterListRow>[],
  narrow: boolean,
): readonly GridColumn<MatterListRow>[] {
  return narrow ? columns.filter(({ key }) => !WIDE_ONLY.has(key)) : columns;
}
