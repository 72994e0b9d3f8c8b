import { Table } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { numberSeries } from './queries.ts';

/** What happened to the numbers of each 机关代字 and year; a gap is damage and is shown in red. */
export function NumberSection() {
  const series = useQuery(numberSeries()).data ?? [];
  const gaps = series.reduce((sum, row) => sum + row.gaps.length, 0);
  return (
    <>
      <p className="gwt-soft" role="status">
        {gaps === 0 ? '号码连续，没有空号。' : `有 ${gaps} 个空号，请核对备份。`}
      </p>
      <Table
        rowKey={(row) => `${row.issuerCode}-${row.year}`}
        size="small"
        pagination={false}
        dataSource={series}
        locale={{ emptyText: '还没有编过号。' }}
        columns={[
          { title: '机关代字', dataIndex: 'issuerCode' },
          { title: '年份', dataIndex: 'year', width: 100 },
          { title: '用到', dataIndex: 'last', width: 100, align: 'right', render: (last: number) => `${last} 号` },
          { title: '已编', dataIndex: 'issued', width: 100, align: 'right' },
          { title: '其中作废', dataIndex: 'voided', width: 100, align: 'right' },
          {
            title: '空号',
            dataIndex: 'gaps',
            render: (list: number[]) =>
              list.length === 0 ? '无' : <span className="gwt-severity-error">✕ {list.join('、')}</span>,
          },
        ]}
      />
    </>
  );
}
