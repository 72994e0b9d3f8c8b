import { useId, useState } from 'react';
import { Alert, App, Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { CodedKind } from '../../../shared/domain/item-code.ts';
import type { FormOrder } from '../../../shared/features/form.ts';
import { api, messageOf } from '../../app/api.ts';
import { useJob } from '../../app/use-job.ts';
import { useViewState } from '../../app/view-state.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useExportNotice } from '../outgoing/editor/ExportNotice.tsx';
import { NoPrinter } from '../outgoing/editor/print/NoPrinter.tsx';
import { PrintFields } from '../outgoing/editor/print/PrintFields.tsx';
import { PrintProgress } from '../outgoing/editor/print/PrintProgress.tsx';
import { amountText, EMPTY_FORM, planPrint } from '../outgoing/editor/print/print-form.ts';
import { FormChoices } from './FormChoices.tsx';
import type { Choices, ItemForms } from './FormChoices.tsx';
import { FormPages } from './FormPages.tsx';
import { formPreview, formsOfItem, printers } from './queries.ts';
import '../outgoing/editor/print/print.css';
import './form.css';

interface FormDialogProps {
  readonly kind: CodedKind;
  readonly id: string;
  readonly onClose: () => void;
}

/** Ctrl+P on an item: which form, with what in it, where to; Enter prints. */
export function FormDialog({ kind, id, onClose }: FormDialogProps) {
  const item = useQuery(formsOfItem(kind, id));
  if (item.error !== null) {
    return (
      <Dialog title="打印表单" onCancel={onClose} footer={<Button onClick={onClose}>关闭</Button>}>
        <Alert type="error" showIcon title={messageOf(item.error)} />
      </Dialog>
    );
  }
  return item.data === undefined ? null : (
    <LoadedDialog kind={kind} id={id} item={item.data} onClose={onClose} />
  );
}

function LoadedDialog({ kind, id, item, onClose }: FormDialogProps & { readonly item: ItemForms }) {
  const { message } = App.useApp();
  const formId = useId();
  const notice = useExportNotice();
  const job = useJob((name) => api.form.cancelJob({ job: name }));
  const [filled, setFilled] = useViewState('form.filled', z.boolean(), true);
  const [own, setOwn] = useState<Omit<Choices, 'filled'>>({ form: null, history: false, urgeLevel: null });
  const [print, setPrint] = useState(EMPTY_FORM);
  const [error, setError] = useState<string | null>(null);
  const current = item.forms.find(({ form }) => form === own.form) ?? item.forms[0];
  const level = own.urgeLevel ?? current?.urgeLevel ?? null;
  const order: FormOrder = {
    kind,
    id,
    form: current?.form ?? 'processing',
    filled,
    history: own.history,
    ...(level === null || current?.urgeLevel === null ? {} : { urgeLevel: level }),
  };
  const preview = useQuery({
    ...formPreview(order),
    enabled: current !== undefined,
    placeholderData: keepPreviousData,
  });
  const known = useQuery(printers());
  const pages = preview.data?.pages ?? [];
  const options = known.data === undefined ? undefined : { ...known.data, lastCopyNumber: null };
  const plan = planPrint(print, options, { pageCount: pages.length });
  const none = known.data?.printers.length === 0;
  const ready = plan.printer !== undefined && pages.length > 0 && plan.pagesFault === null;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  const send = (): Promise<void> =>
    attempt(async () => {
      const { printer, copies, duplex, ranges } = plan;
      if (!ready || printer === undefined || job.running !== null) return;
      const to = { printer: printer.name, copies, duplex, ranges: [...ranges] };
      const { outcome } = await job.start('正在排版', (name) =>
        api.form.printTo({ ...order, ...to, job: name }),
      );
      if (outcome === 'printed') {
        message.success(`已送往打印机“${printer.displayName}”：${current?.name} ${copies} 份。`);
        onClose();
      } else message.warning('已停止，没有打印。');
    });
  const exportPdf = (): Promise<void> =>
    attempt(async () => {
      const saved = await api.form.exportPdf(order);
      if (saved === null) return;
      notice.tell(saved.files);
      onClose();
    });
  const system = (): Promise<void> =>
    attempt(async () => {
      const { outcome } = await api.form.print({ ...order, ranges: [...plan.ranges] });
      if (outcome === 'printed') onClose();
    });

  return (
    <Dialog
      title={`打印表单　${item.label}`}
      width={1080}
      style={{ top: 20 }}
      rootClassName="gwt-form-dialog"
      mustDecide={job.running !== null}
      // Without a printer the focus is for 导出 PDF, which can take it when the pages are there.
      ready={!known.isPending && job.running === null && (!none || pages.length > 0)}
      onCancel={onClose}
      footer={
        job.running === null ? (
          <div className="gwt-print-foot">
            <span className="gwt-soft">
              编码 <code>{item.code}</code>：扫码或在顶部搜索框键入，即可找到此件
            </span>
            <span className="gwt-spring" />
            <Button disabled={pages.length === 0} onClick={() => void system()}>
              系统打印对话框…
            </Button>
            <Button
              type={none ? 'primary' : 'default'}
              {...(none ? { 'data-first': '' } : {})}
              disabled={pages.length === 0}
              onClick={() => void exportPdf()}
            >
              导出 PDF
            </Button>
            <Button onClick={onClose}>取消</Button>
            {none ? null : (
              <Button type="primary" htmlType="submit" form={formId} disabled={!ready}>
                {plan.copies === 1 ? '打印' : `打印 ${plan.copies} 份`}
              </Button>
            )}
          </div>
        ) : null
      }
    >
      {error === null ? null : <Alert type="error" showIcon title={error} />}
      {preview.error === null ? null : <Alert type="error" showIcon title={messageOf(preview.error)} />}
      {job.running === null ? (
        <div className="gwt-form-body">
          <FormPages pages={pages} chosen={plan.pagesFault === null ? plan.chosen : null} />
          <form
            id={formId}
            className="gwt-print gwt-form-side"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            {current === undefined ? null : (
              <FormChoices
                forms={item.forms}
                current={current}
                choices={{ ...own, filled }}
                onChange={({ filled: next, ...rest }) => {
                  setFilled(next);
                  setOwn(rest);
                }}
              />
            )}
            {item.workSecret ? (
              <Alert type="warning" showIcon title="工作秘密：单上标明，打印、导出都记入办理过程。" />
            ) : null}
            {none ? (
              <NoPrinter searching={known.isFetching} onSearch={() => void known.refetch()} />
            ) : (
              <PrintFields form={print} plan={plan} options={options} onChange={setPrint} />
            )}
            <p className="gwt-print-amount" role="status" aria-label="用纸">
              {pages.length === 0 ? '正在排版…' : amountText(plan)}
            </p>
          </form>
        </div>
      ) : (
        <PrintProgress running={job.running} stopping={job.stopping} onStop={job.stop} />
      )}
    </Dialog>
  );
}
