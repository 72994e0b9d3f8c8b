import { GrowingText } from '../GrowingText.tsx';
import type { TextProps } from './flow-field.ts';

/** A field of a step's form that grows with its text. */
export function TextLines({ control, value, maxLength, onChange }: TextProps) {
  return (
    <GrowingText
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
