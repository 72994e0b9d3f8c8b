import { useId, useState } from 'react';
import { App, Button, InputNumber, Space } from 'antd';
import { CALIBRATION_LINE, MAX_OFFSET, correctionOf } from '../../../../../shared/domain/print.ts';
import type { PrintOffset } from '../../../../../shared/domain/print.ts';
import type { PrinterChoice } from '../../../../../shared/features/document-print.ts';
import { api, messageOf } from '../../../../app/api.ts';
import { offsetText } from './print-form.ts';

interface CalibrationPanelProps {
  readonly printer: PrinterChoice;
  readonly onSaved: () => void;
}

/** 位置校准: print a page, measure two lines, fill in what was measured. */
export function CalibrationPanel({ printer, onSaved }: CalibrationPanelProps) {
  const { message } = App.useApp();
  const id = useId();
  const { offset } = printer;
  const [top, setTop] = useState(CALIBRATION_LINE - offset.y);
  const [left, setLeft] = useState(CALIBRATION_LINE - offset.x);
  const [busy, setBusy] = useState(false);
  const wanted: PrintOffset = { x: correctionOf(left), y: correctionOf(top) };
  const attempt = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      message.success(done);
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const printPage = (corrected: boolean): void => {
    const send = () => api.document.printCalibration({ printer: printer.name, corrected });
    void attempt(send, `${corrected ? '核对页' : '测量页'}已送往打印机。`);
  };
  const save = (next: PrintOffset): void => {
    const keep = async (): Promise<void> => {
      await api.document.saveOffset({ printer: printer.name, offset: next });
      setTop(CALIBRATION_LINE - next.y);
      setLeft(CALIBRATION_LINE - next.x);
      onSaved();
    };
    void attempt(keep, `已记住这台打印机：${offsetText(next)}。`);
  };
  const changed = wanted.x !== offset.x || wanted.y !== offset.y;
  return (
    <details className="gwt-calibration">
      <summary>
        位置校准 <span className="gwt-soft">这台打印机：{offsetText(offset)}</span>
      </summary>
      <ol>
        <li>
          <Button disabled={busy} onClick={() => printPage(false)}>
            打印测量页
          </Button>
        </li>
        <li>
          用尺量两条线，实测填这里（应为 20.0 毫米）：
          <div className="gwt-calibration-fields">
            <MeasuredField label="横线（甲）距纸上边" value={top} onChange={setTop} />
            <MeasuredField label="竖线（乙）距纸左边" value={left} onChange={setLeft} />
          </div>
        </li>
        <li>
          <Space>
            <Button disabled={busy || !changed} onClick={() => save(wanted)} aria-describedby={`${id}-move`}>
              保存
            </Button>
            <span id={`${id}-move`} aria-live="polite">
              以后每页{offsetText(wanted)}
            </span>
          </Space>
        </li>
        <li>
          <Space>
            <Button disabled={busy} onClick={() => printPage(true)}>
              打印核对页
            </Button>
            <Button
              type="text"
              disabled={busy || (offset.x === 0 && offset.y === 0)}
              onClick={() => save({ x: 0, y: 0 })}
            >
              取消校准
            </Button>
          </Space>
        </li>
      </ol>
    </details>
  );
}

interface MeasuredFieldProps {
  readonly label: string;
  /** mm. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function MeasuredField({ label, value, onChange }: MeasuredFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <InputNumber
        value={value}
        min={CALIBRATION_LINE - MAX_OFFSET}
        max={CALIBRATION_LINE + MAX_OFFSET}
        step={0.1}
        precision={1}
        onChange={(next) => onChange(next ?? CALIBRATION_LINE)}
      />
      <span>毫米</span>
    </label>
  );
}
