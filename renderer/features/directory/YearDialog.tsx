import { useState } from 'react';
import { Button, Checkbox, Input, Radio } from 'antd';
import type { DayOverride } from '../../../shared/domain/workdays.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../settings/use-attempt.ts';

interface YearDialogProps {
  readonly year: number;
  readonly days: readonly DayOverride[];
  readonly onClose: () => void;
}

interface EditedDay {
  readonly key: number;
  readonly on: string;
  readonly workday: boolean;
  readonly name: string;
}

/** Day by day: for a local holiday or a correction. */
export function YearDialog({ year, days, onClose }: YearDialogProps) {
  const [rows, setRows] = useState<readonly EditedDay[]>(() => days.map((day, key) => ({ key, ...day })));
  const [next, setNext] = useState(days.length);
  const [complete, setComplete] = useState(true);
  const attempt = useAttempt();
  const change = (key: number, part: Partial<EditedDay>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const save = async (): Promise<void> => {
    const saved = await attempt(async () => {
      await api.directory.saveYear({
        year,
        days: rows.map(({ on, workday, name }) => ({ on, workday, name })),
        complete,
        source: '',
      });
      return `已存${year}年放假安排。`;
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={`逐日修改${year}年放假安排`}
      onCancel={onClose}
      onOk={() => void save()}
      okText="保存"
      width={560}
    >
      <p className="gwt-soft">只列与周一至周五不同的日子。没有列出的周一至周五上班，周六周日休息。</p>
      <div className="gwt-year-days">
        {rows.map((row, index) => (
          <div key={row.key} className="gwt-year-day" role="group" aria-label={`第${index + 1}天`}>
            <Input
              aria-label="日期"
              {...(index === 0 ? { 'data-first': '' } : {})}
              value={row.on}
              maxLength={10}
              placeholder={`${year}-03-05`}
              onChange={(event) => change(row.key, { on: event.target.value })}
            />
            <Radio.Group
              aria-label="安排"
              value={row.workday}
              options={[
                { value: false, label: '放假' },
                { value: true, label: '上班' },
              ]}
              onChange={(event) => change(row.key, { workday: event.target.value === true })}
            />
            <Input
              aria-label="名称"
              value={row.name}
              maxLength={20}
              onChange={(event) => change(row.key, { name: event.target.value })}
            />
            <Button
              type="text"
              aria-label={`删去 ${row.on}`}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            >
              删去
            </Button>
          </div>
        ))}
      </div>
      <p className="gwt-toolbar-line">
        <Button
          onClick={() => {
            setRows([...rows, { key: next, on: `${year}-`, workday: false, name: '' }]);
            setNext(next + 1);
          }}
        >
          添一天
        </Button>
        <Checkbox checked={complete} onChange={(event) => setComplete(event.target.checked)}>
          这一年的安排已完整，期限不再注明“估算”
        </Checkbox>
      </p>
    </Dialog>
  );
}
