import { useId, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { Input } from 'antd';
import type { InputRef } from 'antd';
import { isComposing } from '../app/hot-keys.ts';
import { NameList } from './NameList.tsx';
import { useCompletion } from './use-completion.ts';
import type { NameChoice } from './use-completion.ts';

export interface NameBoxProps {
  readonly id?: string;
  /** Read aloud where no `<label htmlFor>` names the box. */
  readonly label?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** By part of the name or pinyin initials; called with an empty text when ↓ asks for the most used ones. */
  readonly complete: (text: string) => Promise<readonly NameChoice[]>;
  /** A proposal was taken; without this its name becomes the text. */
  readonly onTake?: (choice: NameChoice) => void;
  /** Enter came before the answer, and nothing fits what was typed. */
  readonly onMiss?: (text: string) => void;
  /**
   * Only proposals count: the best one always stands ready for Enter. Otherwise the words typed are kept, and a
   * proposal stands ready only for pinyin initials, so that a new name is never replaced by an old one.
   */
  readonly onlyKnown?: boolean;
  /** Keys the list has no use for. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly maxLength?: number;
  readonly className?: string;
  readonly inputRef?: RefObject<InputRef | null>;
}

/**
 * A name with completion: ↓ opens the most used ones, ↑↓ choose, Enter takes, Esc closes the list. Enter without a
 * list is left to the form, which moves on. Nothing happens while an input method composes.
 */
export function NameBox(props: NameBoxProps) {
  const { value, onChange, onTake } = props;
  const listId = useId();
  const own = useRef<InputRef>(null);
  const input = props.inputRef ?? own;
  const take = (choice: NameChoice): void => {
    if (onTake === undefined) onChange(choice.name);
    else onTake(choice);
  };
  const list = useCompletion({
    complete: props.complete,
    onlyKnown: props.onlyKnown ?? false,
    take,
    missed: (text) => props.onMiss?.(text),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (plain && list.onKey(event.key, value)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    props.onKeyDown?.(event);
  };
  return (
    <>
      <Input
        ref={input}
        value={value}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={list.open}
        aria-controls={listId}
        aria-activedescendant={list.open && list.active >= 0 ? `${listId}-${list.active}` : undefined}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        status={props.invalid ? 'error' : ''}
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
        {...(props.className === undefined ? {} : { className: props.className })}
        disabled={props.disabled ?? false}
        onChange={(event) => {
          onChange(event.target.value);
          const native: Event = event.nativeEvent;
          if (!(native instanceof InputEvent && native.isComposing)) list.ask(event.target.value);
        }}
        onCompositionEnd={(event) => list.ask(event.currentTarget.value)}
        onBlur={() => {
          list.close();
          props.onBlur?.();
        }}
        onKeyDown={onKeyDown}
      />
      <NameList
        id={listId}
        open={list.open}
        choices={list.choices}
        active={list.active}
        anchor={() => input.current?.input ?? null}
        onTake={list.takeAt}
      />
    </>
  );
}
