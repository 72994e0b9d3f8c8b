import { useId } from 'react';
import { Input, InputNumber, Radio, Select } from 'antd';
import { MAX_COPIES, formatCopyNumber } from '../../../../../shared/domain/print.ts';
import type { Duplex } from '../../../../../shared/domain/print.ts';
import type { PrintOptions } from '../../../../../shared/features/document-print.ts';
import { copyNumbersText } from './print-form.ts';
import type { PrintForm, PrintPlan } from './print-form.ts';

interface PrintFieldsProps {
  readonly form: PrintForm;
  readonly plan: PrintPlan;
  readonly options: PrintOptions | undefined;
  readonly onChange: (form: PrintForm) => void;
}

const DUPLEX: readonly { readonly value: Duplex; readonly label: string }[] = [
  { value: 'longEdge', label: '双面，沿长边翻' },
  { value: 'shortEdge', label: '双面，沿短边翻' },
  { value: 'simplex', label: '单面' },
];

export function PrintFields({ form, plan, options, onChange }: PrintFieldsProps) {
  const id = useId();
  const last = options?.lastCopyNumber ?? null;
  return (
    <>
      <div className="gwt-print-field">
        <label htmlFor={`${id}-printer`}>打印机</label>
        <Select
          id={`${id}-printer`}
          value={plan.printer?.name ?? null}
          options={(options?.printers ?? []).map(({ name, displayName }) => ({
            value: name,
            label: displayName,
          }))}
          onChange={(printer) => onChange({ ...form, printer, duplex: null })}
        />
      </div>
      <div className="gwt-print-field">
        <label htmlFor={`${id}-copies`}>份数</label>
        <div data-first="">
          <InputNumber
            id={`${id}-copies`}
            value={form.copies}
            min={1}
            max={MAX_COPIES}
            precision={0}
            onFocus={(event) => event.target.select()}
            onChange={(copies) => onChange({ ...form, copies: copies ?? 1 })}
          />
        </div>
      </div>
      {plan.firstCopyNumber === undefined ? null : (
        <div className="gwt-print-field">
          <label htmlFor={`${id}-number`}>份号</label>
          <div>
            <Input
              id={`${id}-number`}
              className="gwt-print-number"
              value={plan.firstCopyNumber}
              maxLength={6}
              inputMode="numeric"
              status={plan.copyNumberFault === null ? '' : 'error'}
              aria-describedby={`${id}-number-hint`}
              onChange={(event) => onChange({ ...form, firstCopyNumber: event.target.value })}
            />
            <span className="gwt-print-beside">
              起，
              {plan.firstValue === undefined
                ? '…'
                : `各份依次为 ${copyNumbersText(plan.firstValue, plan.copies)}`}
            </span>
            <div id={`${id}-number-hint`} aria-live="polite">
              {plan.copyNumberFault === null ? null : (
                <p className="gwt-field-fault gwt-severity-error">{plan.copyNumberFault}</p>
              )}
              {plan.copyNumberWarning === null ? null : (
                <p className="gwt-field-fault gwt-severity-warning">{plan.copyNumberWarning}</p>
              )}
              {last === null || plan.copyNumberWarning !== null ? null : (
                <p className="gwt-field-hint">本件已经印到 {formatCopyNumber(last)}。</p>
              )}
            </div>
          </div>
        </div>
      )}
      <div className="gwt-print-field">
        <label htmlFor={`${id}-pages`}>页码</label>
        <div>
          <Input
            id={`${id}-pages`}
            value={form.pages}
            placeholder="全部；只印几页就写 1-3,5"
            maxLength={200}
            status={plan.pagesFault === null ? '' : 'error'}
            aria-describedby={`${id}-pages-hint`}
            onChange={(event) => onChange({ ...form, pages: event.target.value })}
          />
          <div id={`${id}-pages-hint`} aria-live="polite">
            {plan.pagesFault === null ? null : (
              <p className="gwt-field-fault gwt-severity-error">{plan.pagesFault}</p>
            )}
          </div>
        </div>
      </div>
      <div className="gwt-print-field" role="group" aria-labelledby={`${id}-duplex`}>
        <span id={`${id}-duplex`}>单双面</span>
        <Radio.Group
          name={`${id}-duplex`}
          value={plan.duplex}
          options={[...DUPLEX]}
          // Ant Design hands the value over without its type.
          onChange={(event) => onChange({ ...form, duplex: event.target.value as Duplex })}
        />
      </div>
    </>
  );
}
