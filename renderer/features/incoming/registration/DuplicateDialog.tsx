import { Button } from 'antd';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DuplicateList } from './DuplicateList.tsx';
import type { Duplicate } from './use-duplicates.ts';

interface DuplicateDialogProps {
  readonly found: readonly Duplicate[];
  readonly verb: string;
  readonly onAnyway: () => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Before a paper is written into the book that may stand there already; the safe answer has the focus. */
export function DuplicateDialog({ found, verb, onAnyway, onOpen, onClose }: DuplicateDialogProps) {
  const first = found[0];
  useHotKeys(
    [
      { keys: '$mod+s', shown: 'Ctrl+S', label: `仍要${verb}`, whileTyping: true, run: onAnyway },
      {
        keys: '$mod+o',
        shown: 'Ctrl+O',
        label: '打开已登记的那一件',
        whileTyping: true,
        run: () => {
          if (first !== undefined) onOpen(first.id);
        },
      },
    ],
    { inDialog: true },
  );
  return (
    <Dialog
      title="可能已经登记过"
      onCancel={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onAnyway}>仍要{verb}（Ctrl+S）</Button>
          <Button onClick={() => (first === undefined ? undefined : onOpen(first.id))}>
            打开旧件（Ctrl+O）
          </Button>
          <Button type="primary" data-first="" onClick={onClose}>
            返回核对（Esc）
          </Button>
        </>
      }
    >
      <p>
        登记簿里有 {found.length} 件与它
        {found[0]?.why === 'number' ? '来文单位、来文字号相同' : '标题相同或相近'}：
      </p>
      <DuplicateList found={found} onOpen={onOpen} />
    </Dialog>
  );
}
