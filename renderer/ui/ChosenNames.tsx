import { useRef } from 'react';
import type { KeyboardEvent } from 'react';

interface ChosenNamesProps<T> {
  readonly label: string;
  readonly chosen: readonly T[];
  readonly keyOf: (one: T) => string;
  readonly nameOf: (one: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
  /** The order counts (serial circulation): the places are shown and Alt+↑↓ moves. */
  readonly ordered?: boolean;
  readonly disabled?: boolean;
  /** Gives the keyboard back to the box in which further names are typed. */
  readonly onLeave: () => void;
}

/** Names chosen so far. ← → go from one to the next, Delete takes one out, Alt+↑↓ moves it. */
export function ChosenNames<T>(props: ChosenNamesProps<T>) {
  const { chosen, onChange, ordered = false, disabled = false } = props;
  const list = useRef<HTMLUListElement>(null);
  const focusAt = (index: number): void => {
    // After the list has been drawn anew.
    requestAnimationFrame(() => {
      const names = list.current?.querySelectorAll<HTMLElement>('[data-chosen]');
      const target = names?.[index];
      if (target === undefined) props.onLeave();
      else target.focus();
    });
  };
  const remove = (index: number): void => {
    onChange(chosen.filter((_, at) => at !== index));
    focusAt(Math.min(index, chosen.length - 2));
  };
  const move = (index: number, to: number): void => {
    const one = chosen[index];
    if (one === undefined || to < 0 || to >= chosen.length) return;
    const rest = chosen.filter((_, at) => at !== index);
    onChange([...rest.slice(0, to), one, ...rest.slice(to)]);
    focusAt(to);
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const { key } = event;
    if (disabled) return;
    if (event.altKey && ordered && (key === 'ArrowUp' || key === 'ArrowLeft')) move(index, index - 1);
    else if (event.altKey && ordered && (key === 'ArrowDown' || key === 'ArrowRight')) move(index, index + 1);
    else if (event.altKey || event.ctrlKey) return;
    else if (key === 'Delete' || key === 'Backspace') remove(index);
    else if (key === 'ArrowLeft' || key === 'ArrowUp') focusAt(Math.max(0, index - 1));
    else if (key === 'ArrowRight' || key === 'ArrowDown') focusAt(index + 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul className="gwt-chosen" aria-label={props.label} ref={list}>
      {chosen.map((one, index) => (
        <li key={props.keyOf(one)} className="gwt-chosen-one">
          <button
            type="button"
            data-chosen=""
            tabIndex={-1}
            aria-keyshortcuts={ordered ? 'Delete Alt+ArrowUp Alt+ArrowDown' : 'Delete'}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {ordered ? `${index + 1}. ` : ''}
            {props.nameOf(one)}
          </button>
          {disabled ? null : (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`去掉${props.nameOf(one)}`}
              onClick={() => remove(index)}
            >
              ✕
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Puts the keyboard on the last name chosen in the same picker; for ← in an empty box. */
export function focusLastChosen(from: HTMLElement): void {
  const names = from.closest('[data-picker]')?.querySelectorAll<HTMLElement>('[data-chosen]');
  names?.item(names.length - 1)?.focus();
}
