import { Select } from 'antd';
import type { Template } from '../../../shared/features/templates.ts';

/** No template: the document starts with what 设置 · 机关代字 says. */
export const NO_TEMPLATE = '';

interface TemplateChoiceProps {
  readonly usable: readonly Template[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Which 红头模板 a new document starts with. */
export function TemplateChoice({ usable, value, onChange }: TemplateChoiceProps) {
  return (
    <label className="gwt-template-choice">
      <span>红头模板</span>
      <Select
        aria-label="红头模板"
        value={value}
        options={[
          ...usable.map(({ id, name }) => ({ value: id, label: name })),
          { value: NO_TEMPLATE, label: '不用模板' },
        ]}
        onChange={onChange}
      />
    </label>
  );
}
