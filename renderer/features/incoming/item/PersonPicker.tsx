import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { NameBox } from '../../../ui/NameBox.tsx';
import { officePeople } from '../../settings/queries.ts';

interface PersonPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
  /** Its people come first. */
  readonly departmentId: string | undefined;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** One person of the directory, those of the department first. What is nobody falls back on leaving. */
export function PersonPicker(props: PersonPickerProps) {
  const { value, onChange, departmentId } = props;
  const people = useQuery(officePeople()).data ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const isHere = (id: string): boolean =>
    people.some((person) => person.id === id && person.departmentId === departmentId);
  const complete = async (text: string) => {
    const found = await api.incoming.completePerson({ text });
    const here = people
      .filter((person) => text === '' && person.active && isHere(person.id))
      .map(({ id, name, post }) => ({ id, name, note: post }));
    const others = found.filter(({ id }) => !here.some((person) => person.id === id));
    return [...here, ...others.filter(({ id }) => isHere(id)), ...others.filter(({ id }) => !isHere(id))];
  };
  const leave = (): void => {
    if (typed === null) return;
    if (typed.trim() === '') onChange(undefined);
    else {
      const meant = people.find((person) => person.name === typed.trim());
      if (meant !== undefined) onChange(meant.id);
    }
    setTyped(null);
  };
  return (
    <NameBox
      {...(props.id === undefined ? { label: props.label } : { id: props.id })}
      value={typed ?? people.find(({ id }) => id === value)?.name ?? ''}
      onChange={setTyped}
      complete={complete}
      onTake={(choice) => {
        onChange(choice.id);
        setTyped(null);
      }}
      onlyKnown
      onBlur={leave}
      placeholder={props.placeholder ?? '姓名或拼音首字母'}
      invalid={props.invalid ?? false}
      describedBy={props.describedBy}
      maxLength={30}
    />
  );
}
