import './dom-gaps.ts';
import { describe, expect, it } from 'vitest';
import {
  dropEntryDraft,
  keepEntryDraft,
  readEntryDraft,
} from '../../renderer/features/matter/entry/entry-draft.ts';
import { newBlank } from '../../renderer/features/matter/entry/matter-values.ts';

const blank = newBlank(Date.UTC(2026, 2, 5, 2));

describe('an order that was not registered yet', () => {
  it('is there again, with everything that was typed', () => {
    const typed = { ...blank, orderedBy: '李院长', words: '周五前报我。', dueOn: '2026-03-06' };
    keepEntryDraft(typed);
    expect(readEntryDraft()).toEqual(typed);
    dropEntryDraft();
    expect(readEntryDraft()).toBeNull();
  });

  it('is nothing while only what is proposed stands in it', () => {
    keepEntryDraft({ ...blank, source: 'meeting', urgency: '特急', remark: ' ' });
    expect(readEntryDraft()).toBeNull();
    keepEntryDraft({ ...blank, assistDepartmentIds: ['d1'] });
    expect(readEntryDraft()?.assistDepartmentIds).toEqual(['d1']);
  });

  it('is never kept with a mark of a state secret', () => {
    keepEntryDraft({ ...blank, words: '照机密★1年的件办' });
    expect(readEntryDraft()).toBeNull();
    keepEntryDraft({ ...blank, title: '某件（秘密★）' });
    expect(readEntryDraft()).toBeNull();
  });
});
