import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Block } from '../../shared/gongwen/model.ts';
import { blocksToDoc, docToBlocks } from '../../renderer/features/outgoing/editor/text/block-doc.ts';
import { BODY_EXTENSIONS } from '../../renderer/features/outgoing/editor/text/extensions.ts';
import { blocksOfClipboard, insertBlocks } from '../../renderer/features/outgoing/editor/text/paste.ts';

const open: Editor[] = [];

function editorOf(blocks: readonly Block[], caret: number): Editor {
  const element = document.createElement('div');
  document.body.append(element);
  const editor = new Editor({
    element,
    extensions: BODY_EXTENSIONS,
    content: blocksToDoc(blocks),
    injectCSS: false,
  });
  editor.commands.setTextSelection(caret);
  open.push(editor);
  return editor;
}

function paste(editor: Editor, kinds: Readonly<Record<string, string>>): Block[] {
  const blocks = blocksOfClipboard({ getData: (kind) => kinds[kind] ?? '' });
  if (blocks === null) throw new Error("taken for the editor's own text");
  insertBlocks(editor.view, blocks, new Event('paste') as ClipboardEvent);
  return docToBlocks(editor.getJSON());
}

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
  document.body.replaceChildren();
});

describe('pasting into the text', () => {
  it('puts a single line into the line of the caret', () => {
    const editor = editorOf([{ type: 'paragraph', text: '请于前报送。' }], 3);
    expect(paste(editor, { 'text/plain': '3月5日' })).toEqual([
      { type: 'paragraph', text: '请于3月5日前报送。' },
    ]);
  });

  it('fills an empty line with recognised blocks', () => {
    const editor = editorOf([], 1);
    expect(paste(editor, { 'text/plain': '一、总体要求\n\n　　坚持人民至上。\r\n（一）目标' })).toEqual([
      { type: 'heading', level: 1, text: '一、总体要求' },
      { type: 'paragraph', text: '坚持人民至上。' },
      { type: 'heading', level: 2, text: '（一）目标' },
    ]);
  });

  it('opens the paragraph of the caret for several lines', () => {
    const editor = editorOf([{ type: 'paragraph', text: '前后' }], 2);
    expect(paste(editor, { 'text/plain': '甲。\n乙。' })).toEqual([
      { type: 'paragraph', text: '前甲。' },
      { type: 'paragraph', text: '乙。后' },
    ]);
  });

  it('stays inside the cell of a table', () => {
    const editor = editorOf([{ type: 'table', rows: [['', '右']] }], 4);
    expect(paste(editor, { 'text/plain': '一、甲\n二、乙' })).toEqual([
      { type: 'table', rows: [['一、甲 二、乙', '右']] },
    ]);
  });

  it('leaves text copied from the editor itself to the editor', () => {
    const html = '<p data-pm-slice="1 1 []">原文</p>';
    expect(blocksOfClipboard({ getData: () => html })).toBeNull();
  });

  it('falls back to the plain text when the HTML holds only a picture', () => {
    const kinds: Record<string, string> = { 'text/html': '<img src="x.png">', 'text/plain': '图注。' };
    expect(blocksOfClipboard({ getData: (kind) => kinds[kind] ?? '' })).toEqual([
      { type: 'paragraph', text: '图注。' },
    ]);
  });
});
