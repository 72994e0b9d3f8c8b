import { Button, InputNumber } from 'antd';
import { PROOF_ROUNDS } from '../../../../shared/domain/outgoing-fields.ts';
import { today } from '../../../app/format.ts';
import { api } from '../../../app/api.ts';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { NameBox } from '../../../ui/NameBox.tsx';
import type { StepValues } from './step-values.ts';

type Proofread = NonNullable<StepValues['proofreads']>[number];

const completePerson = (text: string) => api.incoming.completePerson({ text });

/** 一校 to 三校: who, when, how many faults were put right. */
export function ProofreadsControl({ control }: { readonly control: FieldControl<StepValues> }) {
  const { values, change } = control;
  const rows: readonly Proofread[] = values.proofreads ?? [blank(0)];
  const put = (index: number, part: Partial<Proofread>): void =>
    change({ proofreads: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <div className="gwt-proofreads">
      {rows.map((row, index) => (
        <div key={row.round} className="gwt-proofread">
          <span>{row.round}</span>
          <NameBox
            {...(index === 0 ? { id: control.id } : { label: `${row.round}校对人` })}
            value={row.personName}
            onChange={(personName) => put(index, { personName })}
            complete={completePerson}
            placeholder="校对人"
            invalid={control.invalid}
            maxLength={30}
          />
          <DateBox
            label={`${row.round}日期`}
            value={row.on}
            onChange={(on) => put(index, { on: on ?? '' })}
          />
          <InputNumber
            aria-label={`${row.round}改正处数`}
            min={0}
            max={9999}
            precision={0}
            value={row.corrections}
            suffix="处"
            onChange={(corrections) => put(index, { corrections: corrections ?? 0 })}
          />
        </div>
      ))}
      {rows.length < PROOF_ROUNDS.length ? (
        <Button
          type="link"
          size="small"
          onClick={() => change({ proofreads: [...rows, blank(rows.length)] })}
        >
          加{PROOF_ROUNDS[rows.length]}
        </Button>
      ) : null}
    </div>
  );
}

function blank(index: number): Proofread {
  return { round: PROOF_ROUNDS[index] ?? '三校', personName: '', on: today(), corrections: 0 };
}
