import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import { momentOf } from '../../app/format.ts';
import { StateLight } from '../../ui/StateLight.tsx';
import type { GridColumn } from '../../ui/DataGrid.tsx';

/** Columns in the order of the paper register. */
export const OUTGOING_COLUMNS: readonly GridColumn<OutgoingRow>[] = [
  {
    key: 'documentNumber',
    title: '发文字号',
    track: '12.8em',
    sortable: true,
    render: (row) =>
      row.documentNumber === '' ? (
        <span className="gwt-soft">未编号</span>
      ) : (
        <span className={row.state === 'voided' ? 'gwt-nowrap gwt-struck' : 'gwt-nowrap'}>
          {row.documentNumber}
        </span>
      ),
  },
  {
    key: 'title',
    title: '标题',
    track: 'minmax(220px, 1fr)',
    sortable: true,
    render: (row) => (
      <span title={row.title.replaceAll('\n', '')}>
        {row.sample ? <span className="gwt-sample">示例</span> : null}
        {row.urgency === '' ? null : <span className="gwt-mark gwt-mark-urgent">{row.urgency}</span>}
        {row.title === '' ? <span className="gwt-soft">（无标题）</span> : row.title.replaceAll('\n', '')}
      </span>
    ),
  },
  { key: 'genre', title: '文种', track: '6.4em', sortable: true, render: (row) => row.genre },
  {
    key: 'state',
    title: '状态',
    track: '8.6em',
    sortable: true,
    render: (row) => <StateLight state={row.state} />,
  },
  {
    key: 'departmentName',
    title: '拟稿部门',
    track: '6.4em',
    render: (row) => <span title={row.departmentName}>{row.departmentName}</span>,
  },
  { key: 'drafterName', title: '拟稿人', track: '5em', sortable: true, render: (row) => row.drafterName },
  {
    key: 'signatory',
    title: '签发',
    track: '5em',
    render: (row) => (
      <span title={row.signedOn === null ? row.signatory : `${row.signatory} ${row.signedOn}`}>
        {row.signatory}
      </span>
    ),
  },
  {
    key: 'issuedOn',
    title: '成文日期',
    track: '6.8em',
    sortable: true,
    render: (row) => row.issuedOn ?? '',
  },
  {
    key: 'addressees',
    title: '主送',
    track: '8em',
    render: (row) => <span title={row.addressees}>{row.addressees}</span>,
  },
  { key: 'printCopies', title: '印数', track: '3.6em', render: (row) => row.printCopies ?? '' },
  { key: 'received', title: '签收', track: '4em', render: (row) => <Received row={row} /> },
  { key: 'disclosure', title: '公开属性', track: '6em', render: (row) => row.disclosure },
  {
    key: 'updatedAt',
    title: '最后修改',
    track: '9em',
    sortable: true,
    render: (row) => momentOf(row.updatedAt),
  },
];

/** How many units of all have received their copies. */
function Received({ row: { received, state } }: { readonly row: OutgoingRow }) {
  if (received === null) return null;
  const open = state === 'distributing' && received.done < received.all;
  return (
    <span className={open ? 'gwt-note-warn' : undefined}>
      {received.done}/{received.all}
    </span>
  );
}

const ALWAYS: ReadonlySet<string> = new Set(['documentNumber', 'title', 'genre', 'state', 'issuedOn']);
const USUAL: ReadonlySet<string> = new Set([...ALWAYS, 'drafterName', 'signatory', 'received', 'updatedAt']);

/** What is left where there is less room, so that titles keep theirs. */
export function columnsFor(room: 'wide' | 'usual' | 'peek'): readonly GridColumn<OutgoingRow>[] {
  if (room === 'wide') return OUTGOING_COLUMNS;
  return OUTGOING_COLUMNS.filter(({ key }) => (room === 'peek' ? ALWAYS : USUAL).has(key));
}
