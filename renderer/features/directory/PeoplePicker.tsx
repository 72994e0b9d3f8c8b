import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { InputRef } from 'antd';
import { api } from '../../app/api.ts';
import { ChosenNames, focusLastChosen } from '../../ui/ChosenNames.tsx';
import { NameBox } from '../../ui/NameBox.tsx';
import { addPeople } from './people.ts';
import type { PickedPerson } from './people.ts';

interface PeoplePickerProps {
  readonly id?: string;
  readonly label: string;
  readonly value: readonly PickedPerson[];
  readonly onChange: (people: readonly PickedPerson[]) => void;
  /** The order counts: places are shown, Alt+↑↓ moves. */
  readonly ordered?: boolean;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  /** Further ways to add people (groups, templates), shown beside the box. */
  readonly children?: ReactNode;
}

const completePerson = (text: string) => api.incoming.completePerson({ text });

/** Letters alone are pinyin still on the way to a name. */
const NAME = /\p{Script=Han}/u;

/** People in their order, by name or pinyin initials: Enter adds, Backspace in the empty box takes out the last. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { value, onChange, disabled = false } = props;
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const add = (person: PickedPerson): void => {
    onChange(addPeople(value, [person]));
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const name = text.trim();
    if (event.key === 'Enter' && NAME.test(name) && !event.ctrlKey) add({ name });
    else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
    else if (event.key === 'ArrowLeft' && text === '' && value.length > 0) {
      focusLastChosen(event.currentTarget);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div data-picker="" className="gwt-picker">
      <ChosenNames
        label={`已选的${props.label}`}
        chosen={value}
        keyOf={(person) => person.personId ?? person.name}
        nameOf={(person) => person.name}
        onChange={onChange}
        ordered={props.ordered ?? false}
        disabled={disabled}
        onLeave={() => input.current?.focus()}
      />
      <div className="gwt-picker-line">
        <NameBox
          {...(props.id === undefined ? { label: props.label } : { id: props.id })}
          value={text}
          onChange={setText}
          complete={completePerson}
          onTake={(choice) => add({ personId: choice.id, name: choice.name })}
          onlyKnown
          onKeyDown={onKeyDown}
          onBlur={() => {
            // A name typed to its end and left with Tab is meant.
            if (NAME.test(text)) add({ name: text.trim() });
          }}
          placeholder="姓名或拼音首字母，Enter 加入"
          disabled={disabled}
          invalid={props.invalid ?? false}
          describedBy={props.describedBy}
          maxLength={30}
          inputRef={input}
        />
        {props.children}
      </div>
    </div>
  );
}
