import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';

/** 分发 and 用印 of a document. */
export function IssueSection({ item }: { readonly item: OutgoingDetail }) {
  const { distribution, sealUses } = item;
  const done = distribution.filter(
    ({ receivedOn, waiver, method }) => receivedOn !== null || waiver !== '' || method === '存档',
  );
  return (
    <>
      {distribution.length === 0 ? null : (
        <ItemSection
          title="分发"
          aside={
            <span className="gwt-soft">
              已签收 {done.length}/{distribution.length}，共{' '}
              {distribution.reduce((sum, { copies }) => sum + copies, 0)} 份
            </span>
          }
        >
          <PlainTable
            label="分发与签收"
            rows={distribution}
            keyOf={({ id }) => id}
            empty=""
            columns={[
              { title: '单位', render: ({ unit }) => unit },
              { title: '份数', width: 56, align: 'right', render: ({ copies }) => copies },
              { title: '方式', width: 84, render: ({ method }) => method },
              {
                title: '签收',
                width: 190,
                render: ({ receiver, receivedOn, waiver, method }) =>
                  receivedOn !== null ? (
                    `✓ ${receivedOn}　${receiver}`
                  ) : waiver === '' && method !== '存档' ? (
                    <span className="gwt-note-warn">○ 未签收</span>
                  ) : (
                    <span className="gwt-soft">－ {waiver === '' ? '存档' : `免签收：${waiver}`}</span>
                  ),
              },
              {
                title: '备注',
                width: 140,
                render: ({ note, copyNumbers }) => [copyNumbers, note].filter(Boolean).join('；'),
              },
            ]}
          />
        </ItemSection>
      )}
      {sealUses.length === 0 ? null : (
        <ItemSection title="用印">
          <PlainTable
            label="用印"
            rows={sealUses}
            keyOf={({ id }) => id}
            empty=""
            columns={[
              { title: '登记号', width: 92, render: ({ ledgerNumber }) => ledgerNumber },
              { title: '印章', render: ({ sealName }) => sealName },
              {
                title: '用印数',
                width: 110,
                render: ({ count, crossPageCount }) =>
                  `${count}${crossPageCount === 0 ? '' : `（骑缝 ${crossPageCount}）`}`,
              },
              { title: '批准人', width: 84, render: ({ approvedBy }) => approvedBy },
              { title: '监印', width: 84, render: ({ operatorName }) => operatorName },
              { title: '日期', width: 100, render: ({ usedOn }) => usedOn },
            ]}
          />
        </ItemSection>
      )}
    </>
  );
}
