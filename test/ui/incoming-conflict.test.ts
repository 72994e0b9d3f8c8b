import { describe, expect, it } from 'vitest';
import { incomingDraftSchema } from '../../shared/features/incoming-items.ts';
import {
  conflictRows,
  firstChoices,
  merged,
  valuesToSave,
} from '../../renderer/features/incoming/registration/conflict.ts';
import { BLANK } from '../../renderer/features/incoming/registration/registration.ts';
import type { Registration } from '../../renderer/features/incoming/registration/registration.ts';

const start: Registration = {
  ...BLANK,
  senderName: '江城市民政局',
  documentNumber: '江民发〔2026〕3号',
  title: '关于防汛的通知',
  dueOn: '2026-12-01',
};
const conflict = (mine: Partial<Registration>, stored: Partial<Registration>, dueLocked = false) => ({
  start,
  mine: { ...start, ...mine },
  stored: { ...start, ...stored },
  dueLocked,
});

describe('a paper corrected here and elsewhere', () => {
  it('shows the fields that differ, in the order of the form, in words', () => {
    const both = conflict(
      { remark: '急', secrecy: '工作秘密' },
      { title: '关于防旱的通知', replyRequired: true },
    );
    expect(conflictRows(both)).toEqual([
      { key: 'title', label: '标题', mine: '关于防汛的通知', stored: '关于防旱的通知' },
      { key: 'secrecy', label: '密级', mine: '工作秘密', stored: '无' },
      { key: 'replyRequired', label: '答复', mine: '不要求答复', stored: '要求答复' },
      { key: 'remark', label: '备注', mine: '急', stored: '' },
    ]);
  });

  it('keeps what either side alone has changed, and leaves open what both have', () => {
    const both = conflict({ remark: '急', title: '我的' }, { title: '别处的', copies: '2' });
    expect(firstChoices(both)).toEqual({ remark: 'mine', copies: 'stored' });
    expect(merged(both, firstChoices(both))).toBeUndefined();
    expect(merged(both, { ...firstChoices(both), title: 'mine' })).toEqual({
      ...start,
      remark: '急',
      title: '我的',
      copies: '2',
    });
    expect(merged(both, { remark: 'stored', copies: 'stored', title: 'stored' })).toEqual(both.stored);
    expect(merged(both, { remark: 'mine', copies: 'mine', title: 'mine' })).toEqual(both.mine);
  });

  it('keeps the deadline of 分办 whatever is chosen', () => {
    const both = conflict({ dueOn: '2026-12-31' }, { dueOn: '2026-12-05' }, true);
    expect(conflictRows(both)[0]?.settled).toContain('延期');
    expect(firstChoices(both)).toEqual({ dueOn: 'stored' });
    expect(merged(both, { dueOn: 'mine' })?.dueOn).toBe('2026-12-05');
  });

  it('has nothing to choose where both wrote the same', () => {
    const both = conflict({ title: '同一标题' }, { title: '同一标题' });
    expect(conflictRows(both)).toEqual([]);
    expect(merged(both, {})).toEqual(both.stored);
  });

  it('compares the number as it would stand in the book', () => {
    const draft = incomingDraftSchema.parse({
      senderName: '甲',
      title: '乙',
      documentNumber: '江民发[2026]3',
    });
    expect(valuesToSave(draft).documentNumber).toBe('江民发〔2026〕3号');
    expect(valuesToSave({ ...draft, documentNumber: '' }).documentNumber).toBe('');
  });
});
