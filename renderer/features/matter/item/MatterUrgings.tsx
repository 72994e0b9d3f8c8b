import { useState } from 'react';
import { Button } from 'antd';
import type { MatterDetail, UrgingRow } from '../../../../shared/features/matter.ts';
import { momentOf } from '../../../app/format.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';
import { AnswerDialog } from '../list/AnswerDialog.tsx';

/** The urgings of this item and what was answered. */
export function MatterUrgings({ item }: { readonly item: MatterDetail }) {
  const [answering, setAnswering] = useState<AnsweredUrging | null>(null);
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
            title: '答复',
            render: (urging) => (
              <>
                {urging.answers.map(({ personName, text, at }) => (
                  <p key={at} className="gwt-urge-answer">
                    {personName}：{text} <span className="gwt-soft">{momentOf(at)}</span>
                  </p>
                ))}
                <Button
                  type="link"
                  size="small"
                  onClick={() => setAnswering({ ...urging, number: item.number, title: item.title })}
                >
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
          urging={answering}
          onClose={() => setAnswering(null)}
          onDone={() => setAnswering(null)}
        />
      )}
    </ItemSection>
  );
}

type AnsweredUrging = Pick<UrgingRow, 'id' | 'target' | 'level' | 'number' | 'title'>;
