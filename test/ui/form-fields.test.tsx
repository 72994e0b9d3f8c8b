import './dom-gaps.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
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

function show(document: Gongwen, readOnly = false) {
  const store = createDocumentStore(document);
  render(
    <FormPane
      store={store}
      faults={[]}
      readOnly={readOnly}
      onOpenText={() => undefined}
      onFocusPath={() => undefined}
    />,
  );
  return store;
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
