import './dom-gaps.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PeoplePicker } from '../../renderer/features/directory/PeoplePicker.tsx';
import type { PickedPerson } from '../../renderer/features/directory/people.ts';
import { createQueryClient } from '../../renderer/app/query.ts';
import { NameBox } from '../../renderer/ui/NameBox.tsx';
import type { NameChoice } from '../../renderer/ui/use-completion.ts';
import type { Bridge } from '../../shared/ipc/channels.ts';

afterEach(cleanup);

const choice = (name: string, note = ''): NameChoice => ({ id: `id-${name}`, name, note });
const UNITS = [choice('江城市人民政府办公室'), choice('江城市人力资源和社会保障局')];

/** Every question waits until the test answers it. */
let asked: { readonly text: string; readonly answer: (choices: readonly NameChoice[]) => void }[] = [];
const complete = (text: string) =>
  new Promise<readonly NameChoice[]>((resolve) => asked.push({ text, answer: resolve }));
/** Keys that reached the form around the box. */
let passed: string[] = [];
beforeEach(() => {
  asked = [];
  passed = [];
});

function Form({ onlyKnown = false }: { readonly onlyKnown?: boolean }) {
  const [value, setValue] = useState('');
  return (
    <div onKeyDown={(event) => passed.push(event.key)}>
      <NameBox label="来文单位" value={value} onChange={setValue} complete={complete} onlyKnown={onlyKnown} />
    </div>
  );
}

const box = () => screen.getByRole<HTMLInputElement>('combobox');
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });
const press = (key: string, more: object = {}) => fireEvent.keyDown(box(), { key, ...more });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const answer = async (index: number, choices: readonly NameChoice[]) => {
  asked[index]?.answer(choices);
  await new Promise((resolve) => setTimeout(resolve, 0));
};

describe('a name with completion', () => {
  it('takes the first proposal for pinyin initials by Enter, and the next Enter goes to the form', async () => {
    render(<Form />);
    type('jcs');
    await answer(0, UNITS);
    await expect.poll(options).toHaveLength(2);
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent).toBe(
      '江城市人民政府办公室',
    );
    press('Enter');
    expect(box().value).toBe('江城市人民政府办公室');
    expect(options()).toEqual([]);
    expect(passed).toEqual([]);
    press('Enter');
    expect(passed).toEqual(['Enter']);
  });

  it('never puts an old name in place of a new one typed in characters', async () => {
    render(<Form />);
    type('江城市人民');
    await answer(0, UNITS);
    await expect.poll(options).toHaveLength(2);
    press('Enter');
    expect(box().value).toBe('江城市人民');
    expect(passed).toEqual(['Enter']);
    expect(options()).toEqual([]);
  });

  it('chooses by the arrows, round and round; Esc closes the list and nothing else', async () => {
    render(<Form />);
    type('江城市');
    await answer(0, UNITS);
    await expect.poll(options).toHaveLength(2);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) press(key);
    press('Enter');
    expect(box().value).toBe('江城市人力资源和社会保障局');
    type('江');
    await answer(1, UNITS);
    await expect.poll(options).toHaveLength(2);
    press('Escape');
    expect(options()).toEqual([]);
    expect(passed).toEqual([]);
    press('Escape');
    expect(passed).toEqual(['Escape']);
  });

  it('shows the answer to what was asked last, however late another comes', async () => {
    render(<Form />);
    type('j');
    type('jc');
    await answer(1, [choice('后问的')]);
    await answer(0, [choice('先问的')]);
    await expect.poll(options).toEqual(['后问的']);
  });

  it('lets Enter wait for an answer that is on its way', async () => {
    render(<Form />);
    type('jcs');
    press('Enter');
    expect(passed).toEqual([]);
    await answer(0, UNITS);
    await expect.poll(() => box().value).toBe('江城市人民政府办公室');
  });

  it('does nothing while an input method composes', async () => {
    render(<Form />);
    type('jcs');
    await answer(0, UNITS);
    await expect.poll(options).toHaveLength(2);
    press('Enter', { isComposing: true });
    press('ArrowDown', { keyCode: 229 });
    expect(box().value).toBe('jcs');
    expect(options()).toHaveLength(2);
  });

  it('opens the most used ones with ↓, and stays shut when the question fails', async () => {
    render(<Form />);
    press('ArrowDown');
    expect(asked[0]?.text).toBe('');
    await answer(0, UNITS);
    await expect.poll(options).toHaveLength(2);
    press('Enter');
    expect(box().value).toBe('江城市人民政府办公室');
  });
});

function Program({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>;
}

describe('people in their order', () => {
  const people = [choice('林知夏', '办公室 主任'), choice('林知秋', '财务科')];
  let picked: readonly PickedPerson[] = [];
  beforeEach(() => {
    picked = [];
    const bridge: Bridge = {
      ...window.app,
      invoke: (procedure: string, input: unknown) => {
        if (procedure !== 'incoming.completePerson') return Promise.resolve({ ok: true, value: [] });
        const { text } = input as { text: string };
        const value = people
          .filter(({ name }) => text === 'lzx' || name.includes(text))
          .map((one) => Object.assign({ useCount: 0 }, one));
        return Promise.resolve({ ok: true, value });
      },
    };
    Object.assign(window, { app: bridge });
  });

  function Picker() {
    const [value, setValue] = useState<readonly PickedPerson[]>([]);
    return (
      <div onKeyDown={(event) => passed.push(event.key)}>
        <PeoplePicker
          label="传阅人"
          ordered
          value={value}
          onChange={(people) => {
            picked = people;
            setValue(people);
          }}
        />
      </div>
    );
  }
  const names = () => picked.map(({ name }) => name);

  it('adds by Enter, nobody twice, also people who are not in the directory', async () => {
    render(<Picker />, { wrapper: Program });
    for (const text of ['lzx', '林知夏', '林知秋', '王外人']) {
      type(text);
      if (text !== '王外人') await expect.poll(() => options().length).toBeGreaterThan(0);
      else await expect.poll(() => options().length).toBe(0);
      press('Enter');
    }
    await expect.poll(names).toEqual(['林知夏', '林知秋', '王外人']);
    expect(picked[0]?.personId).toBe('id-林知夏');
    expect(picked[2]?.personId).toBeUndefined();
    // Letters that find nobody are no name.
    type('zzz');
    press('Enter');
    expect(names()).toHaveLength(3);
  });

  it('moves with Alt+↑↓, takes out with Delete, and Backspace in the empty box takes the last', async () => {
    render(<Picker />, { wrapper: Program });
    for (const name of ['甲', '乙', '丙']) {
      type(name);
      await expect.poll(() => options().length).toBe(0);
      press('Enter');
    }
    await expect.poll(names).toEqual(['甲', '乙', '丙']);
    fireEvent.keyDown(screen.getByRole('button', { name: '3. 丙' }), { key: 'ArrowUp', altKey: true });
    expect(names()).toEqual(['甲', '丙', '乙']);
    fireEvent.keyDown(screen.getByRole('button', { name: '1. 甲' }), { key: 'Delete' });
    expect(names()).toEqual(['丙', '乙']);
    press('Backspace');
    expect(names()).toEqual(['丙']);
  });
});
