import { useId, useState } from 'react';
import { Alert, App, Button } from 'antd';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PageRange } from '../../../../../shared/domain/print.ts';
import type { Preview } from '../../../../../shared/features/document.ts';
import { api, messageOf } from '../../../../app/api.ts';
import { procedureQuery } from '../../../../app/query.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { CalibrationPanel } from './CalibrationPanel.tsx';
import { NoPrinter } from './NoPrinter.tsx';
import { PrintFields } from './PrintFields.tsx';
import { PrintPages } from './PrintPages.tsx';
import { PrintProgress } from './PrintProgress.tsx';
import { EMPTY_FORM, amountText, copyNumbersText, planPrint } from './print-form.ts';
import { usePrintJob } from './use-print-job.ts';

interface PrintDialogProps {
  readonly id: string;
  /** Then `onSave` has asked whether it is to be printed all the same. */
  readonly voided: boolean;
  readonly preview: Preview | null;
  readonly copyNumber: string | undefined;
  /** Saves what is open; false when it could not be. */
  readonly onSave: () => Promise<boolean>;
  readonly onExportPdf: () => void;
  readonly onSystemDialog: (ranges: readonly PageRange[]) => void;
  readonly onClose: () => void;
}

/** The paper of L-14 (GB/T 9704-2012, clause 4): what no program can see to. */
const PAPER_HINT =
  '按实际大小打印，不缩放。纸张：A4，60～80 g/m² 的胶版印刷纸或复印纸，白度 80%～90%，横向耐折度不小于 15 次，不透明度不小于 85%，pH 值 7.5～9.5（GB/T 9704-2012 第 4 章）。';

/** Printers come and go while the program runs: asked for anew whenever the dialog opens. */
const printOptions = (id: string) =>
  queryOptions({
    ...procedureQuery('document.printOptions', api.document.printOptions, { id }),
    staleTime: 0,
    gcTime: 0,
  });

/** Ctrl+P: which printer, how many, which pages; Enter prints. */
export function PrintDialog(props: PrintDialogProps) {
  const { id, preview, copyNumber, onClose } = props;
  const { message } = App.useApp();
  const formId = useId();
  const options = useQuery(printOptions(id));
  const job = usePrintJob();
  const [form, setForm] = useState(EMPTY_FORM);
  const pages = preview?.pages ?? [];
  const plan = planPrint(form, options.data, { copyNumber, pageCount: pages.length });
  const none = options.data?.printers.length === 0;
  const ready =
    plan.printer !== undefined &&
    pages.length > 0 &&
    plan.pagesFault === null &&
    plan.copyNumberFault === null;

  const print = async (): Promise<void> => {
    const { printer, copies, duplex, ranges, firstValue } = plan;
    if (!ready || printer === undefined || job.running !== null || !(await props.onSave())) return;
    const numbers = firstValue === undefined ? {} : { firstCopyNumber: firstValue };
    const told = props.voided ? { voidedAcknowledged: true } : {};
    const order = { id, printer: printer.name, copies, duplex, ranges: [...ranges], ...numbers, ...told };
    const result = await job.start(order);
    if (result === undefined) return;
    const sent =
      firstValue === undefined || result.copies === 0
        ? `${result.copies} 份`
        : `${result.copies} 份（份号 ${copyNumbersText(firstValue, result.copies)}）`;
    if (result.outcome === 'printed') {
      message.success(`已送往打印机“${printer.displayName}”：${sent}。`);
      onClose();
    } else {
      setForm({ ...form, firstCopyNumber: null });
      message.warning(`已停止：送出 ${sent}，其余 ${copies - result.copies} 份没有打印。`, 6);
    }
  };

  const system = (
    <Button key="system" disabled={pages.length === 0} onClick={() => props.onSystemDialog(plan.ranges)}>
      系统打印对话框…
    </Button>
  );
  return (
    <Dialog
      title="打印"
      width={640}
      // With the calibration open it is higher than the usual place leaves room for at 768 px.
      style={{ top: 36 }}
      mustDecide={job.running !== null}
      ready={!options.isPending && job.running === null}
      onCancel={onClose}
      footer={
        job.running === null ? (
          <div className="gwt-print-foot">
            {system}
            <span className="gwt-spring" />
            <Button onClick={onClose}>取消</Button>
            {none ? (
              <Button type="primary" data-first="" onClick={props.onExportPdf}>
                导出 PDF
              </Button>
            ) : (
              <Button type="primary" htmlType="submit" form={formId} disabled={!ready}>
                {plan.copies === 1 ? '打印' : `打印 ${plan.copies} 份`}
              </Button>
            )}
          </div>
        ) : null
      }
    >
      {options.error === null ? null : <Alert type="error" showIcon title={messageOf(options.error)} />}
      {job.error === null ? null : <Alert type="error" showIcon title={job.error} />}
      {none ? <NoPrinter searching={options.isFetching} onSearch={() => void options.refetch()} /> : null}
      {options.isPending ? <p className="gwt-soft">正在查找打印机…</p> : null}
      {job.running === null ? null : (
        <PrintProgress running={job.running} stopping={job.stopping} onStop={job.stop} />
      )}
      {plan.printer === undefined || job.running !== null ? null : (
        <form
          id={formId}
          className="gwt-print"
          onSubmit={(event) => {
            event.preventDefault();
            void print();
          }}
        >
          <PrintFields form={form} plan={plan} options={options.data} onChange={setForm} />
          <PrintPages pages={pages} chosen={plan.pagesFault === null ? plan.chosen : null} />
          <p className="gwt-print-amount" role="status" aria-label="用纸">
            {amountText(plan)}
          </p>
          <p className="gwt-soft gwt-print-hint">{PAPER_HINT}</p>
        </form>
      )}
      {plan.printer === undefined || job.running !== null ? null : (
        <CalibrationPanel
          key={plan.printer.name}
          printer={plan.printer}
          onSaved={() => void options.refetch()}
        />
      )}
    </Dialog>
  );
}
