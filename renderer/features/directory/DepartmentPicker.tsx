import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { InputRef } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { ChosenNames, focusLastChosen } from '../../ui/ChosenNames.tsx';
import { NameBox } from '../../ui/NameBox.tsx';
import { officeDepartments } from '../settings/queries.ts';

interface PickerProps {
  readonly id?: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

const completeDepartment = (text: string) => api.incoming.completeDepartment({ text });

interface DepartmentPickerProps extends PickerProps {
  readonly value: string | null;
  readonly onChange: (departmentId: string | null) => void;
  readonly placeholder?: string;
}

/** One department, by name or pinyin initials. What is no department falls back to the chosen one on leaving. */
export function DepartmentPicker(props: DepartmentPickerProps) {
  const { value, onChange } = props;
  const departments = useQuery(officeDepartments()).data ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const name = departments.find(({ id }) => id === value)?.name ?? '';
  const leave = (): void => {
    if (typed === null) return;
    const meant = departments.find((department) => department.name === typed.trim());
    if (typed.trim() === '') onChange(null);
    else if (meant !== undefined) onChange(meant.id);
    setTyped(null);
  };
  return (
    <NameBox
      {...(props.id === undefined ? { label: props.label } : { id: props.id })}
      value={typed ?? name}
      onChange={setTyped}
      complete={completeDepartment}
      onTake={(choice) => {
        onChange(choice.id);
        setTyped(null);
      }}
      onlyKnown
      onBlur={leave}
      placeholder={props.placeholder ?? '部门名称或拼音首字母，↓ 列出'}
      disabled={props.disabled ?? false}
      invalid={props.invalid ?? false}
      describedBy={props.describedBy}
      maxLength={40}
    />
  );
}

interface DepartmentsPickerProps extends PickerProps {
  readonly value: readonly string[];
  readonly onChange: (departmentIds: readonly string[]) => void;
  /** Departments that have their part already, e.g. 主办 where 会办 are chosen. */
  readonly except?: readonly string[];
}

/** Several departments: Enter adds, Backspace in the empty box takes out the last. */
export function DepartmentsPicker(props: DepartmentsPickerProps) {
  const { value, onChange, except = [], disabled = false } = props;
  const departments = useQuery(officeDepartments()).data ?? [];
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (text !== '' || value.length === 0) return;
    if (event.key === 'Backspace') onChange(value.slice(0, -1));
    else if (event.key === 'ArrowLeft') focusLastChosen(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const complete = async (typed: string) =>
    (await completeDepartment(typed)).filter(({ id }) => !value.includes(id) && !except.includes(id));
  return (
    <div data-picker="" className="gwt-picker">
      <ChosenNames
        label={`已选的${props.label}`}
        chosen={value}
        keyOf={(departmentId) => departmentId}
        nameOf={(departmentId) => departments.find(({ id }) => id === departmentId)?.name ?? '…'}
        onChange={onChange}
        disabled={disabled}
        onLeave={() => input.current?.focus()}
      />
      <NameBox
        {...(props.id === undefined ? { label: props.label } : { id: props.id })}
        value={text}
        onChange={setText}
        complete={complete}
        onTake={(choice) => {
          onChange([...value, choice.id]);
          setText('');
        }}
        onlyKnown
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
        placeholder="部门名称或拼音首字母，Enter 加入"
        disabled={disabled}
        invalid={props.invalid ?? false}
        describedBy={props.describedBy}
        maxLength={40}
        inputRef={input}
      />
    </div>
  );
}
