import { Input } from 'antd';
import type { TextProps } from './flow-field.ts';

/** A field of a step's form that holds one line. */
export function TextLine({ control, value, maxLength, onChange }: TextProps) {
  return (
    <Input
      id={control.id}
      value={value ?? ''}
      maxLength={maxLength}
      status={control.invalid ? 'error' : ''}
      aria-invalid={control.invalid || undefined}
      aria-describedby={control.describedBy}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
