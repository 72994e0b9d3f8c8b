import { Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import type { Attachment } from '../../../shared/features/attachment.ts';

export interface ToolActions {
  readonly view: () => void;
  readonly open: () => void;
  readonly recognise: () => void;
  readonly versions: () => void;
  readonly rename: () => void;
  readonly saveAs: () => void;
  readonly endWork: () => void;
  readonly remove: () => void;
}

interface AttachmentToolsProps {
  readonly item: Attachment;
  readonly readOnly: boolean;
  readonly actions: ToolActions;
}

/** Whether recognition can find something in it: a picture or a PDF. */
export function isRecognisable(item: Attachment): boolean {
  return item.mediaType === 'application/pdf' || item.mediaType.startsWith('image/');
}

/** What can be done with the selected file. */
export function AttachmentTools({ item, readOnly, actions }: AttachmentToolsProps) {
  const usable = item.state === 'active' && item.present;
  const more: MenuProps['items'] = [
    {
      key: 'recognise',
      label: '识别文字',
      disabled: !usable || !isRecognisable(item),
      onClick: actions.recognise,
    },
    { key: 'versions', label: '版本…', disabled: item.state !== 'active', onClick: actions.versions },
    { key: 'saveAs', label: '另存为…', disabled: !usable, onClick: actions.saveAs },
    {
      key: 'rename',
      label: '名称和类别…',
      extra: 'F2',
      disabled: readOnly || !usable,
      onClick: actions.rename,
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: '删除…',
      extra: 'Delete',
      danger: true,
      disabled: readOnly || item.state !== 'active',
      onClick: actions.remove,
    },
  ];
  return (
    <>
      <Button
        size="small"
        disabled={!usable || item.view === 'none'}
        onClick={actions.view}
        title="查看（Enter）"
      >
        查看
      </Button>
      <Button
        size="small"
        disabled={!usable}
        onClick={actions.open}
        title="用 WPS、Word 等程序打开（Ctrl+O）"
      >
        {readOnly ? '用程序打开（只读）' : '用程序打开'}
      </Button>
      {item.workCopy ? (
        <Button size="small" onClick={actions.endWork} title="收回最后一次保存的内容，不再等候改动">
          结束编辑
        </Button>
      ) : null}
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button size="small" aria-label="附件的更多操作">
          更多
        </Button>
      </Dropdown>
    </>
  );
}
