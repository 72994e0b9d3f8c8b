import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { ApplyTemplateDialog } from '../../templates/ApplyTemplateDialog.tsx';
import { CheckPane } from './CheckPane.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { FlowPage } from '../flow/FlowPage.tsx';
import type { OpenStep } from '../flow/FlowPage.tsx';
import { isImmediate, likelyStep } from '../flow/step-values.ts';
import type { StepAction } from '../flow/step-values.ts';
import { useFlowActions } from '../flow/use-flow-actions.ts';
import { EditorHead } from './EditorHead.tsx';
import type { EditorView } from './EditorHead.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FormPane } from './form/FormPane.tsx';
import { NumberDialog } from './NumberDialog.tsx';
import { PagePane } from './page/PagePane.tsx';
import { usePreview } from './page/use-preview.ts';
import { PicturesContext, useDocumentPictures } from './pictures/pictures.ts';
import { PrintDialog } from './print/PrintDialog.tsx';
import { SplitPanes } from './SplitPanes.tsx';
import { TextPane } from './text/TextPane.tsx';
import { useEditorActions } from './use-editor-actions.ts';
import { useJump } from './use-jump.ts';
import { useOpenDocument } from './use-open-document.ts';

type Dialog = 'template' | 'number' | 'discard' | 'export' | 'print' | null;

const PANES = ['要素', '正文', '页面'] as const;
/** Shares of form, text and page in percent; at 1366 px the page is about half its real size. */
const PANE_SHARES = [26, 34, 40] as const;

