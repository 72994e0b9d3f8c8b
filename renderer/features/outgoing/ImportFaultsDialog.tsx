import { Button } from 'antd';
import { Dialog } from '../../ui/Dialog.tsx';

interface ImportFaultsDialogProps {
  readonly fileName: string;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  readonly onClose: () => void;
  /** What did not happen. */
  readonly consequence?: string;
}

/** Why a file was not taken in: every fault with its place, nothing was changed. */
export function ImportFaultsDialog({
  fileName,
  faults,
  onClose,
  consequence = '没有新建任何公文',
}: ImportFaultsDialogProps) {
  return (
    <Dialog
      title={`没有导入：${fileName}`}
      onCancel={onClose}
      footer={
        <Button type="primary" data-first="" onClick={onClose}>
          知道了
        </Button>
      }
      width={640}
    >
      <p>
        文件里有 {faults.length} 处不合要求，{consequence}。改好文件后再导入。
      </p>
      <ul className="gwt-import-faults">
        {faults.map((fault) => (
          <li key={`${fault.path}-${fault.message}`}>
            <code>{fault.path || '（整个文件）'}</code> {fault.message}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
