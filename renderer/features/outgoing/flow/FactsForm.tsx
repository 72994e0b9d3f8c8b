import { Checkbox, Input, InputNumber } from 'antd';
import { DISCLOSURES } from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import type { OutgoingFactsInput } from '../../../../shared/features/outgoing-process.ts';
import { api } from '../../../app/api.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import { Choice } from '../../../ui/flow/Choice.tsx';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { GrowingText } from '../../../ui/GrowingText.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';
import { NamesControl } from './NamesControl.tsx';

interface FactsFormProps {
  readonly item: OutgoingDetail;
  readonly onSave: (facts: OutgoingFactsInput) => Promise<FlowFaults | null>;
  readonly onClose: () => void;
}

const completeDepartment = (text: string) => api.incoming.completeDepartment({ text });

/** 登记信息 of the drafter: what the 发文稿纸 asks beside the document itself. */
export function FactsForm({ item, onSave, onClose }: FactsFormProps) {
  const { departmentName, phone, disclosure, printCopies, countersignNeeded, countersignPlan, remark } = item;
  return (
    <ActionForm<OutgoingFactsInput>
      title="登记信息"
      initial={{ departmentName, phone, disclosure, printCopies, countersignNeeded, countersignPlan, remark }}
      submitLabel="保存"
      onClose={onClose}
      onSubmit={async (facts) => {
        const faults = await onSave(facts);
        if (faults === null) onClose();
        return faults;
      }}
      fields={[
        {
          name: 'departmentName',
          label: '拟稿部门',
          required: false,
          render: ({ id, values, change }) => (
            <NameBox
              id={id}
              value={values.departmentName}
              onChange={(name) => change({ departmentName: name })}
              complete={completeDepartment}
              maxLength={40}
            />
          ),
        },
        {
          name: 'phone',
          label: '联系电话',
          required: false,
          render: ({ id, values, change }) => (
            <Input
              id={id}
              value={values.phone}
              maxLength={40}
              onChange={(event) => change({ phone: event.target.value })}
            />
          ),
        },
        {
          name: 'disclosure',
          label: '公开属性',
          required: false,
          render: ({ id, label, describedBy, values, change }) => (
            <Choice
              control={{ id, label, describedBy }}
              value={values.disclosure}
              options={DISCLOSURES.map((name) => ({ value: name, label: name }))}
              onChange={(chosen) => change({ disclosure: DISCLOSURES.find((name) => name === chosen) ?? '' })}
            />
          ),
        },
        {
          name: 'printCopies',
          label: '印制份数',
          required: false,
          render: ({ id, values, change }) => (
            <InputNumber
              id={id}
              min={1}
              max={99_999}
              precision={0}
              value={values.printCopies}
              onChange={(copies) => change({ printCopies: copies })}
            />
          ),
        },
        {
          name: 'countersignNeeded',
          label: '会签',
          required: false,
          render: ({ id, values, change }) => (
            <Checkbox
              id={id}
              checked={values.countersignNeeded}
              onChange={(event) => change({ countersignNeeded: event.target.checked })}
            >
              需要会签（部门审核后送会签）
            </Checkbox>
          ),
        },
        {
          name: 'countersignPlan',
          label: '会签部门',
          required: false,
          render: ({ id, label, invalid, describedBy, values, change }) => (
            <NamesControl
              id={id}
              label={label}
              value={values.countersignPlan}
              onChange={(names) =>
                change({
                  countersignPlan: names,
                  // Whoever names departments means to ask them.
                  ...(names.length > 0 ? { countersignNeeded: true } : {}),
                })
              }
              invalid={invalid}
              describedBy={describedBy}
            />
          ),
        },
        {
          name: 'remark',
          label: '备注',
          required: false,
          render: ({ id, values, change }) => (
            <GrowingText
              id={id}
              value={values.remark}
              maxLength={500}
              onChange={(event) => change({ remark: event.target.value })}
            />
          ),
        },
      ]}
    />
  );
}
