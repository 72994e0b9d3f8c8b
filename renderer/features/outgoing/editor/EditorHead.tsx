import { Button } from 'antd';
import { ArrowLeftOutlined, ExportOutlined, PrinterOutlined } from '@ant-design/icons';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { formatDocumentNumber } from '../../../../shared/gongwen/document-number.ts';
import { StateLight } from '../../../ui/StateLight.tsx';
import { PrintFormButton } from '../../form/PrintFormButton.tsx';
import type { StepAction } from '../flow/step-values.ts';
import { useDocument } from './document-store.ts';
import type { DocumentStore } from './document-store.ts';

/** The text with its elements and pages, or the road it goes. */
export type EditorView = 'write' | 'flow';

interface EditorHeadProps {
  readonly detail: OutgoingDetail;
  readonly store: DocumentStore;
  readonly onBack: () => void;
  readonly view: EditorView;
  readonly onView: (view: EditorView) => void;
  /** The step that usually comes next. */
  readonly likely: StepAction | undefined;
  readonly onChoose: (action: StepAction) => void;
  readonly onCopy: () => void;
  /** Absent where the document cannot be changed. */
  readonly onTemplate?: (() => void) | undefined;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** State, number and title; then the next step and the way to all of them, then what is always there. */
export function EditorHead(props: EditorHeadProps) {
  const { detail, store } = props;
  const title = useDocument(store, (document) => document.title);
  const number = useDocument(store, (document) => document.documentNumber);
  const { view, likely } = props;
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
      {detail.edits === 'formal' ? (
        <span className="gwt-soft gwt-nowrap" title="签发后内容不能再改；确需修改的，请退回复核">
          只能改版式
        </span>
      ) : null}
      {detail.voidReason === null ? null : (
        <span className="gwt-void-reason">作废理由：{detail.voidReason}</span>
      )}
      <span className="gwt-spring" />
      {likely === undefined || view === 'flow' ? null : (
        <Button
          type="primary"
          title={`下一步：${likely.label}（Ctrl+Shift+Enter）`}
          onClick={() => props.onChoose(likely)}
        >
          {likely.label}…
        </Button>
      )}
      <Button
        title={view === 'flow' ? '回到要素、正文、页面（F4）' : '办理经过、下一步、历次稿子（F4）'}
        onClick={() => props.onView(view === 'flow' ? 'write' : 'flow')}
      >
        {view === 'flow' ? '正文（F4）' : '流程（F4）'}
      </Button>
      {props.onTemplate === undefined ? null : (
        <Button onClick={props.onTemplate} title="套用红头模板：先列出改动，确认后才改">
          套用模板
        </Button>
      )}
      <Button onClick={props.onCopy}>复制为新件</Button>
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
