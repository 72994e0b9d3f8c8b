import './dom-gaps.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentFault } from '../../shared/features/document.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { createDocumentStore } from '../../renderer/features/outgoing/editor/document-store.ts';
import { FormPane } from '../../renderer/features/outgoing/editor/form/FormPane.tsx';
import {
  FIELDS,
  fieldKeyOf,
  fieldKeys,
  fieldOf,
} from '../../renderer/features/outgoing/editor/form/fields.ts';

function draft(part: Partial<Gongwen> = {}): Gongwen {
  return {
    ...gongwenDraftSchema.parse({ genre: '通知', issuers: ['×市卫生健康委员会'], body: [] }),
    ...part,
  };
}

function show(document: Gongwen, readOnly = false, faults: readonly DocumentFault[] = []) {
  const store = createDocumentStore(document);
  render(
    <FormPane
      store={store}
      faults={faults}
      readOnly={readOnly}
      onOpenText={() => undefined}
      onFocusPath={() => undefined}
    />,
  );
  return store;
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Name of what has the focus. */
function focused(): string | null | undefined {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent;
}

afterEach(cleanup);

describe('the form', () => {
  it('has one row for every key of the model and none besides', () => {
    expect(Object.keys(FIELDS).sort()).toEqual(Object.keys(gongwenDraftSchema.shape).sort());
  });

  it('finds the field of a model path', () => {
    expect(fieldKeyOf('addressees.0')).toBe('addressees');
    expect(fieldKeyOf('attachments.1.body.3')).toBe('attachments');
    expect(fieldKeyOf('issuerMark.names')).toBe('issuerMark');
    expect(fieldKeyOf('nothing')).toBeUndefined();
    expect(fieldKeyOf('')).toBeUndefined();
  });

  it('gives every shown field a control that its label names', () => {
    const everything = draft({
      genre: '请示',
      format: 'minutes',
      sealing: 'stamp',
      attendance: { present: [{ names: ['甲'] }] },
    });
    show(everything);
    // Secrecy is explained, not entered; seals belong to 盖章 only.
    const entered = fieldKeys().filter((key) => !['secrecy', 'secrecyTerm', 'seals'].includes(key));
    for (const key of entered) {
      expect(screen.getAllByLabelText(fieldOf(key).label, { exact: true }).length, key).toBeGreaterThan(0);
    }
  });

  it('writes what is typed into the model and takes emptied optional keys away', () => {
    const store = show(draft({ annotation: '此件公开发布' }));
    fireEvent.change(screen.getByLabelText('主送机关'), {
      target: { value: '各区县卫生健康局，委属各单位：' },
    });
    fireEvent.change(screen.getByLabelText('成文日期'), { target: { value: '2026年3月5日' } });
    fireEvent.change(screen.getByLabelText('附注'), { target: { value: '' } });
    expect(store.get()).toMatchObject({
      addressees: ['各区县卫生健康局', '委属各单位'],
      issuedOn: '2026-03-05',
    });
    expect('annotation' in store.get()).toBe(false);
    expect(gongwenDraftSchema.safeParse(store.get()).success).toBe(true);
  });

  it('keeps a wrong date as typed, with the fault under it, and leaves the model alone', () => {
    const store = show(draft({ issuedOn: '2026-03-05' }));
    const field = screen.getByLabelText('成文日期');
    fireEvent.change(field, { target: { value: '2026-2-30' } });
    fireEvent.blur(field);
    expect(field).toHaveProperty('value', '2026-2-30');
    expect(screen.getByText(/没有这一天/u)).toBeDefined();
    expect(store.get().issuedOn).toBe('2026-03-05');
  });

  it('says of a wrong date only that it is wrong, not that there is none', () => {
    show(draft(), false, [{ path: 'issuedOn', message: '还没有成文日期', severity: 'warning' }]);
    expect(screen.getByText(/还没有成文日期/u)).toBeDefined();
    const field = screen.getByLabelText('成文日期');
    fireEvent.change(field, { target: { value: '2026.2.30' } });
    expect(screen.getByText(/没有这一天/u)).toBeDefined();
    expect(screen.queryByText(/还没有成文日期/u)).toBeNull();
    fireEvent.change(field, { target: { value: '2026.2.28' } });
    expect(screen.queryByText(/没有这一天/u)).toBeNull();
  });

  it('counts 主送机关 once there are many', () => {
    show(draft());
    const field = screen.getByLabelText('主送机关');
    const names = Array.from({ length: 45 }, (_, index) => `第${index + 1}局`);
    fireEvent.change(field, { target: { value: names.slice(0, 3).join('、') } });
    expect(screen.queryByText(/^共 /u)).toBeNull();
    fireEvent.change(field, { target: { value: names.join('、') } });
    expect(screen.getByText('共 45 个')).toBeDefined();
  });

  it('puts the focus into the row that was added, and beside the one that was removed', () => {
    const store = show(draft({ genre: '请示' }));
    press('添加附件');
    press('添加附件');
    expect(focused()).toBe('附件2名称');
    press('添加附件');
    press('删除附件2');
    expect(focused()).toBe('附件2名称');
    press('删除附件2');
    expect(focused()).toBe('附件1名称');
    press('删除附件1');
    expect(focused()).toBe('添加附件');
    press('添加签发人');
    expect(focused()).toBe('签发人 2 姓名');
    press('删除签发人 2');
    expect(focused()).toBe('签发人 1 姓名');
    expect(store.get().attachments).toEqual([]);
  });

  it('has a row for the 签发人 open at once where the 文种 needs one; only what is typed enters the document', () => {
    const store = show(draft({ genre: '请示' }));
    const field = screen.getByLabelText('签发人 1 姓名');
    expect(store.get().signatories).toEqual([]);
    fireEvent.change(field, { target: { value: '王明' } });
    expect(store.get().signatories).toEqual([{ name: '王明' }]);
    cleanup();
    show(draft({ genre: '意见' }));
    expect(screen.queryByLabelText('签发人 1 姓名')).toBeNull();
    cleanup();
    show(draft({ genre: '请示' }), true);
    expect(screen.queryByLabelText('签发人 1 姓名')).toBeNull();
  });

  it('goes from 标题 to 主送机关 by Tab: the ways to break the title are not on the way', () => {
    show(draft({ title: '江城市人民医院关于进一步加强冬季呼吸道传染病防控工作的通知' }));
    const breaks = screen.getByRole('group', { name: '回行方案' });
    const buttons = [...breaks.querySelectorAll('button')];
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.map((button) => button.tabIndex)).toEqual(buttons.map(() => -1));
  });

  it('adds, titles, moves and removes 附件', () => {
    const store = show(draft());
    fireEvent.click(screen.getByRole('button', { name: '添加附件' }));
    fireEvent.click(screen.getByRole('button', { name: '添加附件' }));
    fireEvent.change(screen.getByLabelText('附件1名称'), { target: { value: '工作要点' } });
    fireEvent.change(screen.getByLabelText('附件2名称'), { target: { value: '责任清单' } });
    fireEvent.click(screen.getByRole('button', { name: '附件2上移' }));
    expect(store.get().attachments.map((item) => item.title)).toEqual(['责任清单', '工作要点']);
    fireEvent.click(screen.getByRole('button', { name: '删除附件1' }));
    expect(store.get().attachments).toEqual([{ title: '工作要点', body: [], separate: false }]);
  });

  it('goes to the next field on Enter but not while an input method composes', () => {
    show(draft());
    const field = screen.getByLabelText('份号');
    field.focus();
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(field);
  });

  it('enters nothing while the document may only be read', () => {
    show(draft(), true);
    for (const field of screen.getAllByRole('textbox')) expect(field).toHaveProperty('disabled', true);
  });
});
