import type { DocumentFault, Preview } from '../../../../shared/features/document.ts';
import { fieldKeyOf, fieldOf } from './form/fields.ts';

interface FaultListProps {
  readonly preview: Preview | null;
  readonly onJump: (path: string) => void;
}

const SEVERITIES = [
  { key: 'error', label: '✕ 应改' },
  { key: 'warning', label: '! 宜改' },
  { key: 'info', label: 'i 提示' },
] as const;

function placeOf(path: string): string {
  const key = fieldKeyOf(path);
  return key === undefined ? '整篇' : fieldOf(key).label;
}

function Row({
  fault,
  label,
  onJump,
}: {
  fault: DocumentFault;
  label: string;
  onJump: (path: string) => void;
}) {
  return (
    <li>
      <button type="button" onClick={() => onJump(fault.path)}>
        <span className={`gwt-severity-${fault.severity}`}>{label}</span>
        <span className="gwt-fault-place">{placeOf(fault.path)}</span>
        <span className="gwt-fault-text">{fault.message}</span>
        {fault.clause === undefined ? null : <small>{fault.clause}</small>}
      </button>
    </li>
  );
}

/** 检查: faults by severity with clause and jump, then what the layout did, then stand-in fonts. */
export function FaultList({ preview, onJump }: FaultListProps) {
  if (preview === null) return null;
  const { faults, notes, standIns } = preview;
  return (
    <section className="gwt-check" aria-label="检查">
      {faults.length + notes.length === 0 ? <p className="gwt-check-clean">✓ 没有发现问题。</p> : null}
      <ul>
        {SEVERITIES.flatMap(({ key, label }) =>
          faults
            .filter((fault) => fault.severity === key)
            .map((fault) => (
              <Row key={`${fault.path}-${fault.message}`} fault={fault} label={label} onJump={onJump} />
            )),
        )}
        {notes.map((note) => (
          <Row
            key={`${note.code}-${note.path}-${note.message}`}
            fault={{ path: note.path, message: note.message, severity: 'info' }}
            label="i 排版"
            onJump={onJump}
          />
        ))}
        {standIns.length === 0 ? null : (
          <li className="gwt-check-font">
            <details>
              <summary>字体说明</summary>
              {standIns.join('；')}。
            </details>
          </li>
        )}
      </ul>
    </section>
  );
}
