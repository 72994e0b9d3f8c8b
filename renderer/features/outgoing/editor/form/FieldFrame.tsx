import type { ReactNode } from 'react';
import type { DocumentFault } from '../../../../../shared/features/document.ts';
import { fieldOf } from './fields.ts';
import type { FieldKey } from './fields.ts';

interface FieldFrameProps {
  readonly field: FieldKey;
  /** Id of the control the label belongs to. */
  readonly controlId: string;
  readonly faults: readonly DocumentFault[];
  readonly children: ReactNode;
}

/** Label on the left, control, then the fault or the hint in one sentence. */
export function FieldFrame({ field, controlId, faults, children }: FieldFrameProps) {
  const spec = fieldOf(field);
  const worst = faults.find((fault) => fault.severity === 'error') ?? faults.find((fault) => fault.severity === 'warning');
  return (
    <div className="gwt-field" data-field={field}>
      <label className="gwt-field-label" htmlFor={controlId} id={`${controlId}-label`}>
        {spec.label}
        {spec.required ? (
          <span className="gwt-required" aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      <div className="gwt-field-control">
        {children}
        {worst === undefined ? (
          spec.hint === undefined ? null : (
            <div className="gwt-field-hint">{spec.hint}</div>
          )
        ) : (
          <div className={`gwt-field-fault gwt-severity-${worst.severity}`} role="note">
            {worst.severity === 'error' ? '✕ ' : '! '}
            {worst.message}
          </div>
        )}
      </div>
    </div>
  );
}
