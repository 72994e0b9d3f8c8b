import { PlainTable } from '../../ui/PlainTable.tsx';
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
      <PlainTable
        label="字体"
        rows={fonts}
        keyOf={(font) => font.roleName}
        empty="还没有读到字体。"
        columns={[
          { title: '公文用字', width: 120, render: (font) => font.roleName },
          { title: '实际字体', render: (font) => font.family },
          { title: '来源', width: 110, render: (font) => (font.source === 'system' ? '本机' : '随程序') },
          {
            title: '情况',
            width: 120,
            render: (font) =>
              font.standIn ? <span className="gwt-severity-warning">! 代用</span> : '✓ 正式字体',
          },
        ]}
      />
    </>
  );
}
