import { useId, useState } from 'react';
import { Alert, App, Button, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { REGISTERS, REGISTER_SIZES } from '../../../shared/domain/forms/registers.ts';
import type { RegisterSize } from '../../../shared/domain/forms/registers.ts';
import type { ExportSource } from '../../../shared/features/exchange-export.ts';
import type { Duplex } from '../../../shared/domain/print.ts';
import { api, messageOf } from '../../app/api.ts';
import { useJob } from '../../app/use-job.ts';
import { useViewState } from '../../app/view-state.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useExportNotice } from '../outgoing/editor/ExportNotice.tsx';
import { NoPrinter } from '../outgoing/editor/print/NoPrinter.tsx';
import { PrintFields } from '../outgoing/editor/print/PrintFields.tsx';
import { amountText, EMPTY_FORM, planPrint } from '../outgoing/editor/print/print-form.ts';
import { printers } from './queries.ts';
import { RegisterPreview } from './RegisterPreview.tsx';
import { RegisterProgress } from './RegisterProgress.tsx';
import { scopeOf } from './scope.ts';
import { useRegister } from './use-register.ts';
import '../outgoing/editor/print/print.css';
import './form.css';

const SIZES: readonly { readonly value: RegisterSize; readonly label: string }[] = [
  { value: 'full', label: '全部栏目，对开两页' },
  { value: 'brief', label: '简表，一页' },
];

interface RegisterDialogProps {
  readonly source: ExportSource;
  readonly onClose: () => void;
}

/** 登记簿 of the list as it is filtered now: looked at, printed or saved as PDF. */
export function RegisterDialog({ source, onClose }: RegisterDialogProps) {
  const { message } = App.useApp();
  const formId = useId();
  const notice = useExportNotice();
  const job = useJob((name) => api.form.cancelJob({ job: name }));
  const [size, setSize] = useViewState('form.registerSize', z.enum(REGISTER_SIZES), 'full');
  // Facing pages lie side by side only where each is a sheet of its own.
  const [print, setPrint] = useState({ ...EMPTY_FORM, duplex: 'simplex' as Duplex | null });
  const [fault, setFault] = useState<string | null>(null);
  const { made, error } = useRegister(source, size, scopeOf(source), job);
  const known = useQuery(printers());
  const options = known.data === undefined ? undefined : { ...known.data, lastCopyNumber: null };
  const plan = planPrint(print, options, { pageCount: made?.pages ?? 0 });
  const none = known.data?.printers.length === 0;
  const busy = job.running !== null;
  const { name } = REGISTERS[source.list];

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFault(null);
    try {
      await work();
    } catch (failure) {
      setFault(messageOf(failure));
    }
  };
  const send = (): Promise<void> =>
    attempt(async () => {
      const { printer, copies, duplex, ranges, pagesFault } = plan;
      if (made === null || busy || printer === undefined || pagesFault !== null) return;
      const to = { printer: printer.name, copies, duplex, ranges: [...ranges], register: made.job };
      const result = await job.start('正在送往打印机', (own) =>
        api.form.printRegisterTo({ ...to, job: own }),
      );
      if (result.outcome === 'printed') {
        message.success(`已送往打印机“${printer.displayName}”：${name} ${copies} 份。`);
        onClose();
      } else message.warning('已停止，没有打印。');
    });
  const exportPdf = (): Promise<void> =>
    attempt(async () => {
      if (made === null) return;
      const saved = await api.form.exportRegister({ job: made.job });
      if (saved === null) return;
      notice.tell(saved.files);
      onClose();
    });
  const system = (): Promise<void> =>
    attempt(async () => {
      if (made === null) return;
      const { outcome } = await api.form.printRegister({ job: made.job, ranges: [...plan.ranges] });
      if (outcome === 'printed') onClose();
    });

  return (
    <Dialog
      title={`打印${name}`}
      width={1180}
      style={{ top: 20 }}
      ready={!busy && made !== null && !known.isPending}
      onCancel={onClose}
      footer={
        <div className="gwt-print-foot">
          <Button disabled={made === null || busy} onClick={() => void system()}>
            系统打印对话框…
          </Button>
          <span className="gwt-spring" />
          <Button
            type={none ? 'primary' : 'default'}
            {...(none ? { 'data-first': '' } : {})}
            disabled={made === null || busy}
            onClick={() => void exportPdf()}
          >
            导出 PDF
          </Button>
          <Button onClick={onClose}>取消</Button>
          {none ? null : (
            <Button
              type="primary"
              htmlType="submit"
              form={formId}
              disabled={made === null || busy || plan.printer === undefined || plan.pagesFault !== null}
            >
              {plan.copies === 1 ? '打印' : `打印 ${plan.copies} 份`}
            </Button>
          )}
        </div>
      }
    >
      {error === null ? null : <Alert type="error" showIcon title={error} />}
      {fault === null ? null : <Alert type="error" showIcon title={fault} />}
      <div className="gwt-form-body">
        {made !== null && !busy ? (
          <RegisterPreview
            key={made.job}
            made={made}
            step={size === 'full' ? 2 : 1}
            chosen={plan.pagesFault === null ? plan.chosen : null}
          />
        ) : (
          <RegisterProgress job={job} />
        )}
        <form
          id={formId}
          className="gwt-print gwt-form-side"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <div className="gwt-print-field" role="group" aria-labelledby={`${formId}-size`}>
            <span id={`${formId}-size`}>栏目</span>
            <Radio.Group
              name={`${formId}-size`}
              disabled={busy}
              value={size}
              options={[...SIZES]}
              onChange={(event) => setSize(event.target.value as RegisterSize)}
            />
          </div>
          {(made?.workSecrets ?? 0) > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={`其中工作秘密 ${made?.workSecrets} 件：打印、导出时记入日志，请按工作秘密保管。`}
            />
          ) : null}
          {none ? (
            <NoPrinter searching={known.isFetching} onSearch={() => void known.refetch()} />
          ) : (
            <PrintFields form={print} plan={plan} options={options} onChange={setPrint} />
          )}
          <p className="gwt-print-amount" role="status" aria-label="用纸">
            {made === null ? '' : amountText(plan)}
          </p>
        </form>
      </div>
    </Dialog>
  );
}
