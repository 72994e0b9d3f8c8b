import { NameBox } from '../NameBox.tsx';
import type { NameChoice } from '../use-completion.ts';
import type { TextProps } from './flow-field.ts';

interface FreeNameProps extends TextProps {
  readonly complete: (text: string) => Promise<readonly NameChoice[]>;
}

/** A field of a step's form for a name that may be typed freely, with completion. */
export function FreeName({ control, value, maxLength, onChange, complete }: FreeNameProps) {
  return (
    <NameBox
      id={control.id}
      value={value ?? ''}
      onChange={onChange}
      complete={complete}
      invalid={control.invalid}
      describedBy={control.describedBy}
      maxLength={maxLength}
    />
  );
}
