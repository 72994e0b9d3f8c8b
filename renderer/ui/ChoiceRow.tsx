import type { KeyboardEvent } from 'react';
import { Radio } from 'antd';
import { isComposing } from '../app/hot-keys.ts';

interface ChoiceRowProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

/** One of a few, all in sight: ← → or the digit in front chooses. */
export function ChoiceRow<T extends string>(props: ChoiceRowProps<T>) {
  const { options, value, onChange } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const option = /^[1-9]$/u.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (option === undefined || props.disabled === true) return;
    event.preventDefault();
    onChange(option.value);
    event.currentTarget.querySelectorAll<HTMLElement>('input')[Number(event.key) - 1]?.focus();
  };
  return (
    <div className="gwt-choices" onKeyDown={onKeyDown}>
      <Radio.Group
        optionType="button"
        aria-label={props.label}
        value={value}
        disabled={props.disabled ?? false}
        options={options.map((option, index) => ({
          value: option.value,
          label: (
            <>
              <span className="gwt-choice-digit">{index + 1}</span> {option.label}
            </>
          ),
        }))}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      />
    </div>
  );
}
