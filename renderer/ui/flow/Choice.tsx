import type { FieldControl } from './flow-field.ts';

interface ChoiceProps {
  readonly control: FieldControl<never> | Pick<FieldControl<never>, 'id' | 'label' | 'describedBy'>;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, all in sight: ←→ choose. */
export function Choice({ control, value, options, onChange }: ChoiceProps) {
  return (
    <div
      role="radiogroup"
      id={control.id}
      aria-labelledby={`${control.id}-label`}
      aria-describedby={control.describedBy}
      className="gwt-choice"
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={control.id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
