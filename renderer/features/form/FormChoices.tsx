import { useId } from 'react';
import { Checkbox, Radio, Select } from 'antd';
import { URGE_LEVELS } from '../../../shared/domain/flow-incoming.ts';
import type { FormKey } from '../../../shared/domain/forms/declaration.ts';
import type { api } from '../../app/api.ts';

export type ItemForms = Awaited<ReturnType<typeof api.form.list>>;
export type UrgeLevel = (typeof URGE_LEVELS)[number];

export interface Choices {
  /** Null: the one proposed. */
  readonly form: FormKey | null;
  readonly filled: boolean;
  readonly history: boolean;
  /** Null: that of the last urging. */
  readonly urgeLevel: UrgeLevel | null;
}

interface FormChoicesProps {
  readonly forms: ItemForms['forms'];
  readonly current: ItemForms['forms'][number];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

const LEVEL_NAMES: Readonly<Record<UrgeLevel, string>> = {
  提醒: '一级：提醒',
  催办单: '二级：催办',
  约谈通报: '三级：约谈、通报',
};

/** Which form, with what in it. */
export function FormChoices({ forms, current, choices, onChange }: FormChoicesProps) {
  const id = useId();
  return (
    <>
      <div className="gwt-print-field">
        <label htmlFor={`${id}-form`}>表单</label>
        <Select
          id={`${id}-form`}
          value={current.form}
          options={forms.map(({ form, name }) => ({ value: form, label: name }))}
          onChange={(form) => onChange({ ...choices, form })}
        />
      </div>
      {current.urgeLevel === null ? null : (
        <div className="gwt-print-field">
          <label htmlFor={`${id}-level`}>级别</label>
          <Select
            id={`${id}-level`}
            value={choices.urgeLevel ?? current.urgeLevel}
            options={URGE_LEVELS.map((level) => ({ value: level, label: LEVEL_NAMES[level] }))}
            onChange={(urgeLevel) => onChange({ ...choices, urgeLevel })}
          />
        </div>
      )}
      <div className="gwt-print-field" role="group" aria-labelledby={`${id}-content`}>
        <span id={`${id}-content`}>内容</span>
        <div className="gwt-form-content">
          <Radio.Group
            name={`${id}-content`}
            value={choices.filled}
            options={[
              { value: true, label: '填写已有内容' },
              { value: false, label: '留空手填' },
            ]}
            onChange={(event) => onChange({ ...choices, filled: event.target.value === true })}
          />
          <Checkbox
            checked={choices.history}
            onChange={(event) => onChange({ ...choices, history: event.target.checked })}
          >
            附办理过程
          </Checkbox>
        </div>
      </div>
    </>
  );
}
