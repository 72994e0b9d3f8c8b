import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { App } from 'antd';
import type { InputRef } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api, messageOf } from '../../app/api.ts';
import { ChosenNames, focusLastChosen } from '../../ui/ChosenNames.tsx';
import { NameBox } from '../../ui/NameBox.tsx';
import type { NameChoice } from '../../ui/use-completion.ts';
import { officeDepartments } from '../settings/queries.ts';

interface PickerProps {
  readonly id?: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

const completeDepartment = (text: string) => api.incoming.completeDepartment({ text });

/** The proposal that makes a department of what was typed. */
const NEW = 'new:';
/** Latin letters are initials, not a name. */
const INITIALS = /^[a-z]+$/iu;

/** A name no department has can be added on the spot: an office that has just begun has none at all. */
async function completeOrAdd(text: string): Promise<readonly NameChoice[]> {
  const name = text.trim();
  const found = await completeDepartment(text);
  if (name.length < 2 || INITIALS.test(name) || found.some((choice) => choice.name === name)) return found;
  return [...found, { id: `${NEW}${name}`, name, note: '添加为新部门' }];
}

/** The id of a proposal that was taken; a new department is written first, null when that failed (and was said). */
function useTakenDepartment(): (choice: NameChoice, known: number) => Promise<string | null> {
  const { message } = App.useApp();
  return async (choice, known) => {
    if (!choice.id.startsWith(NEW)) return choice.id;
    try {
      const made = await api.office.saveDepartment({ name: choice.name, sortOrder: known + 1 });
      message.success(`已添加部门“${made.name}”，可在“设置”里改名、排次序。`);
      return made.id;
    } catch (error) {
      message.error(messageOf(error));
      return null;
    }
  };
}

const unknownText = (name: string): string => `还没有部门“${name}”，按 ↓ 另选或添加。`;

interface DepartmentPickerProps extends PickerProps {
  readonly value: string | null;
  readonly onChange: (departmentId: string | null) => void;
  readonly placeholder?: string;
  /** Looks for papers of a department: none is added here, and what is none is dropped on leaving. */
  readonly forFilter?: boolean;
}

/** One department, by name or pinyin initials. What is no department stays as it was typed, and the box says so. */
export function DepartmentPicker(props: DepartmentPickerProps) {
  const { value, onChange, forFilter = false } = props;
  const departments = useQuery(officeDepartments()).data ?? [];
  const takenDepartment = useTakenDepartment();
  const faultId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [unknown, setUnknown] = useState<string | null>(null);
  const name = departments.find(({ id }) => id === value)?.name ?? '';
  const write = (text: string): void => {
    setTyped(text);
    setUnknown(null);
  };
  const leave = (): void => {
    if (typed === null) return;
    const words = typed.trim();
    const meant = departments.find((department) => department.name === words);
    // Words that are no department must not be sent as the one that was chosen before.
    if (words === '' || meant !== undefined || !forFilter) onChange(meant?.id ?? null);
    if (words === '' || meant !== undefined || forFilter) setTyped(null);
    else setUnknown(words);
  };
  const take = async (choice: NameChoice): Promise<void> => {
    const id = await takenDepartment(choice, departments.length);
    if (id === null) return;
    onChange(id);
    setTyped(null);
    setUnknown(null);
  };
  return (
    <>
      <NameBox
        {...(props.id === undefined ? { label: props.label } : { id: props.id })}
        value={typed ?? name}
        onChange={write}
        complete={forFilter ? completeDepartment : completeOrAdd}
        onTake={(choice) => void take(choice)}
        onlyKnown
        onBlur={leave}
        placeholder={props.placeholder ?? '部门名称或拼音首字母，↓ 列出'}
        disabled={props.disabled ?? false}
        invalid={(props.invalid ?? false) || unknown !== null}
        describedBy={unknown === null ? props.describedBy : faultId}
        maxLength={40}
      />
      {unknown === null ? null : (
        <p id={faultId} className="gwt-field-fault">
          {unknownText(unknown)}
        </p>
      )}
    </>
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
  const takenDepartment = useTakenDepartment();
  const faultId = useId();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const input = useRef<InputRef>(null);
  const take = async (choice: NameChoice): Promise<void> => {
    const id = await takenDepartment(choice, departments.length);
    if (id === null) return;
    onChange([...value, id]);
    setText('');
    setUnknown(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (text !== '' || value.length === 0) return;
    if (event.key === 'Backspace') onChange(value.slice(0, -1));
    else if (event.key === 'ArrowLeft') focusLastChosen(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const complete = async (typed: string) =>
    (await completeOrAdd(typed)).filter(({ id }) => !value.includes(id) && !except.includes(id));
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
        onChange={(typed) => {
          setText(typed);
          setUnknown(null);
        }}
        complete={complete}
        onTake={(choice) => void take(choice)}
        onlyKnown
        onKeyDown={onKeyDown}
        onBlur={() => setUnknown(text.trim() === '' ? null : text.trim())}
        placeholder="部门名称或拼音首字母，Enter 加入"
        disabled={disabled}
        invalid={(props.invalid ?? false) || unknown !== null}
        describedBy={unknown === null ? props.describedBy : faultId}
        maxLength={40}
        inputRef={input}
      />
      {unknown === null ? null : (
        <p id={faultId} className="gwt-field-fault">
          {unknownText(unknown)}
        </p>
      )}
    </div>
  );
}
