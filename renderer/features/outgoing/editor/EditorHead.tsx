import { Button } from 'antd';
import { ArrowLeftOutlined, ExportOutlined, PrinterOutlined } from '@ant-design/icons';
import type { OutgoingAction } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { formatDocumentNumber } from '../../../../shared/gongwen/document-number.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { StateLight } from '../../../ui/StateLight.tsx';
import { PrintFormButton } from '../../form/PrintFormButton.tsx';
import { useDocument } from './document-store.ts';
import type { DocumentStore } from './document-store.ts';

interface EditorHeadProps {
  readonly detail: OutgoingDetail;
  readonly store: DocumentStore;
  readonly onBack: () => void;
  readonly onFlow: (action: OutgoingAction) => void;
  readonly onCopy: () => void;
  readonly onHistory: () => void;
  /** Absent where the document cannot be changed. */
  readonly onTemplate?: (() => void) | undefined;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** State, number and title; then what the flow allows now, then what is always there. */
export function EditorHead(props: EditorHeadProps) {
  const { detail, store, onFlow } = props;
  const title = useDocument(store, (document) => document.title);
  const number = useDocument(store, (document) => document.documentNumber);
  const steps = detail.actions;
  useHotKeys(
    steps.map((row, index) => ({
      keys: String(index + 1),
      shown: String(index + 1),
      label: row.label,
      whileTyping: false,
      run: () => onFlow(row.action),
    })),
  );
  return (
    <header className="gwt-editor-head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined aria-hidden />}
        onClick={props.onBack}
        title="回到发文列表（Esc）"
      >
        返回
      </Button>
      <StateLight state={detail.state} />
      {number === undefined ? null : <strong className="gwt-nowrap">{formatDocumentNumber(number)}</strong>}
      <h1 title={title.replaceAll('\n', '')}>{title.replaceAll('\n', '') || '（无标题）'}</h1>
      <span className="gwt-soft gwt-nowrap">拟稿 {detail.drafterName}</span>
      {detail.voidReason === null ? null : (
        <span className="gwt-void-reason">作废理由：{detail.voidReason}</span>
      )}
      <span className="gwt-spring" />
      {steps.map((row) => (
        <Button
          key={row.action}
          type={row.action === 'assignNumber' ? 'primary' : 'default'}
          danger={row.action === 'voidNumbered'}
          onClick={() => onFlow(row.action)}
        >
          {row.label}
        </Button>
      ))}
      {props.onTemplate === undefined ? null : (
        <Button onClick={props.onTemplate} title="套用红头模板：先列出改动，确认后才改">
          套用模板
        </Button>
      )}
      <Button onClick={props.onCopy}>复制为新件</Button>
      <Button onClick={props.onHistory}>历史</Button>
      <PrintFormButton kind="outgoing" id={detail.id} hotKey={false} />
      <span className="gwt-tool-gap" />
      <Button icon={<ExportOutlined aria-hidden />} onClick={props.onExport} title="导出 Word、PDF（Ctrl+E）">
        导出
      </Button>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={props.onPrint} title="打印（Ctrl+P）">
        打印
      </Button>
    </header>
  );
}
