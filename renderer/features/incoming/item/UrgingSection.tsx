import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { momentOf } from '../../../app/format.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { ItemSection } from './ItemSection.tsx';

/** The ledger of urgings of this item. */
export function UrgingSection({ item }: { readonly item: IncomingDetail }) {
  if (item.urgings.length === 0) return null;
  return (
    <ItemSection title="催办">
      <PlainTable
        label="催办"
        rows={item.urgings}
        keyOf={({ at, target }) => `${at}-${target}`}
        columns={[
          { title: '时间', width: 150, render: ({ at }) => momentOf(at) },
          { title: '对象', width: 180, render: ({ target }) => target },
          { title: '级别', width: 90, render: ({ level }) => level },
          { title: '方式', width: 110, render: ({ method }) => method },
          { title: '备注', render: ({ note }) => note },
        ]}
        empty=""
      />
    </ItemSection>
  );
}
