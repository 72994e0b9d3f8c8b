import './dom-gaps.ts';
import { useRef, useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../shared/domain/workdays.ts';
import type { Bridge } from '../../shared/ipc/channels.ts';
import { createQueryClient } from '../../renderer/app/query.ts';
import { BLANK } from '../../renderer/features/incoming/registration/registration.ts';
import type { Registration } from '../../renderer/features/incoming/registration/registration.ts';
import { RegistrationPage } from '../../renderer/features/incoming/registration/RegistrationPage.tsx';
import { useRegistration } from '../../renderer/features/incoming/registration/use-registration.ts';
import type { Send } from '../../renderer/features/incoming/registration/use-registration.ts';
import { AppError } from '../../shared/ipc/errors.ts';

const calendar = createCalendar();
const TODAY = '2026-11-20';
const FIRST = { field: 'senderName' } as const;

/** What the program answers to each question. */
let answers: Record<string, unknown> = {};
let asked: { readonly procedure: string; readonly input: unknown }[] = [];
let sent: unknown[] = [];
let refusal: AppError | null = null;
let opened: string[] = [];
const send: Send = (draft) => {
  if (refusal !== null) return Promise.reject(refusal);
  sent.push(draft);
  return Promise.resolve();
};

beforeEach(() => {
  [asked, sent, opened, refusal] = [[], [], [], null];
  answers = {
    'directory.deadlineRules': { enabled: false, workdays: {} },
    'incoming.findDuplicates': [],
    'incoming.completeSender': [],
  };
  const bridge: Bridge = {
    ...window.app,
    invoke: (procedure: string, input: unknown) => {
      asked.push({ procedure, input });
      return Promise.resolve({ ok: true, value: answers[procedure] });
    },
  };
  Object.assign(window, { app: bridge });
});
afterEach(cleanup);

function Form({ start }: { readonly start: Registration }) {
  const form = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState(start);
  const registration = useRegistration({ values, setValues, form, calendar, today: TODAY });
  return (
    <RegistrationPage
      registration={registration}
      values={values}
      form={form}
      focus={FIRST}
      calendar={calendar}
      today={TODAY}
      verb="登记"
      head={null}
      buttons={
        <button type="button" onClick={() => registration.save(send)}>
          登记
        </button>
      }
      keys={[]}
      withReceipt
      dueLocked={false}
      onOpen={(id) => opened.push(id)}
    />
  );
}

const paper = { ...BLANK, senderName: '江城市民政局', title: '关于防汛的通知', genre: '通知' };
function show(part: Partial<Registration> = {}): void {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Form start={{ ...paper, ...part }} />
    </QueryClientProvider>,
  );
}
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const save = () => fireEvent.click(screen.getByRole('button', { name: '登记' }));
const times = () => asked.filter(({ procedure }) => procedure === 'incoming.findDuplicates').length;
const enter = (more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ...more });
const double = {
  id: 'old',
  number: '收〔2026〕0007',
  senderName: '江城市民政局',
  documentNumber: '江民发〔2026〕3号',
  title: '关于防汛的通知',
  receivedAt: 1_790_000_000_000,
  why: 'number',
  likeness: 1,
};

