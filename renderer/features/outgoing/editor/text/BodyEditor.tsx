import { useEffect, useLayoutEffect, useRef } from 'react';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import { useKeyNotes } from '../../../../app/hot-keys.ts';
import type { Block } from '../../../../../shared/gongwen/model.ts';
import { usePictures } from '../pictures/pictures.ts';
import { BodyToolbar } from './BodyToolbar.tsx';
import { blocksToDoc, docToBlocks } from './block-doc.ts';
import { BODY_EXTENSIONS } from './extensions.ts';
import { handleDrop } from './insert-picture.ts';
import { handlePaste } from './paste.ts';

const TEXT_KEYS = [
  { shown: 'Ctrl+1 至 Ctrl+4', label: '正文中：第一层至第四层标题' },
  { shown: 'Ctrl+0', label: '正文中：正文段落' },
  { shown: 'Ctrl+Enter', label: '正文中：另起一页' },
  { shown: 'Ctrl+Shift+P', label: '正文中：插入图片' },
  { shown: 'Ctrl+Z Ctrl+Y', label: '正文中：撤销、重做' },
] as const;

interface BodyEditorProps {
  readonly label: string;
  /** The text as the document has it now; shown anew when it changed elsewhere. */
  readonly blocks: readonly Block[];
  readonly readOnly: boolean;
  readonly onChange: (blocks: Block[]) => void;
  /** Index of the block the caret stands in. */
  readonly onCaret: (index: number) => void;
  /** Hands out the way to put the caret into a block, null when the editor goes away. */
  readonly onReady: (focus: ((index: number) => void) | null) => void;
}

function caretBlock(editor: Editor): number {
  return editor.state.selection.$head.index(0);
}

/** Puts the caret at the start of a block and brings it into view. */
function focusBlock(editor: Editor, index: number): void {
  let position = 0;
  const last = Math.min(index, editor.state.doc.childCount - 1);
  for (let at = 0; at < last; at += 1) position += editor.state.doc.child(at).nodeSize;
  editor
    .chain()
    .focus()
    .setTextSelection(position + 1)
    .scrollIntoView()
    .run();
}

/** The text of a body, an 附件 or a 被印发文件: paragraphs with their levels, tables, page breaks. */
export function BodyEditor({ label, blocks, readOnly, onChange, onCaret, onReady }: BodyEditorProps) {
  useKeyNotes(TEXT_KEYS);
  const pictures = usePictures();
  const pictureButton = useRef<HTMLButtonElement>(null);
  const callbacks = useRef({ onChange, onCaret, pictures });
  /** What the editor shows: told apart from what changed elsewhere by identity. */
  const known = useRef(blocks);
  const editor = useEditor({
    extensions: BODY_EXTENSIONS,
    content: blocksToDoc(blocks),
    editable: !readOnly,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', class: 'gwt-body' },
      handlePaste: (view, event) => handlePaste(view, event, callbacks.current.pictures),
      handleDrop: (view, event, _slice, moved) =>
        !moved && handleDrop(view, event, callbacks.current.pictures),
      handleKeyDown: (_view, event) => {
        if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.code !== 'KeyP') return false;
        pictureButton.current?.click();
        return true;
      },
    },
    onUpdate: ({ editor: current }) => {
      const next = docToBlocks(current.getJSON());
      known.current = next;
      callbacks.current.onChange(next);
    },
    onSelectionUpdate: ({ editor: current }) => {
      if (current.isFocused) callbacks.current.onCaret(caretBlock(current));
    },
    onFocus: ({ editor: current }) => callbacks.current.onCaret(caretBlock(current)),
  });
  useLayoutEffect(() => {
    callbacks.current = { onChange, onCaret, pictures };
  }, [onChange, onCaret, pictures]);
  useEffect(() => {
    if (blocks === known.current) return;
    known.current = blocks;
    editor.commands.setContent(blocksToDoc(blocks), { emitUpdate: false });
  }, [editor, blocks]);
  useEffect(() => {
    if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  useEffect(() => {
    onReady((index) => focusBlock(editor, index));
    return () => onReady(null);
  }, [editor, onReady]);
  return (
    <div className="gwt-text">
      {readOnly ? null : <BodyToolbar editor={editor} pictureButton={pictureButton} />}
      <EditorContent editor={editor} className="gwt-text-scroll" />
    </div>
  );
}
