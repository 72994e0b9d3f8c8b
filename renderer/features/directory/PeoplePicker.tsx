import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { InputRef } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { PersonGroup } from '../../../shared/features/directory.ts';
import { api } from '../../app/api.ts';
import { ChosenNames, focusLastChosen } from '../../ui/ChosenNames.tsx';
import { NameBox } from '../../ui/NameBox.tsx';
import { addPeople, groupsFor, membersOf } from './people.ts';
import type { PickedPerson } from './people.ts';
import { groupList } from './queries.ts';

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
  /** A whole group was added: a list of readers brings its way of passing on. */
  readonly onGroup?: (group: PersonGroup) => void;
  /** Further ways to add people, shown beside the box. */
  readonly children?: ReactNode;
}

/** Letters alone are pinyin still on the way to a name. */
const NAME = /\p{Script=Han}/u;

/** People in their order, by name or pinyin initials: Enter adds, Backspace in the empty box takes out the last. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { value, onChange, disabled = false } = props;
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const groups = useQuery(groupList(false)).data ?? [];
  const complete = async (typed: string) => [
    ...groupsFor(groups, typed).map((group) => ({
      id: group.id,
      name: group.name,
      note: `名单，${membersOf(group).length} 人`,
    })),
    ...(await api.incoming.completePerson({ text: typed })),
  ];
  const add = (person: PickedPerson): void => {
    onChange(addPeople(value, [person]));
    setText('');
  };
  const take = (choice: { readonly id: string; readonly name: string }): void => {
    const group = groups.find(({ id }) => id === choice.id);
    if (group === undefined) {
      add({ personId: choice.id, name: choice.name });
      return;
    }
    onChange(addPeople(value, membersOf(group)));
    setText('');
    props.onGroup?.(group);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const name = text.trim();
    // Also with Ctrl: a dialog saved with Ctrl+Enter must not drop the name just typed.
    if (event.key === 'Enter' && NAME.test(name)) add({ name });
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
          complete={complete}
          onTake={take}
          onMiss={(typed) => {
            if (NAME.test(typed)) add({ name: typed.trim() });
          }}
          onlyKnown
          onKeyDown={onKeyDown}
          onBlur={() => {
            // A name typed to its end and left with Tab is meant.
            if (NAME.test(text)) add({ name: text.trim() });
          }}
          placeholder="姓名、名单或拼音首字母，Enter 加入"
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
