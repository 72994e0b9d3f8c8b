import { useState } from 'react';

import { GrowingText } from '../../../../ui/GrowingText.tsx';

interface LinesControlProps<T> {
  readonly id: string;
  readonly disabled: boolean;
  readonly value: readonly T[];
  readonly placeholder?: string | undefined;
  readonly split: (text: string) => T[];
  readonly join: (value: readonly T[]) => string;
  readonly onChange: (value: T[]) => void;
  /** Measure word of what is listed. */
  readonly unit?: string;
}

/** Fewer are counted at a glance. */
const COUNTED_FROM = 6;

/**
 * A list typed as lines. While it has the focus the text stays exactly as typed (an unfinished
 * separator must not vanish); on leaving it is shown as it was understood.
 */
export function LinesControl<T>({
  id,
  disabled,
  value,
  placeholder,
  split,
  join,
  onChange,
  unit = '个',
}: LinesControlProps<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  // An entry is a name or a group of names.
  const count = value.flat().length;
  return (
    <>
      <GrowingText
        id={id}
        disabled={disabled}
        value={typed ?? join(value)}
        placeholder={placeholder}
        onFocus={() => setTyped(join(value))}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(split(event.target.value));
        }}
      />
      {count < COUNTED_FROM ? null : (
        <div className="gwt-field-hint">
          共 {count} {unit}
        </div>
      )}
    </>
  );
}
