import type { ReactNode } from 'react';
import type { RegistrationKey } from './registration.ts';

interface RegistrationFieldProps {
  readonly field: RegistrationKey;
  readonly label: string;
  readonly required?: boolean;
  /** Columns of twelve. */
  readonly span: 3 | 4 | 6 | 12;
  readonly fault: string | undefined;
  /** What a rule or the program has to say about the entry. */
  readonly note?: ReactNode;
  /** Label is only seen; the control names itself (a row of choices). */
  readonly group?: boolean;
  readonly caret?: 'end';
  readonly children: ReactNode;
}

export const controlId = (field: RegistrationKey): string => `reg-${field}`;
export const noteId = (field: RegistrationKey): string => `reg-${field}-note`;

/** Label on the left, the control, and one line below that is always there, so that nothing moves. */
export function RegistrationField(props: RegistrationFieldProps) {
  const { field, label, fault, span } = props;
  const labelClass = props.required ? 'gwt-field-label gwt-required' : 'gwt-field-label';
  return (
    <div
      className={`gwt-reg-field gwt-reg-span-${span}`}
      data-step={field}
      {...(props.caret === undefined ? {} : { 'data-step-caret': props.caret })}
    >
      {props.group ? (
        <span className={labelClass}>{label}</span>
      ) : (
        <label className={labelClass} htmlFor={controlId(field)}>
          {label}
        </label>
      )}
      <div className="gwt-reg-control">
        {props.children}
        <div
          id={noteId(field)}
          className={fault === undefined ? 'gwt-reg-note' : 'gwt-reg-note gwt-reg-fault'}
        >
          {fault === undefined ? props.note : <span role="alert">✕ {fault}</span>}
        </div>
      </div>
    </div>
  );
}
