import { Dialog } from '../../../ui/Dialog.tsx';
import { useEffect, useState } from 'react';
import { Alert, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';
import { proposedIssuerCode } from '../../../../shared/gongwen/template.ts';
import { messageOf } from '../../../app/api.ts';
import { officeGet } from '../../settings/queries.ts';
import { templateList } from '../../templates/queries.ts';
import { peekNumber } from '../queries.ts';

interface NumberDialogProps {
  readonly sample: boolean;
  readonly year: number;
  /** 发文机关 of the document: the 机关代字 that names them is proposed. */
  readonly issuers: readonly string[];
  /** Its 红头模板 proposes the 机关代字 first. */
  readonly document: Gongwen;
  readonly errorCount: number;
  readonly onAssign: (issuerCode: string, year: number) => Promise<void>;
  readonly onClose: () => void;
}

/** A second Enter of the same keystroke must not number a document. */
const READY_AFTER_MS = 500;

/** Asks once, shows the number large; a number once taken stays taken. */
export function NumberDialog(props: NumberDialogProps) {
  const { sample, issuers, errorCount, onAssign, onClose } = props;
  const office = useQuery(officeGet()).data;
  const codes = (office?.issuerCodes ?? []).filter((code) => code.active && code.sample === sample);
  const templates = (useQuery(templateList()).data ?? []).filter(({ voidReason }) => voidReason === null);
  const proposed = proposedIssuerCode(
    props.document,
    templates.map(({ content }) => content),
  );
  const usual =
    codes.find((code) => code.code === proposed) ??
    codes.find((code) => code.issuers.join() === issuers.join()) ??
    codes[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [year, setYear] = useState(props.year);
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const code = chosen ?? usual?.code ?? '';
  const next = useQuery({ ...peekNumber({ issuerCode: code, year }), enabled: code !== '' });
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), READY_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const confirm = async (): Promise<void> => {
    if (!ready || busy || next.data === undefined) return;
    setBusy(true);
    try {
      await onAssign(code, year);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="编号"
      okText="确定用此号"
      okButtonProps={{ loading: busy, 'data-first': '' }}
      onOk={() => void confirm()}
      onCancel={onClose}
      width={480}
    >
      <p className="gwt-next-number" role="status" aria-label="将用的发文字号">
        {next.data?.display ?? (next.error === null ? '…' : messageOf(next.error))}
      </p>
      <div className="gwt-number-form">
        <label>
          <span>机关代字</span>
          <Select
            aria-label="机关代字"
            value={code === '' ? null : code}
            options={codes.map((item) => ({ value: item.code, label: item.code }))}
            onChange={setChosen}
          />
        </label>
        <label>
          <span>年份</span>
          <InputNumber
            aria-label="年份"
            value={year}
            min={1949}
            max={9999}
            onChange={(value) => setYear(value ?? props.year)}
          />
        </label>
      </div>
      <p className="gwt-soft">确定后此号即被占用，不能退回；用错了只能作废，号码留痕、不再使用。</p>
      {errorCount === 0 ? null : (
        <Alert type="warning" showIcon title={`检查还有 ${errorCount} 处应改的问题，建议改好再编号。`} />
      )}
    </Dialog>
  );
}
