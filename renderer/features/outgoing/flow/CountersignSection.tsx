import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { momentOf } from '../../../app/format.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';

const STATUS = { waiting: '○ 未会签', answered: '✓ 已会签', exempt: '－ 免会签' } as const;

/** 会签 in its rounds and 签发 of a joint document: who said what, who is still asked. */
export function CountersignSection({ item }: { readonly item: OutgoingDetail }) {
  const { countersigns, signatures } = item;
  const rounds = Math.max(0, ...countersigns.map(({ round }) => round));
  const joint = signatures.some(({ position }) => position > 1) || item.document.issuers.length > 1;
  return (
    <>
      {countersigns.length === 0 ? null : (
        <ItemSection title="会签">
          <PlainTable
            label="会签部门"
            rows={countersigns.toReversed()}
            keyOf={({ id }) => id}
            empty=""
            columns={[
              {
                title: '部门',
                width: 150,
                render: ({ departmentName, round }) => (
                  <span className={round === rounds ? undefined : 'gwt-soft'}>
                    {departmentName}
                    {rounds > 1 ? `（第${round}轮）` : ''}
                  </span>
                ),
              },
              {
                title: '情况',
                width: 100,
                render: ({ status }) => (
                  <span className={status === 'waiting' ? 'gwt-note-warn' : undefined}>{STATUS[status]}</span>
                ),
              },
              {
                title: '意见',
                render: ({ verdict, opinion }) => (
                  <>
                    {verdict === '' ? null : (
                      <strong className={verdict === '不同意' ? 'gwt-notice-refused' : undefined}>
                        {verdict}
                      </strong>
                    )}
                    {opinion === '' ? '' : `${verdict === '' ? '' : '：'}${opinion}`}
                  </>
                ),
              },
              { title: '会签人', width: 90, render: ({ personName }) => personName },
              {
                title: '时间',
                width: 130,
                render: ({ answeredAt }) => (answeredAt === null ? '' : momentOf(answeredAt)),
              },
            ]}
          />
        </ItemSection>
      )}
      {joint && signatures.length > 0 ? (
        <ItemSection title="联合签发">
          <PlainTable
            label="联合签发"
            rows={signatures.toReversed()}
            keyOf={({ round, position }) => `${round}-${position}`}
            empty=""
            columns={[
              { title: '机关', render: ({ issuer }) => issuer },
              { title: '签发人', width: 120, render: ({ signatory }) => signatory },
              { title: '签发日期', width: 110, render: ({ signedOn }) => signedOn },
              { title: '意见', render: ({ opinion }) => opinion },
            ]}
          />
        </ItemSection>
      ) : null}
    </>
  );
}
