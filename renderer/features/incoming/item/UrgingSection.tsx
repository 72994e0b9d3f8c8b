import { useState } from 'react';
import { Button } from 'antd';
import type { ItemUrging } from '../../../../shared/features/incoming-items.ts';
import { momentOf } from '../../../app/format.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { AnswerDialog } from '../../matter/list/AnswerDialog.tsx';
import { ItemSection } from './ItemSection.tsx';

interface UrgedItem {
  readonly number: string;
  readonly title: string;
  readonly urgings: readonly ItemUrging[];
}

/** The urgings of a 收文 or a 承办件 and what was answered; a further answer is written down here as in 催办台账. */
export function UrgingSection({ item }: { readonly item: UrgedItem }) {
  const [answering, setAnswering] = useState<ItemUrging | null>(null);
  if (item.urgings.length === 0) return null;
  return (
    <ItemSection title="催办">
      <PlainTable
        label="催办"
        rows={item.urgings}
        keyOf={({ id }) => id}
        columns={[
          { title: '时间', width: 140, render: ({ at }) => momentOf(at) },
          { title: '对象', width: 120, render: ({ target }) => target },
          { title: '级别', width: 80, render: ({ level }) => level },
          { title: '方式', width: 80, render: ({ method }) => method },
          {
            title: '备注、答复',
            render: (urging) => (
              <>
                {urging.note === '' ? null : <p className="gwt-urge-answer">{urging.note}</p>}
                {urging.answers.map(({ personName, text, at }) => (
                  <p key={`${at}-${personName}`} className="gwt-urge-answer">
                    {personName}答：{text} <span className="gwt-soft">{momentOf(at)}</span>
                  </p>
                ))}
                <Button type="link" size="small" onClick={() => setAnswering(urging)}>
                  登记答复
                </Button>
              </>
            ),
          },
        ]}
        empty=""
      />
      {answering === null ? null : (
        <AnswerDialog
          urging={{ ...answering, number: item.number, title: item.title }}
          onClose={() => setAnswering(null)}
          onDone={() => setAnswering(null)}
        />
      )}
    </ItemSection>
  );
}
