import { Table } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { systemStatus } from '../../app/system-status.ts';

/** Which font stands for which role of the standard, and where a stand-in is used. */
export function FontSection() {
  const fonts = useQuery(systemStatus()).data?.fonts ?? [];
  const standIns = fonts.filter((font) => font.standIn);
  return (
    <>
      <p className="gwt-soft" role="status">
        {standIns.length === 0
          ? '公文所需字体齐全。'
          : `本机没有${standIns.map((font) => font.roleName).join('、')}，暂用代用字体：版式不变，字形略有不同。装好字体后重新打开程序即可。`}
      </p>
      <Table
        rowKey="roleName"
        size="small"
        pagination={false}
        dataSource={fonts}
        columns={[
          { title: '公文用字', dataIndex: 'roleName', width: 120 },
          { title: '实际字体', dataIndex: 'family' },
          {
            title: '来源',
            dataIndex: 'source',
            width: 100,
            render: (source: string) => (source === 'system' ? '本机' : '随程序'),
          },
          {
            title: '情况',
            dataIndex: 'standIn',
            width: 110,
            render: (standIn: boolean) =>
              standIn ? <span className="gwt-severity-warning">! 代用</span> : '✓ 正式字体',
          },
        ]}
      />
    </>
  );
}
