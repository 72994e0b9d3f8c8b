import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { LinesControl } from './LinesControl.tsx';
import { joinGroups, splitGroups } from './name-list.ts';

const LISTS = [
  { key: 'present', label: '出席' },
  { key: 'leave', label: '请假' },
  { key: 'observers', label: '列席' },
] as const;

/** 纪要: 出席、请假、列席, a group per line. */
export function AttendanceControl({ store, id, disabled }: ControlProps) {
  const attendance = useDocument(store, (document) => document.attendance);
  return (
    <div className="gwt-rows">
      {LISTS.map((list) => (
        <label key={list.key} className="gwt-row-line">
          <span>{list.label}</span>
          <LinesControl
            id={`${id}-${list.key}`}
            unit="人"
            disabled={disabled}
            value={(attendance?.[list.key] ?? []).map((group) => group.names)}
            split={splitGroups}
            join={joinGroups}
            onChange={(groups) => {
              const next = {
                ...attendance,
                [list.key]: groups.map((names, at) => ({ ...attendance?.[list.key]?.[at], names })),
              };
              const filled = Object.values(next).some((value) => value !== undefined && value.length > 0);
              store.update({ attendance: filled ? next : undefined });
            }}
          />
        </label>
      ))}
    </div>
  );
}
