import { useState } from 'react';
import { Input } from 'antd';
import { today } from '../../app/format.ts';
import { readDate } from '../../features/outgoing/editor/form/read-date.ts';

interface DateBoxProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
  readonly className?: string;
  /** Other ways to write a day than its date, e.g. +3; null when the text is none of them. */
  readonly alsoRead?: (text: string) => string | null;
  /** Said of what is no day. */
  readonly wrongText?: string;
}

/** A date typed in any usual way; what was understood is shown on leaving. */
export function DateBox(props: DateBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const dateOf = (text: string): string | null => readDate(text, today()) ?? props.alsoRead?.(text) ?? null;
  const wrong = typed !== null && typed.trim() !== '' && dateOf(typed) === null;
  const take = (text: string): void => {
    setTyped(text);
    const date = dateOf(text);
    // A date that is none yet is no date: the old one must not be sent for it.
    props.onChange(date ?? undefined);
  };
  return (
    <span className={`gwt-date-box ${props.className ?? ''}`}>
      <Input
        {...(props.id === undefined ? {} : { id: props.id })}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={wrong || props.invalid || undefined}
        value={typed ?? props.value ?? ''}
        placeholder={props.placeholder ?? '2026-3-5'}
        status={wrong || props.invalid ? 'error' : ''}
        onChange={(event) => take(event.target.value)}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      {wrong ? (
        <span className="gwt-field-fault">{props.wrongText ?? '没有这一天，请写成 2026-3-5 或 3-5。'}</span>
      ) : null}
    </span>
  );
}
