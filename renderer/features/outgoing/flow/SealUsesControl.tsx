import { useState } from 'react';
import { Button, Checkbox, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { seals } from '../queries.ts';
import { SealsDialog } from './SealsDialog.tsx';
import type { StepValues } from './step-values.ts';

type Use = NonNullable<StepValues['sealUses']>[number];

interface SealUsesControlProps {
  readonly control: FieldControl<StepValues>;
  /** 印制份数: one seal a copy is proposed. */
  readonly copies: number | null;
}

/** Which seals, how often, and how many of these across the edges of the pages. */
export function SealUsesControl({ control, copies }: SealUsesControlProps) {
  const { values, change } = control;
  const [managing, setManaging] = useState(false);
  const all = useQuery(seals()).data;
  const inUse = (all ?? []).filter(({ active }) => active);
  const uses: readonly Use[] = values.sealUses ?? [];
  const put = (sealUses: Use[]): void => change({ sealUses });
  const choose = (sealId: string, chosen: boolean): void =>
    put(
      chosen
        ? [...uses, { sealId, count: copies ?? 1, crossPageCount: 0 }]
        : uses.filter((use) => use.sealId !== sealId),
    );
  const set = (sealId: string, part: Partial<Use>): void =>
    put(uses.map((use) => (use.sealId === sealId ? { ...use, ...part } : use)));
  return (
    <div className="gwt-seal-uses" role="group" aria-labelledby={`${control.id}-label`}>
      {all !== undefined && inUse.length === 0 ? (
        <p className="gwt-soft">还没有登记印章。请先点“管理印章”登记名称和保管人。</p>
      ) : null}
      {inUse.map((seal, index) => {
        const use = uses.find(({ sealId }) => sealId === seal.id);
        return (
          <div key={seal.id} className="gwt-seal-use">
            <Checkbox
              {...(index === 0 ? { id: control.id } : {})}
              checked={use !== undefined}
              onChange={(event) => choose(seal.id, event.target.checked)}
            >
              {seal.name}
            </Checkbox>
            {use === undefined ? null : (
              <>
                <InputNumber
                  aria-label={`${seal.name}用印数`}
                  min={1}
                  max={99_999}
                  precision={0}
                  value={use.count}
                  suffix="处"
                  onChange={(count) => set(seal.id, { count: count ?? 1 })}
                />
                <InputNumber
                  aria-label={`${seal.name}其中骑缝`}
                  min={0}
                  max={use.count}
                  precision={0}
                  value={use.crossPageCount}
                  prefix="含骑缝"
                  onChange={(crossPageCount) => set(seal.id, { crossPageCount: crossPageCount ?? 0 })}
                />
              </>
            )}
          </div>
        );
      })}
      <Button type="link" size="small" onClick={() => setManaging(true)}>
        管理印章…
      </Button>
      {managing ? <SealsDialog onClose={() => setManaging(false)} /> : null}
    </div>
  );
}
