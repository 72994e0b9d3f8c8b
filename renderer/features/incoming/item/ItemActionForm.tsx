import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { deadlineLight } from '../../../../shared/domain/workdays.ts';
import { urgingText } from '../../../../shared/domain/urging-text.ts';
import { systemStatus } from '../../../app/system-status.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import { copyField } from '../../../ui/flow/copy-text.ts';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { fieldsFor } from './action-fields.ts';
import type { ItemAction } from './action-fields.ts';
import { startValues } from './defaults.ts';
import type { ItemFacts } from './defaults.ts';
import { faultsIn, fieldsOf } from './item-values.ts';
import type { ItemValues } from './item-values.ts';
import type { ItemActions } from './use-item-actions.ts';

interface ItemActionFormProps {
  readonly action: ItemAction;
  readonly facts: ItemFacts;
  readonly actions: ItemActions;
  /** Values that are known already, e.g. the reader who was chosen in the table. */
  readonly given?: ItemValues | undefined;
  readonly onClose: () => void;
}

/** The form of one step of 收文, made from its row of the flow table. */
export function ItemActionForm({ action, facts, actions, given, onClose }: ItemActionFormProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const officeName = useQuery(systemStatus()).data?.officeName ?? '';
  const submit = async (values: ItemValues): Promise<FlowFaults | null> => {
    const wrong = faultsIn(values);
    if (Object.keys(wrong).length > 0) return { message: '', fields: wrong };
    const faults = await actions.act(action.action, fieldsOf(values));
    if (faults === null) onClose();
    return faults;
  };
  const explanation = EXPLANATIONS[action.action]?.(facts.item);
  const urges = action.action === 'urge';
  const copyAndSubmit = async (values: ItemValues): Promise<FlowFaults | null> => {
    if (!copyField(text.current)) {
      return {
        message: '没有复制成功，没有登记。请选中上面的文字，按 Ctrl+C 复制，再点“只登记”。',
        fields: {},
      };
    }
    return submit(values);
  };
  return (
    <ActionForm<ItemValues>
      key={action.action}
      title={action.label}
      fields={fieldsFor(action, facts)}
      initial={{ ...startValues(action.action, facts), ...given }}
      submitLabel={urges ? '复制文本并登记' : action.label}
      onSubmit={urges ? copyAndSubmit : submit}
      onClose={onClose}
      {...(urges ? { other: { label: '只登记', onSubmit: submit } } : {})}
      {...(explanation === undefined ? {} : { explanation })}
    >
      {(values) =>
        urges ? (
          <label className="gwt-urge-text">
            <span>发给对方的话</span>
            <textarea ref={text} readOnly rows={5} value={urgeWords(values, facts, officeName)} />
          </label>
        ) : null
      }
    </ActionForm>
  );
}

/** What is not plain from the label alone. */
const EXPLANATIONS: Partial<Record<ItemAction['action'], (item: ItemFacts['item']) => string>> = {
  register: ({ title }) => `将取用下一个收文号登记《${title}》，取用后不能撤销。`,
  resume: () => '恢复到挂起前的状态；挂起期间的工作日不计，办理时限相应顺延。',
  void: ({ number }) =>
    number === '' ? '作废后不再办理。' : `作废后不再办理，${number} 保留占号，不再使用。`,
};

/** The words of an urging for what is chosen in the form. */
function urgeWords(values: ItemValues, { item, today, calendar }: ItemFacts, officeName: string): string {
  const handling = item.state === 'handling';
  const assignment = item.assignments.find(({ id }) => id === values.assignmentId);
  const readers = item.readers.filter(
    ({ id, status }) => status === 'waiting' && (values.readerId === undefined || id === values.readerId),
  );
  const dueOn = handling ? (assignment?.dueOn ?? null) : item.dueOn;
  const left = deadlineLight(calendar, today, dueOn).value.workdaysLeft;
  return urgingText({
    level: values.urgeLevel ?? '提醒',
    title: item.title,
    number: item.number,
    target: handling
      ? (assignment?.departmentName ?? item.leadName)
      : readers.map(({ personName }) => personName).join('、'),
    dueOn,
    overdueDays: left === null ? null : -left,
    officeName,
    purpose: handling ? 'handle' : 'read',
    withoutTitle: item.secrecy === '工作秘密',
  });
}
