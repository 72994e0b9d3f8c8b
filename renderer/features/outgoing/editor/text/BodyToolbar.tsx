import type { Ref } from 'react';
import { Button, Popover } from 'antd';
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import { PICTURE_LIMITS_TEXT } from '../../../../../shared/features/outgoing-images.ts';
import { PictureButton } from '../pictures/PictureButton.tsx';
import { usePictures } from '../pictures/pictures.ts';
import { blocksToDoc, docToBlocks } from './block-doc.ts';
import { recognizeLevels } from './recognize-levels.ts';
import { insertPictures } from './insert-picture.ts';
import { changeColumns, findCurrentTable } from './table-commands.ts';
import { TableSettings } from './TableSettings.tsx';

/** `shown` is as narrow as it can be: all the tools stand on one line at 150 %. */
const LEVELS = [
  { level: 1, label: '一、', shown: '一、', name: '第一层', font: '黑体' },
  { level: 2, label: '（一）', shown: '(一)', name: '第二层', font: '楷体' },
  { level: 3, label: '1.', shown: '1.', name: '第三层', font: '仿宋' },
  { level: 4, label: '（1）', shown: '(1)', name: '第四层', font: '仿宋' },
] as const;

function activeLevel(editor: Editor): number {
  return LEVELS.find(({ level }) => editor.isActive('heading', { level }))?.level ?? 0;
}

interface BodyToolbarProps {
  readonly editor: Editor;
  /** The button that asks for a picture, for its key. */
  readonly pictureButton: Ref<HTMLButtonElement>;
}

export function BodyToolbar({ editor, pictureButton }: BodyToolbarProps) {
  const pictures = usePictures();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const table = findCurrentTable(current.state);
      return {
        level: activeLevel(current),
        canUndo: current.can().undo(),
        canRedo: current.can().redo(),
        inTable: table !== null,
        canMerge: table !== null && current.can().mergeCells(),
        canSplit: table !== null && current.can().splitCell(),
      };
    },
  });
  const level = (value: 0 | 1 | 2 | 3 | 4): void => {
    const chain = editor.chain().focus();
    if (value === 0 || state.level === value) chain.setParagraph().run();
    else chain.setHeading({ level: value }).run();
  };
  const recognize = (): void => {
    const blocks = recognizeLevels(docToBlocks(editor.getJSON()));
    editor.chain().focus().setContent(blocksToDoc(blocks), { emitUpdate: true }).run();
  };
  return (
    <div className="gwt-text-tools" role="toolbar" aria-label="文字工具">
      <Button
        type={state.level === 0 ? 'primary' : 'text'}
        aria-pressed={state.level === 0}
        title="正文段落（Ctrl+0）"
        onClick={() => level(0)}
      >
        正文
      </Button>
      {LEVELS.map((item) => (
        <Button
          key={item.level}
          type={state.level === item.level ? 'primary' : 'text'}
          aria-pressed={state.level === item.level}
          aria-label={`${item.label}${item.name}`}
          title={`${item.name}，${item.font}（Ctrl+${item.level}）`}
          onClick={() => level(item.level)}
        >
          {item.shown}
        </Button>
      ))}
      <Button type="text" title="按“一、（一）1.（1）”认出各段的层次" onClick={recognize}>
        认层次
      </Button>
      <Button
        type="text"
        disabled={state.inTable}
        onClick={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      >
        表格
      </Button>
      {pictures === null ? null : (
        <PictureButton
          buttonRef={pictureButton}
          label="插入图片"
          title={`插入图片（Ctrl+Shift+P）：${PICTURE_LIMITS_TEXT}；也可以拖入或粘贴`}
          onChoose={(file) => void insertPictures(editor.view, pictures, [file])}
        >
          图片
        </PictureButton>
      )}
      <Button
        type="text"
        title="另起一页（Ctrl+Enter）"
        onClick={() => editor.chain().focus().insertContent({ type: 'pageBreak' }).run()}
      >
        分页
      </Button>
      <span className="gwt-spring" />
      <Button
        type="text"
        icon={<UndoOutlined aria-hidden />}
        disabled={!state.canUndo}
        aria-label="撤销"
        title="撤销（Ctrl+Z）"
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Button
        type="text"
        icon={<RedoOutlined aria-hidden />}
        disabled={!state.canRedo}
        aria-label="重做"
        title="重做（Ctrl+Y）"
        onClick={() => editor.chain().focus().redo().run()}
      />
      {state.inTable ? (
        <div className="gwt-table-tools" role="group" aria-label="表格工具">
          <Button type="text" title="上方加行" onClick={() => editor.chain().focus().addRowBefore().run()}>
            加行↑
          </Button>
          <Button type="text" title="下方加行" onClick={() => editor.chain().focus().addRowAfter().run()}>
            加行↓
          </Button>
          <Button type="text" onClick={() => editor.chain().focus().deleteRow().run()}>
            删行
          </Button>
          <Button type="text" title="左侧加列" onClick={() => changeColumns(editor, 'before')}>
            加列←
          </Button>
          <Button type="text" title="右侧加列" onClick={() => changeColumns(editor, 'after')}>
            加列→
          </Button>
          <Button type="text" onClick={() => changeColumns(editor, 'delete')}>
            删列
          </Button>
          <Button
            type="text"
            title="合并选中的单元格（先拖选）"
            disabled={!state.canMerge}
            onClick={() => editor.chain().focus().mergeCells().run()}
          >
            合并
          </Button>
          <Button
            type="text"
            title="拆分合并的单元格"
            disabled={!state.canSplit}
            onClick={() => editor.chain().focus().splitCell().run()}
          >
            拆分
          </Button>
          <Popover trigger="click" destroyOnHidden content={<TableSettings editor={editor} />}>
            <Button type="text">设置</Button>
          </Popover>
          <Button type="text" danger onClick={() => editor.chain().focus().deleteTable().run()}>
            删表
          </Button>
        </div>
      ) : null}
    </div>
  );
}
