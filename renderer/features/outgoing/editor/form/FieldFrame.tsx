import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentFault } from '../../../../../shared/features/document.ts';
import { fieldOf, isGroup } from './fields.ts';
import type { FieldKey } from './fields.ts';
import { OwnFaultContext } from './own-fault.ts';

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
  const [ownFault, setOwnFault] = useState<string | null>(null);
  const worst =
    ownFault === null
      ? (faults.find((fault) => fault.severity === 'error') ??
        faults.find((fault) => fault.severity === 'warning'))
      : { severity: 'error', message: ownFault };
  const group = isGroup(field);
  const labelId = `${controlId}-label`;
  const labelClass = spec.required ? 'gwt-field-label gwt-required' : 'gwt-field-label';
  return (
    <div className="gwt-field" data-field={field}>
      {group ? (
        <div className={labelClass} id={labelId}>
          {spec.label}
        </div>
      ) : (
        <label className={labelClass} htmlFor={controlId}>
          {spec.label}
        </label>
      )}
      <div className="gwt-field-control" {...(group ? { role: 'group', 'aria-labelledby': labelId } : {})}>
        <OwnFaultContext value={setOwnFault}>{children}</OwnFaultContext>
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
