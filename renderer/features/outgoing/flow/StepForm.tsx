import { createElement } from 'react';
import { outgoingFieldLabel } from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingField } from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingAction } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import type { FlowFaults, FlowField } from '../../../ui/flow/flow-field.ts';
import { STEP_CONTROLS } from './StepControls.tsx';
import { askedOf, fieldsOf } from './step-values.ts';
import type { StepAction, StepValues } from './step-values.ts';

interface StepFormProps {
  readonly item: OutgoingDetail;
  readonly action: StepAction;
  /** Null when it is done. */
  readonly onAct: (action: OutgoingAction, values: ReturnType<typeof fieldsOf>) => Promise<FlowFaults | null>;
  readonly onClose: () => void;
}

const HELP: Partial<Record<OutgoingField, (item: OutgoingDetail) => string | undefined>> = {
  approvedBy: () => '须经其批准，姓名记入办理经过',
  issuedOn: ({ document }) =>
    document.issuedOn === undefined
      ? '一般与签发日期相同；确认后写到公文上'
      : '公文上已有成文日期，这里不能改',
  archiveNumber: () => '没有编出时可以空着',
  missingReason: () => '材料不全时填写',
  countersignText: () => '纸面上有会签时照录',
};

const EXPLANATIONS: Partial<Record<OutgoingAction, string>> = {
  recordPaperApproval: '审核、签发在纸上已经办完时用：照纸面补记一次，直接到“待编号”。',
  voidNumbered: '作废后不能再改，发文字号留痕、不再使用。',
  discard: '放入回收站，可以随时还原。',
  returnToSignatory: '签发作废，修改稿请签发人重新签发。',
  useSeal: '确认后自动记入用印登记簿，不能撤销。',
};

/** The form of one step of 发文, made from its row of the flow table. */
export function StepForm({ item, action, onAct, onClose }: StepFormProps) {
  const explanation = EXPLANATIONS[action.action];
  const receipts = action.action === 'recordDistribution';
  const field = (name: OutgoingField): FlowField<StepValues> => {
    const help = HELP[name]?.(item);
    return {
      name,
      label: outgoingFieldLabel(action.action, name),
      required: action.requires.includes(name),
      render: (control) => createElement(STEP_CONTROLS[name], { control, item, receipts }),
      ...(help === undefined ? {} : { help }),
    };
  };
  return (
    <ActionForm<StepValues>
      key={action.action}
      title={action.label}
      fields={askedOf(action).map(field)}
      initial={startOf(item, action)}
      submitLabel={action.label}
      onSubmit={async (values) => {
        const faults = await onAct(action.action, fieldsOf(values));
        if (faults === null) onClose();
        return faults === null ? null : underFields(faults);
      }}
      onClose={onClose}
      {...(explanation === undefined ? {} : { explanation })}
    />
  );
}

function startOf(item: OutgoingDetail, { action, proposed }: StepAction): StepValues {
  if (action === 'recordDistribution') {
    return { ...proposed, distribution: item.distribution.map(({ id: _id, ...row }) => row) };
  }
  return proposed;
}

/** A fault inside a table is shown under the table: `distribution.2.unit` belongs to `distribution`. */
function underFields({ message, fields }: FlowFaults): FlowFaults {
  return {
    message,
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [path.split('.')[0] ?? path, fault]),
    ),
  };
}