describe('one paper on the table', () => {
  it('puts the number right on leaving it and says how it was typed', () => {
    show();
    fireEvent.change(box('来文字号'), { target: { value: '江民发[2026]3' } });
    expect(document.body.textContent).toContain('将规范为 江民发〔2026〕3号');
    fireEvent.blur(box('来文字号'));
    expect(box('来文字号').value).toBe('江民发〔2026〕3号');
    expect(document.body.textContent).toContain('已规范：江民发[2026]3 → 江民发〔2026〕3号');
  });

  it('proposes the last 机关代字 of the sender for a bare serial, taken with ↓ and never by itself', async () => {
    answers['incoming.completeSender'] = [{ id: 's1', name: '江城市民政局', note: '', useCount: 3 }];
    answers['incoming.list'] = {
      total: 1,
      more: false,
      rows: [{ ...double, documentNumber: '江民发〔2026〕3号', urgency: '平件' }],
    };
    show();
    fireEvent.change(box('来文字号'), { target: { value: '38' } });
    await expect
      .poll(() => document.body.textContent)
      .toContain('↓ 采用 江民发〔2026〕38号（按该单位上一件）');
    fireEvent.blur(box('来文字号'));
    expect(box('来文字号').value).toBe('38');
    fireEvent.change(box('来文字号'), { target: { value: '2026-39' } });
    expect(document.body.textContent).toContain('将规范为 〔2026〕39号，↓ 采用 江民发〔2026〕39号');
    fireEvent.blur(box('来文字号'));
    expect(box('来文字号').value).toBe('〔2026〕39号');
    fireEvent.keyDown(box('来文字号'), { key: 'ArrowDown' });
    expect(box('来文字号').value).toBe('江民发〔2026〕39号');
    expect(document.body.textContent).not.toContain('↓ 采用');
    // Another sender has no such number.
    fireEvent.change(box('来文单位'), { target: { value: '江城市公安局' } });
    fireEvent.change(box('来文字号'), { target: { value: '40' } });
    expect(document.body.textContent).not.toContain('↓ 采用');
  });

  it('asks for doubles on leaving the number or the title, and never with a mark of a state secret', async () => {
    answers['incoming.findDuplicates'] = [double];
    show();
    fireEvent.blur(box('标题'));
    await expect.poll(() => document.body.textContent).toContain('收〔2026〕0007');
    expect(times()).toBe(1);
    fireEvent.change(box('标题'), { target: { value: '机密★ 某事' } });
    fireEvent.blur(box('标题'));
    expect(times()).toBe(1);
    expect(screen.getByRole('alert').textContent).toContain('涉密专用计算机');
  });

  it('guesses 文种 from the title until the person has said it', () => {
    show({ genre: '' });
    fireEvent.change(box('标题'), { target: { value: '关于借用场地的函' } });
    fireEvent.blur(box('标题'));
    expect(box('文种').value).toBe('函');
    fireEvent.change(box('标题'), { target: { value: '关于借用场地的请示' } });
    fireEvent.blur(box('标题'));
    expect(box('文种').value).toBe('请示');
    fireEvent.change(box('文种'), { target: { value: '' } });
    fireEvent.blur(box('标题'));
    expect(box('文种').value).toBe('');
  });

  it('proposes the deadline of the office’s own rule, taken with ↓ and never by itself', async () => {
    answers['directory.deadlineRules'] = { enabled: true, workdays: { 加急: 3, 平件: null } };
    show({ urgency: '加急' });
    await expect
      .poll(() => document.body.textContent)
      .toContain('建议 2026-11-25（本单位规定：加急3个工作日）');
    expect(box('办理时限').value).toBe('');
    fireEvent.keyDown(box('办理时限'), { key: 'ArrowDown' });
    expect(box('办理时限').value).toBe('2026-11-25');
  });

  it('says that an urgent paper needs a deadline where the office has no rule', () => {
    show({ urgency: '特急' });
    expect(document.body.textContent).toContain('特急件应明确办理时限');
  });
});

describe('into the book', () => {
  it('asks before a double is written, and writes it only when told to', async () => {
    answers['incoming.findDuplicates'] = [double];
    show();
    save();
    await screen.findByRole('dialog', { name: '可能已经登记过' });
    expect(sent).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /仍要登记/ }));
    await expect.poll(() => sent).toHaveLength(1);
  });

  it('shows a refusal of the program under its field, with everything typed still there', async () => {
    refusal = new AppError('INVALID_INPUT', '日期不对，没有登记。', {
      fields: { 'draft.issuedOn': '日期不对' },
    });
    show({ issuedOn: '2026-3-5', remark: '备注的话' });
    save();
    await expect.poll(() => document.activeElement?.id).toBe('reg-issuedOn');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '日期不对，没有登记。',
      '✕ 日期不对',
    ]);
    expect(box('成文日期').value).toBe('2026-3-5');
    // The fault goes when the field is mended, the others stay.
    fireEvent.change(box('成文日期'), { target: { value: '2026-3-6' } });
    expect(screen.queryAllByRole('alert')).toEqual([]);
  });

  it('opens the fold for a fault inside it, and goes to the first fault', async () => {
    show({ receivedAt: '25:00' });
    expect(screen.queryByLabelText('签收时间')).toBeNull();
    save();
    await expect.poll(() => document.activeElement?.id).toBe('reg-receivedAt');
    expect(sent).toEqual([]);
  });

  it('moves on with Enter and back with Shift+Enter, past rows of choices', () => {
    show();
    box('文种').focus();
    enter();
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    // A digit chooses.
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '3' });
    expect(document.body.textContent).toContain('将标明“工作秘密”');
    enter({ isComposing: true });
    expect(document.activeElement?.closest('[data-step]')?.getAttribute('data-step')).toBe('secrecy');
    enter({ shiftKey: true });
    expect(document.activeElement?.id).toBe('reg-genre');
  });
});
