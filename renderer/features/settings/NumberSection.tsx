import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { NumberStartDialog } from './NumberStartDialog.tsx';
import { numberSeries, officeGet } from './queries.ts';

/** What happened to the numbers of each 机关代字 and year; a gap is damage and is shown in red. */
export function NumberSection() {
  const series = useQuery(numberSeries()).data ?? [];
  const codes = useQuery(officeGet()).data?.issuerCodes ?? [];
  const [starting, setStarting] = useState(false);
  const gaps = series.reduce((sum, row) => sum + row.gaps.length, 0);
  return (
    <>
      <p className="gwt-soft" role="status">
        {gaps === 0 ? '号码连续，没有空号。' : `有 ${gaps} 个空号，请核对备份。`}
      </p>
      <p className="gwt-toolbar-line">
        <Button onClick={() => setStarting(true)}>设定起始号…</Button>
      </p>
      {starting ? (
        <NumberStartDialog
          issuerCodes={codes.filter(({ active, sample }) => active && !sample)}
          onClose={() => setStarting(false)}
        />
      ) : null}
      <PlainTable
        label="编号情况"
        rows={series}
        keyOf={(row) => `${row.issuerCode}-${row.year}`}
        empty="还没有编过号。"
        columns={[
          { title: '机关代字', render: (row) => row.issuerCode },
          { title: '年份', width: 100, render: (row) => row.year },
          { title: '起始', width: 80, align: 'right', render: (row) => `${row.first} 号` },
          {
            title: '用到',
            width: 80,
            align: 'right',
            render: (row) => (row.issued === 0 ? '未编' : `${row.last} 号`),
          },
          { title: '已编', width: 100, align: 'right', render: (row) => row.issued },
          { title: '其中作废', width: 100, align: 'right', render: (row) => row.voided },
          {
            title: '空号',
            render: (row) =>
              row.gaps.length === 0 ? (
                '无'
              ) : (
                <span className="gwt-severity-error">✕ {row.gaps.join('、')}</span>
              ),
          },
        ]}
      />
    </>
  );
}
