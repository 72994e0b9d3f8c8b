import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Template } from '../../../shared/features/templates.ts';
import { FORMAT_LABELS } from '../../../shared/gongwen/template.ts';

export interface ListEntry {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly voided: boolean;
}

export function entryOf(template: Template): ListEntry {
  return {
    key: template.id,
    name: template.name,
    detail: FORMAT_LABELS[template.content.format],
    voided: template.voidReason !== null,
  };
}

interface TemplateListProps {
  readonly entries: readonly ListEntry[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  /** Enter or F2: into the form. */
  readonly onEdit: () => void;
  readonly onVoid: () => void;
}

/** The templates of the office; one stop of the Tab key, ↑↓ choose, Enter goes into the form. */
export function TemplateList({ entries, selected, onSelect, onEdit, onVoid }: TemplateListProps) {
  const list = useRef<HTMLDivElement>(null);
  const index = entries.findIndex(({ key }) => key === selected);
  useEffect(() => {
    list.current?.querySelector(`#gwt-template-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const move = (to: number): void => {
    const entry = entries[Math.min(entries.length - 1, Math.max(0, to))];
    if (entry !== undefined && entry.key !== selected) onSelect(entry.key);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(index + 1),
    ArrowUp: () => move(index - 1),
    Home: () => move(0),
    End: () => move(entries.length - 1),
    Enter: onEdit,
    F2: onEdit,
    Delete: onVoid,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={list}
      className="gwt-template-list"
      role="listbox"
      aria-label="红头模板"
      aria-activedescendant={index < 0 ? undefined : `gwt-template-${index}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry, at) => (
        <div
          key={entry.key}
          id={`gwt-template-${at}`}
          role="option"
          aria-selected={entry.key === selected}
          onClick={() => onSelect(entry.key)}
        >
          <span className={entry.voided ? 'gwt-struck' : ''}>{entry.name}</span>
          <span className="gwt-soft">{entry.voided ? '○ 已作废' : entry.detail}</span>
        </div>
      ))}
    </div>
  );
}
