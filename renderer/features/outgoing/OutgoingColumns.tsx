import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import { momentOf } from '../../app/format.ts';
import { StateLight } from '../../ui/StateLight.tsx';
import type { GridColumn } from '../../ui/DataGrid.tsx';

/** Columns in the order of the paper register. */
export const OUTGOING_COLUMNS: readonly GridColumn<OutgoingRow>[] = [
  {
    key: 'documentNumber',
    title: '发文字号',
    track: '176px',
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
        {row.title === '' ? <span className="gwt-soft">（无标题）</span> : row.title.replaceAll('\n', '')}
      </span>
    ),
  },
  { key: 'genre', title: '文种', track: '88px', sortable: true, render: (row) => row.genre },
  {
    key: 'state',
    title: '状态',
    track: '88px',
    sortable: true,
    render: (row) => <StateLight state={row.state} />,
  },
  { key: 'drafterName', title: '拟稿人', track: '84px', sortable: true, render: (row) => row.drafterName },
  {
    key: 'issuedOn',
    title: '成文日期',
    track: '104px',
    sortable: true,
    render: (row) => row.issuedOn ?? '',
  },
  {
    key: 'updatedAt',
    title: '最后修改',
    track: '136px',
    sortable: true,
    render: (row) => momentOf(row.updatedAt),
  },
];

/** What is left beside the picture of a page, so that the titles keep their room. */
export const COLUMNS_BESIDE_PAGE = OUTGOING_COLUMNS.filter(
  ({ key }) => key !== 'drafterName' && key !== 'updatedAt',
);