export function Editor({ initial }: { readonly initial: OutgoingDetail }) {
  const opened = useOpenDocument(initial);
  const { detail, store, autosave, status } = opened;
  const actions = useEditorActions(opened);
  const live = usePreview(store, initial.id);
  const root = useRef<HTMLDivElement>(null);
  const { activePath, setActivePath, activeText, setActiveText, jump, onTextReady } = useJump(root);
  const pictures = useDocumentPictures(detail.id);
  const flow = useFlowActions(opened);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [view, setView] = useState<EditorView>(() => firstView(initial));
  const [step, setStep] = useState<OpenStep>(null);
  const close = useCallback(() => setDialog(null), []);
  useEffect(() => {
    // A new document begins with its title, also one that was copied or imported and not touched since.
    const fresh = store.get().title === '' || (initial.rowVersion === 1 && !initial.sample);
    if (fresh && initial.edits !== 'none') jump('title');
    // Only when the document is opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store]);
  const readOnly = detail.edits === 'none';
  const voided = detail.state === 'voided';
  const faults = voided ? [] : (live.preview?.faults ?? []);

  const show = (next: EditorView): void => {
    setView(next);
    setStep(null);
    // The keys of the view act at once, also after typing in the other one.
    root.current?.focus();
  };
  const choose = (action: StepAction): void => {
    flow.clearNotice();
    if (action.action === 'assignNumber') setDialog('number');
    else if (action.action === 'discard') setDialog('discard');
    else {
      setView('flow');
      if (isImmediate(action)) void flow.actNow(action.action);
      else setStep(action);
    }
  };
  const likely = likelyStep(detail);
  const leave = (): void => {
    if (isPopupOpen()) return;
    const focused = document.activeElement;
    if (actions.closeExportNotice()) {
      if (focused?.closest('.ant-notification') != null) root.current?.focus();
      return;
    }
    // The first Esc leaves the field or the form, the second one the document.
    if (step !== null) setStep(null);
    else if (
      focused instanceof HTMLElement &&
      root.current?.contains(focused) === true &&
      focused !== root.current
    ) {
      root.current.focus();
    } else void actions.back();
  };

  useHotKeys([
    { keys: '$mod+s', shown: 'Ctrl+S', label: '立即保存', whileTyping: true, run: () => void actions.save() },
    {
      keys: '$mod+n',
      shown: 'Ctrl+N',
      label: '新建公文',
      whileTyping: true,
      run: () => void actions.startNew(),
    },
    {
      keys: '$mod+e',
      shown: 'Ctrl+E',
      label: '导出 Word、PDF',
      whileTyping: true,
      run: () => setDialog('export'),
    },
    { keys: '$mod+p', shown: 'Ctrl+P', label: '打印', whileTyping: true, run: () => setDialog('print') },
    { keys: 'Escape', shown: 'Esc', label: '离开输入处；再按一次回到列表', whileTyping: true, run: leave },
    {
      keys: 'F4',
      shown: 'F4',
      label: view === 'write' ? '流程：办理经过与下一步' : '正文：要素、正文、页面',
      whileTyping: true,
      run: () => show(view === 'write' ? 'flow' : 'write'),
    },
    ...(likely === undefined
      ? []
      : [
          {
            keys: '$mod+Shift+Enter',
            shown: 'Ctrl+Shift+Enter',
            label: `下一步：${likely.label}`,
            whileTyping: true,
            run: () => choose(likely),
          },
        ]),
    {
      keys: '$mod+d',
      shown: 'Ctrl+D',
      label: '复制为新件',
      whileTyping: false,
      run: () => void actions.copy(),
    },
  ]);

  return (
    <PicturesContext value={pictures}>
      <div className="gwt-editor" ref={root} tabIndex={-1} onBlur={() => void autosave.flush()}>
        <EditorHead
          detail={detail}
          store={store}
          onBack={() => void actions.back()}
          view={view}
          onView={show}
          likely={likely}
          onChoose={choose}
          onCopy={() => void actions.copy()}
          onTemplate={readOnly || view === 'flow' ? undefined : () => setDialog('template')}
          onExport={() => setDialog('export')}
          onPrint={() => setDialog('print')}
        />
        {view === 'flow' ? (
          <FlowPage item={detail} actions={flow} step={step} onStep={setStep} onChoose={choose} />
        ) : null}
        {/* Kept while the other view is shown: caret, undo and pages stay. */}
        <div className="gwt-editor-panes" hidden={view === 'flow'}>
          <SplitPanes name="editor.panes" labels={PANES} initial={PANE_SHARES}>
            {[
              <FormPane
                key="form"
                store={store}
                faults={faults}
                readOnly={readOnly}
                onOpenText={jump}
                onFocusPath={setActivePath}
              />,
              <div key="text" className="gwt-middle">
                <TextPane
                  store={store}
                  readOnly={readOnly}
                  active={activeText}
                  onActivate={setActiveText}
                  onFocusPath={setActivePath}
                  onReady={onTextReady}
                />
                <CheckPane preview={live.preview} voided={voided} onJump={jump} />
              </div>,
              <PagePane key="pages" live={live} store={store} activePath={activePath} onJump={jump} />,
            ]}
          </SplitPanes>
        </div>
        {dialog === 'number' ? (
          <NumberDialog
            sample={detail.sample}
            year={yearOf(store.get().issuedOn)}
            issuers={store.get().issuers}
            document={store.get()}
            errorCount={faults.filter((fault) => fault.severity === 'error').length}
            onClose={close}
            onAssign={async (issuerCode, year) => {
              setView('flow');
              await flow.actNow('assignNumber', { issuerCode, year });
              close();
            }}
          />
        ) : null}
        {dialog === 'discard' ? (
          <ReasonDialog
            title="放入回收站"
            explanation="此草稿将放入回收站，可以随时还原。"
            confirmLabel="放入回收站"
            onClose={close}
            onConfirm={async (reason) => {
              if (await actions.discard(reason)) close();
            }}
          />
        ) : null}
        {dialog === 'export' ? (
          <ExportDialog
            onClose={close}
            onExport={(kinds) => {
              close();
              void actions.exportFiles(kinds);
            }}
          />
        ) : null}
        {dialog === 'print' ? (
          <PrintDialog
            id={detail.id}
            voided={voided}
            preview={live.preview}
            copyNumber={store.get().copyNumber}
            onClose={close}
            onSave={actions.saveFirst}
            onExportPdf={() => {
              close();
              void actions.exportFiles(['pdf']);
            }}
            onSystemDialog={(ranges) => {
              close();
              void actions.printBySystem(ranges);
            }}
          />
        ) : null}
        {dialog === 'template' ? <ApplyTemplateDialog store={store} onClose={close} /> : null}
        {status.kind === 'conflict' ? (
          <ConflictDialog
            id={detail.id}
            mine={store.get()}
            onKeepCopy={() => void actions.keepCopy()}
            onTakeOther={() => void actions.takeOther()}
          />
        ) : null}
      </div>
    </PicturesContext>
  );
}

/** What can still be written opens as a text; what is on its way through other hands, with its road. */
function firstView({ edits, state }: OutgoingDetail): EditorView {
  return edits === 'none' && state !== 'voided' && state !== 'discarded' ? 'flow' : 'write';
}

function yearOf(issuedOn: string | undefined): number {
  return issuedOn === undefined ? new Date().getFullYear() : Number(issuedOn.slice(0, 4));
}

/** An open list of choices or a menu takes Esc for itself. */
function isPopupOpen(): boolean {
  return document.querySelector('.ant-select-open, .ant-popover-open, .ant-dropdown-open') !== null;
}
