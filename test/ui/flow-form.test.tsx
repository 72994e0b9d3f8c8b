import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionBar } from '../../renderer/ui/flow/ActionBar.tsx';
import { ActionForm } from '../../renderer/ui/flow/ActionForm.tsx';
import { Choice } from '../../renderer/ui/flow/Choice.tsx';
import type { FlowFaults, FlowField, FlowStep } from '../../renderer/ui/flow/flow-field.ts';

interface Values {
  readonly name?: string;
  readonly level?: string;
  readonly result?: string;
}

const input = (name: 'name' | 'result', required: boolean): FlowField<Values> => ({
  name,
  label: name === 'name' ? '签收人' : '结果',
  required,
  render: (control) => (
    <input
      id={control.id}
      aria-describedby={control.describedBy}
      value={control.values[name] ?? ''}
      onChange={(event) => control.change({ [name]: event.target.value })}
    />
  ),
});

const FIELDS: readonly FlowField<Values>[] = [
  input('name', true),
  {
    name: 'level',
    label: '级别',
    required: true,
    render: (control) => (
      <Choice
        control={control}
        value={control.values.level}
        options={['提醒', '催办单'].map((value) => ({ value, label: value }))}
        onChange={(level) => control.change({ level })}
      />
    ),
  },
  input('result', false),
];

interface Sent {
  readonly values: Values[];
  closed: number;
}

function open(answer: FlowFaults | null, initial: Values = {}): Sent {
  const sent: Sent = { values: [], closed: 0 };
  render(
    <ActionForm<Values>
      title="催办"
      fields={FIELDS}
      initial={initial}
      submitLabel="催办"
      onSubmit={(values) => {
        sent.values.push(values);
        return Promise.resolve(answer);
      }}
      onClose={() => {
        sent.closed += 1;
      }}
    />,
  );
  return sent;
}

const press = (key: string, more: KeyboardEventInit = {}): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, ...more });

afterEach(cleanup);

describe('the form of a book', () => {
  it('names Ctrl+S for the next sheet and Ctrl+Enter for the second way, and does so', async () => {
    const ways: string[] = [];
    const way = (name: string) => () => {
      ways.push(name);
      return Promise.resolve(null);
    };
    render(
      <ActionForm<Values>
        title="登记"
        fields={FIELDS}
        initial={{}}
        submitLabel="登记，录下一件"
        savedByCtrlS
        onSubmit={way('next')}
        onClose={() => undefined}
        other={{ label: '登记并打开', onSubmit: way('open') }}
      />,
    );
    expect(screen.getByRole('button', { name: '登记，录下一件（Ctrl+S）' })).toBeDefined();
    expect(screen.getByRole('button', { name: '登记并打开（Ctrl+Enter）' })).toBeDefined();
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(ways).toEqual(['open']));
  });
});

describe('the form of a step', () => {
  it('starts at the first field that is needed and empty', () => {
    open(null, { name: '林晓' });
    expect(document.activeElement).toBe(screen.getByLabelText('提醒'));
    cleanup();
    open(null, { name: '林晓', level: '催办单' });
    expect(document.activeElement).toBe(screen.getByLabelText('签收人'));
  });

  it('Enter moves on, Shift+Enter back, Ctrl+Enter does it, Esc closes', async () => {
    const sent = open(null, { level: '催办单' });
    fireEvent.change(screen.getByLabelText('签收人'), { target: { value: '林晓' } });
    press('Enter');
    // Of a group of choices the chosen one is the stop.
    expect(document.activeElement).toBe(screen.getByLabelText('催办单'));
    press('Enter');
    expect(document.activeElement).toBe(screen.getByLabelText('结果'));
    press('Enter', { shiftKey: true });
    expect(document.activeElement).toBe(screen.getByLabelText('催办单'));
    expect(sent.values).toEqual([]);
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(sent.values).toEqual([{ name: '林晓', level: '催办单' }]));
    press('Escape');
    expect(sent.closed).toBe(1);
  });

  it('does nothing while an input method composes', () => {
    const sent = open(null);
    const field = screen.getByLabelText('签收人');
    press('Enter', { isComposing: true });
    press('Enter', { isComposing: true, ctrlKey: true });
    press('Escape', { keyCode: 229 });
    expect(document.activeElement).toBe(field);
    expect(sent).toEqual({ values: [], closed: 0 });
  });

  it('a fault stands under its field, the first has the focus, nothing is cleared, typing takes it away', async () => {
    open({ message: '还缺：结果。', fields: { result: '请填写结果' } }, { name: '林晓', level: '提醒' });
    press('Enter', { ctrlKey: true });
    const fault = await screen.findByText('请填写结果');
    const field = screen.getByLabelText<HTMLInputElement>('结果');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-describedby')).toBe(fault.id);
    expect(screen.getByLabelText<HTMLInputElement>('签收人').value).toBe('林晓');
    // What is typed into another field leaves the focus where it is.
    screen.getByLabelText('签收人').focus();
    fireEvent.change(screen.getByLabelText('签收人'), { target: { value: '李明' } });
    expect(document.activeElement).toBe(screen.getByLabelText('签收人'));
    fireEvent.change(field, { target: { value: '已办' } });
    expect(screen.queryByText('请填写结果')).toBeNull();
    expect(screen.queryByText('还缺：结果。')).toBeNull();
  });

  it('a refusal of no field is said in its own words', async () => {
    open({ message: '这件收文已在别处改动。', fields: {} }, { name: '林晓', level: '提醒' });
    press('Enter', { ctrlKey: true });
    expect(await screen.findByText('这件收文已在别处改动。')).toBeTruthy();
  });

  it('gives the focus back to where it was', () => {
    render(<button type="button">王建国</button>);
    screen.getByRole('button', { name: '王建国' }).focus();
    const { unmount } = render(
      <ActionForm<Values>
        title="已阅"
        fields={FIELDS}
        initial={{}}
        submitLabel="已阅"
        onSubmit={() => Promise.resolve(null)}
        onClose={() => undefined}
      />,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('签收人'));
    unmount();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '王建国' }));
  });
});

const step = (key: string, rare = false): FlowStep => ({
  key,
  label: key,
  rare,
  likely: false,
  byLeave: false,
});

const digit = (key: string) => fireEvent.keyDown(document.body, { key, code: `Digit${key}` });

describe('the bar of steps', () => {
  it('digits take the steps in their order; 0 hands them to those seldom taken', () => {
    const taken: string[] = [];
    render(
      <ActionBar
        steps={[step('转办'), step('作废', true), step('延期')]}
        onChoose={({ key }) => taken.push(key)}
        empty=""
      />,
    );
    digit('2');
    expect(taken).toEqual(['延期']);
    expect(screen.queryByRole('group', { name: '更多操作' })).toBeNull();
    digit('0');
    expect(screen.getByRole('group', { name: '更多操作' })).toBeTruthy();
    digit('2');
    expect(taken).toEqual(['延期']);
    digit('1');
    expect(taken).toEqual(['延期', '作废']);
    digit('1');
    expect(taken).toEqual(['延期', '作废', '转办']);
  });
});
