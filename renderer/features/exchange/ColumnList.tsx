import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { moved } from './layout-columns.ts';
import type { ColumnChoice } from './layout-columns.ts';

interface ColumnListProps {
  readonly choices: readonly ColumnChoice[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChange: (choices: ColumnChoice[]) => void;
  /** F2: the column's heading is to be worded. */
  readonly onRename: () => void;
}

/** Columns of an export: ↑↓ goes, space takes in or leaves out, Alt+↑↓ changes the order, F2 words the heading. */
export function ColumnList({ choices, active, onActive, onChange, onRename }: ColumnListProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const toggle = (index: number): void =>
    onChange(choices.map((choice, at) => (at === index ? { ...choice, chosen: !choice.chosen } : choice)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step !== undefined) {
      const next = Math.max(0, Math.min(active + step, choices.length - 1));
      if (event.altKey) onChange(moved(choices, active, step));
      onActive(next);
    } else if (event.key === 'Home') onActive(0);
    else if (event.key === 'End') onActive(choices.length - 1);
    else if (event.key === ' ') toggle(active);
    else if (event.key === 'F2') onRename();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list}
      className="gwt-columns"
      role="listbox"
      aria-label="导出的列"
      aria-multiselectable="true"
      tabIndex={0}
      data-first=""
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => (
        <li
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={choice.chosen}
          data-active={index === active ? '' : undefined}
          onClick={(event) => {
            onActive(index);
            // On the box itself; elsewhere a click only goes there.
            if (event.nativeEvent.offsetX < 28) toggle(index);
          }}
          onDoubleClick={() => toggle(index)}
        >
          <span aria-hidden="true" className="gwt-columns-box">
            {choice.chosen ? '☑' : '☐'}
          </span>
          {choice.heading}
        </li>
      ))}
    </ul>
  );
}
