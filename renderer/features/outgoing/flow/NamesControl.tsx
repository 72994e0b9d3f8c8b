import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { InputRef } from 'antd';
import { api } from '../../../app/api.ts';
import { ChosenNames, focusLastChosen } from '../../../ui/ChosenNames.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';

interface NamesControlProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (names: string[]) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

const completeDepartment = (text: string) => api.incoming.completeDepartment({ text });

/** Departments of the house and units outside it, by name: Enter adds, Backspace in the empty box takes out the last. */
export function NamesControl({ value, onChange, ...props }: NamesControlProps) {
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const add = (name: string): void => {
    const trimmed = name.trim();
    if (trimmed !== '' && !value.includes(trimmed)) onChange([...value, trimmed]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && !event.ctrlKey && text.trim() !== '') add(text);
    else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
    else if (event.key === 'ArrowLeft' && text === '' && value.length > 0)
      focusLastChosen(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div data-picker="" className="gwt-picker">
      <ChosenNames
        label={`已选的${props.label}`}
        chosen={value}
        keyOf={(name) => name}
        nameOf={(name) => name}
        onChange={(names) => onChange([...names])}
        onLeave={() => input.current?.focus()}
      />
      <NameBox
        id={props.id}
        value={text}
        onChange={setText}
        complete={async (typed) =>
          (await completeDepartment(typed)).filter(({ name }) => !value.includes(name))
        }
        onTake={({ name }) => add(name)}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        placeholder="部门或单位，Enter 加入"
        invalid={props.invalid}
        describedBy={props.describedBy}
        maxLength={40}
        inputRef={input}
      />
    </div>
  );
}
