import { Dialog } from '../../../ui/Dialog.tsx';
import { Button } from 'antd';

export type ExportKind = 'docx' | 'pdf';

interface ExportDialogProps {
  readonly onExport: (kinds: ExportKind[]) => void;
  readonly onClose: () => void;
}

const CHOICES: readonly { readonly label: string; readonly detail: string; readonly kinds: ExportKind[] }[] =
  [
    { label: 'Word 和 PDF', detail: '各存一份', kinds: ['docx', 'pdf'] },
    { label: '只要 Word', detail: '.docx，可在 Word、WPS 中继续编辑', kinds: ['docx'] },
    { label: '只要 PDF', detail: '.pdf，与右边的页面完全一致', kinds: ['pdf'] },
  ];

export function ExportDialog({ onExport, onClose }: ExportDialogProps) {
  return (
    <Dialog title="导出" onCancel={onClose} footer={null} width={420}>
      <div className="gwt-choices">
        {CHOICES.map((choice, index) => (
          <Button
            key={choice.label}
            {...(index === 0 ? { 'data-first': '' } : {})}
            block
            onClick={() => onExport(choice.kinds)}
          >
            <strong>{choice.label}</strong>
            <span className="gwt-soft">{choice.detail}</span>
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
