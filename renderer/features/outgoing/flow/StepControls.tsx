import { Checkbox, InputNumber } from 'antd';
import {
  ARCHIVE_ITEMS,
  COUNTERSIGN_VERDICTS,
  DISCLOSURES,
} from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingField } from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { api } from '../../../app/api.ts';
import { Choice } from '../../../ui/flow/Choice.tsx';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { FreeName } from '../../../ui/flow/FreeName.tsx';
import { TextLine } from '../../../ui/flow/TextLine.tsx';
import { TextLines } from '../../../ui/flow/TextLines.tsx';
import type { NameChoice } from '../../../ui/use-completion.ts';
import { DistributionControl } from './DistributionControl.tsx';
import { NamesControl } from './NamesControl.tsx';
import { ProofreadsControl } from './ProofreadsControl.tsx';
import { SealUsesControl } from './SealUsesControl.tsx';
import type { StepValues } from './step-values.ts';

export interface StepControlProps {
  readonly control: FieldControl<StepValues>;
  readonly item: OutgoingDetail;
  readonly receipts: boolean;
}
type Render = (props: StepControlProps) => React.ReactNode;

type TextField = {
  [K in keyof StepValues]-?: string extends StepValues[K] ? K : never;
}[keyof StepValues];

const completePerson = (text: string) => api.incoming.completePerson({ text });
const completeDepartment = (text: string) => api.incoming.completeDepartment({ text });

const nameBox = (field: TextField, complete: (text: string) => Promise<readonly NameChoice[]>): Render =>
  function Name({ control }) {
    return (
      <FreeName
        control={control}
        value={control.values[field]}
        maxLength={40}
        onChange={(text) => control.change({ [field]: text })}
        complete={complete}
      />
    );
  };

const lines = (field: TextField, maxLength: number): Render =>
  function Lines({ control }) {
    return (
      <TextLines
        control={control}
        value={control.values[field]}
        maxLength={maxLength}
        onChange={(text) => control.change({ [field]: text })}
      />
    );
  };

const line = (field: TextField, maxLength: number): Render =>
  function Line({ control }) {
    return (
      <TextLine
        control={control}
        value={control.values[field]}
        maxLength={maxLength}
        onChange={(text) => control.change({ [field]: text })}
      />
    );
  };

type DayField = 'signedOn' | 'issuedOn' | 'sealedOn' | 'distributedOn';

const day = (field: DayField): Render =>
  function Day({ control }) {
    return (
      <DateBox
        id={control.id}
        value={control.values[field]}
        onChange={(value) => control.change(dayChange(field, value, control.values))}
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
    );
  };

/** 成文日期 goes along with 签发日期 as long as the two are the same. */
function dayChange(field: DayField, value: string | undefined, values: StepValues): StepValues {
  const along = field === 'signedOn' && values.issuedOn !== undefined && values.issuedOn === values.signedOn;
  return { [field]: value, ...(along ? { issuedOn: value } : {}) };
}

const amount = (field: 'printCopies' | 'year', min: number, max: number): Render =>
  function Amount({ control }) {
    return (
      <InputNumber
        id={control.id}
        value={control.values[field] ?? null}
        min={min}
        max={max}
        precision={0}
        status={control.invalid ? 'error' : ''}
        aria-describedby={control.describedBy}
        onChange={(value) => control.change({ [field]: value ?? undefined })}
      />
    );
  };

const oneOf = (
  field: 'disclosure' | 'verdict' | 'countersignId',
  optionsOf: (props: StepControlProps) => readonly { readonly value: string; readonly label: string }[],
): Render =>
  function OneOf(props) {
    const { control } = props;
    return (
      <Choice
        control={control}
        value={control.values[field]}
        options={optionsOf(props)}
        onChange={(value) => control.change({ [field]: value })}
      />
    );
  };

const same = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

/** Departments of the present round of 会签, the waiting ones first. */
function asked({ countersigns }: OutgoingDetail) {
  const round = Math.max(0, ...countersigns.map((one) => one.round));
  return countersigns
    .filter((one) => one.round === round && one.status !== 'exempt')
    .toSorted((one, other) => Number(one.status === 'answered') - Number(other.status === 'answered'))
    .map(({ id, departmentName, verdict }) => ({
      value: id,
      label: verdict === '' ? departmentName : `${departmentName}（已会签：${verdict}）`,
    }));
}

/** What each field of the flow is filled in with. */
export const STEP_CONTROLS: Readonly<Record<OutgoingField, Render>> = {
  // It stands in the document.
  title: () => null,
  departmentName: nameBox('departmentName', completeDepartment),
  disclosure: oneOf('disclosure', () => same(DISCLOSURES)),
  reason: lines('reason', 300),
  opinion: lines('opinion', 1000),
  reviewedBy: nameBox('reviewedBy', completePerson),
  countersignDepartments: ({ control }) => (
    <NamesControl
      id={control.id}
      label={control.label}
      value={control.values.countersignDepartments ?? []}
      onChange={(names) => control.change({ countersignDepartments: names })}
      invalid={control.invalid}
      describedBy={control.describedBy}
    />
  ),
  countersignId: oneOf('countersignId', ({ item }) => asked(item)),
  verdict: oneOf('verdict', () => same(COUNTERSIGN_VERDICTS)),
  countersignedBy: nameBox('countersignedBy', completePerson),
  conclusion: lines('conclusion', 500),
  approvedBy: nameBox('approvedBy', completePerson),
  checkedBy: nameBox('checkedBy', completePerson),
  signatory: nameBox('signatory', completePerson),
  signedOn: day('signedOn'),
  issuedOn: day('issuedOn'),
  recheckedBy: nameBox('recheckedBy', completePerson),
  countersignText: lines('countersignText', 500),
  issuerCode: line('issuerCode', 20),
  year: amount('year', 1949, 9999),
  printCopies: amount('printCopies', 1, 99_999),
  copyNumberFrom: line('copyNumberFrom', 20),
  copyNumberTo: line('copyNumberTo', 20),
  proofreads: ({ control }) => <ProofreadsControl control={control} />,
  sealUses: ({ control, item }) => <SealUsesControl control={control} copies={item.printCopies} />,
  sealedOn: day('sealedOn'),
  distribution: ({ control, item, receipts }) => (
    <DistributionControl
      control={control}
      sent={receipts ? item.distribution.map(({ unit }) => unit) : []}
      receipts={receipts}
      copyNumbered={item.copyNumberFrom !== ''}
    />
  ),
  distributedOn: day('distributedOn'),
  archiveItems: ({ control }) => (
    <Checkbox.Group
      options={same(ARCHIVE_ITEMS)}
      value={control.values.archiveItems ?? []}
      onChange={(chosen) =>
        control.change({ archiveItems: ARCHIVE_ITEMS.filter((name) => chosen.includes(name)) })
      }
    />
  ),
  missingReason: lines('missingReason', 200),
  archiveNumber: line('archiveNumber', 60),
};
