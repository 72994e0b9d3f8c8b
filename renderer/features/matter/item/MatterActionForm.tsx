import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { systemStatus } from '../../../app/system-status.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import { copyField } from '../../../ui/flow/copy-text.ts';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { fieldsOf } from '../../incoming/item/item-values.ts';
import type { ItemValues } from '../../incoming/item/item-values.ts';
import { fieldsFor, startValues, urgeWords } from './matter-forms.ts';
import type { MatterFacts, MatterStep } from './matter-forms.ts';
import type { MatterActions } from './use-matter-actions.ts';

interface MatterActionFormProps {
  readonly step: MatterStep;
  readonly facts: MatterFacts;
  readonly actions: MatterActions;
  readonly onClose: () => void;
}

/** The form of one step of a 承办件, made from its row of the flow table. */
export function MatterActionForm({ step, facts, actions, onClose }: MatterActionFormProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const officeName = useQuery(systemStatus()).data?.officeName ?? '';
  const submit = async (values: ItemValues): Promise<FlowFaults | null> => {
    const faults = await actions.act(step.action, fieldsOf(values));
    if (faults === null) onClose();
    return faults;
  };
  const urges = step.action === 'urge';
  const copyAndSubmit = async (values: ItemValues): Promise<FlowFaults | null> => {
    if (copyField(text.current)) return submit(values);
    return {
      message: '没有复制成功，没有登记。请选中上面的文字，按 Ctrl+C 复制，再点“只登记”。',
      fields: {},
    };
  };
  const explanation = EXPLANATIONS[step.action]?.(facts.item.number);
  return (
    <ActionForm<ItemValues>
      title={step.label}
      fields={fieldsFor(step, facts)}
      initial={startValues(step.action, facts)}
      submitLabel={urges ? '复制文本并登记' : step.label}
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

const EXPLANATIONS: Partial<Record<MatterStep['action'], (number: string) => string>> = {
  suspend: () => '挂起期间不计时限；恢复时办理时限按工作日顺延。',
  resume: () => '恢复到挂起前的状态；挂起期间的工作日不计，办理时限相应顺延。',
  void: (number) => `作废后不再办理，${number} 保留占号，不再使用。`,
};
