import { describe, expect, it } from 'vitest';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { describeField, differingFields } from '../../renderer/features/outgoing/editor/describe-field.ts';
import { applyChange, createDocumentStore } from '../../renderer/features/outgoing/editor/document-store.ts';
import { keepSameParts } from '../../renderer/features/outgoing/editor/use-open-document.ts';

const document = gongwenDraftSchema.parse({
  genre: '通知',
  issuers: ['×市卫生健康委员会'],
  title: '关于做好工作的通知',
  addressees: ['甲局', '乙局'],
  body: [{ type: 'paragraph', text: '正文。' }],
  attachments: [{ title: '清单', body: [{ type: 'paragraph', text: '一项。' }] }],
});

describe('two versions of a document', () => {
  it('differ in the fields that were changed, told in words', () => {
    const other = applyChange(document, { addressees: ['丙局'], annotation: '此件公开发布' });
    expect(differingFields(document, other)).toEqual(['addressees', 'annotation']);
    expect(describeField(document, 'addressees')).toBe('甲局\n乙局');
    expect(describeField(document, 'annotation')).toBe('');
    expect(describeField(document, 'attachments')).toBe('清单\n一项。');
    expect(differingFields(document, structuredClone(document))).toEqual([]);
  });

  it('share what is the same, so that a reload keeps caret and undo of the texts', () => {
    const fresh = structuredClone({ ...document, title: '另一标题' });
    const merged = keepSameParts(document, fresh);
    expect(merged.title).toBe('另一标题');
    expect(merged.body).toBe(document.body);
    expect(merged.attachments).toBe(document.attachments);
    const changed = keepSameParts(document, { ...fresh, body: [] });
    expect(changed.body).toEqual([]);
  });
});

describe('the open document', () => {
  it('takes an optional key away when it is set to undefined', () => {
    const store = createDocumentStore(applyChange(document, { annotation: '此件公开发布' }));
    store.update({ annotation: undefined });
    expect('annotation' in store.get()).toBe(false);
  });

  it('tells edits apart from a version that took its place', () => {
    const store = createDocumentStore(document);
    const seen: string[] = [];
    store.subscribe(() => seen.push('change'));
    store.onEdit(() => seen.push('edit'));
    store.update({ title: '新' });
    store.replace(document);
    expect(seen).toEqual(['change', 'edit', 'change']);
  });
});

describe('typing in the body', () => {
  it('lets the form rest until something concerns it', () => {
    const store = createDocumentStore(document);
    store.update({ body: [{ type: 'paragraph', text: '正文，改了。' }] });
    expect(store.elements()).toBe(document);
    expect(store.get().body).toEqual([{ type: 'paragraph', text: '正文，改了。' }]);
    store.update({ body: [...store.get().body, { type: 'paragraph', text: '又一段。' }] });
    expect(store.elements()).toBe(store.get());
    store.update({ title: '新标题' });
    expect(store.elements().title).toBe('新标题');
  });
});
