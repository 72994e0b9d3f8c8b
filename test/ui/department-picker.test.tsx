import './dom-gaps.ts';
import { useState } from 'react';
import { App } from 'antd';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueryClient } from '../../renderer/app/query.ts';
import { DepartmentPicker, DepartmentsPicker } from '../../renderer/features/directory/DepartmentPicker.tsx';

afterEach(cleanup);

let departments: { id: string; name: string }[] = [];
let made: unknown[] = [];
beforeEach(() => {
  departments = [{ id: 'd1', name: '财务科' }];
  made = [];
  Object.assign(window, {
    app: {
      ...window.app,
      invoke: (procedure: string, input: unknown) => {
        let value: unknown = [];
        if (procedure === 'office.departments')
          value = departments.map((one, index) => Object.assign({ rowVersion: 1, sortOrder: index }, one));
        if (procedure === 'incoming.completeDepartment') {
          const { text } = input as { text: string };
          value = departments
            .filter(({ name }) => name.includes(text))
            .map((one) => Object.assign({ note: '', useCount: 0 }, one));
        }
        if (procedure === 'office.saveDepartment') {
          made.push(input);
          value = { id: 'd2', rowVersion: 1, ...(input as object) };
        }
        return Promise.resolve({ ok: true, value });
      },
    },
  });
});

const box = () => screen.getByRole<HTMLInputElement>('combobox');
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

let chosen: string | null = 'd1';
function One() {
  const [value, setValue] = useState<string | null>('d1');
  return (
    <DepartmentPicker
      label="主办部门"
      value={value}
      onChange={(id) => {
        chosen = id;
        setValue(id);
      }}
    />
  );
}
let several: readonly string[] = [];
function Several() {
  const [value, setValue] = useState<readonly string[]>([]);
  return (
    <DepartmentsPicker
      label="会办部门"
      value={value}
      onChange={(ids) => {
        several = ids;
        setValue(ids);
      }}
    />
  );
}
const show = (node: React.ReactNode) =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <App>{node}</App>
    </QueryClientProvider>,
  );

describe('a department that the office does not have yet', () => {
  it('is added on the spot by Enter', async () => {
    show(<One />);
    type('医务部');
    await expect.poll(options).toHaveLength(1);
    expect(options()[0]).toContain('添加为新部门');
    fireEvent.keyDown(box(), { key: 'Enter' });
    await expect.poll(() => chosen).toBe('d2');
    expect(made).toEqual([{ name: '医务部', sortOrder: 2 }]);
  });

  it('is not proposed for initials, a single character, or a name that is there', async () => {
    show(<One />);
    for (const text of ['ywb', '医']) {
      type(text);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(options()).toEqual([]);
    }
    type('财务科');
    await expect.poll(options).toEqual(['财务科']);
  });

  it('left behind, stays as typed with what to do, and is not sent as the one chosen before', async () => {
    show(<One />);
    await expect.poll(() => box().value).toBe('财务科');
    type('医务部');
    fireEvent.blur(box());
    expect(box().value).toBe('医务部');
    expect(chosen).toBeNull();
    expect(screen.getByText(/还没有部门“医务部”/u).id).toBe(box().getAttribute('aria-describedby'));
    type('财务科');
    fireEvent.blur(box());
    expect(chosen).toBe('d1');
    expect(screen.queryByText(/还没有部门/u)).toBeNull();
  });

  it('is neither added nor kept in a filter', async () => {
    show(<DepartmentPicker label="主办部门" value={null} onChange={() => made.push('changed')} forFilter />);
    type('医务部');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(options()).toEqual([]);
    fireEvent.blur(box());
    expect(box().value).toBe('');
    expect(made).toEqual([]);
  });

  it('among several is added too, and what was typed is not thrown away', async () => {
    show(<Several />);
    type('护理部');
    fireEvent.blur(box());
    expect(box().value).toBe('护理部');
    expect(screen.getByText(/还没有部门“护理部”/u)).toBeDefined();
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    await expect.poll(options).toHaveLength(1);
    fireEvent.keyDown(box(), { key: 'Enter' });
    await expect.poll(() => several).toEqual(['d2']);
    await expect.poll(() => box().value).toBe('');
  });
});
