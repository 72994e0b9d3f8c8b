import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { reminderSettingsSchema } from '../../../shared/features/desk.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';
import { useAttempt } from '../settings/use-attempt.ts';

type Settings = z.output<typeof reminderSettingsSchema>;

/** As it is typed: lists are words with 、 or blanks between them. */
interface Typed {
  readonly keepInTray: boolean;
  readonly enabled: boolean;
  readonly times: string;
  readonly from: string;
  readonly to: string;
  readonly dutyDays: string;
}

const reminders = () => procedureQuery('desk.reminders', api.desk.reminders, undefined);
const list = (text: string): string[] => text.split(/[\s、，,；;]+/u).filter((word) => word !== '');

function typedOf({ keepInTray, enabled, times, quiet, dutyDays }: Settings): Typed {
  return {
    keepInTray,
    enabled,
    times: times.join('、'),
    from: quiet?.from ?? '',
    to: quiet?.to ?? '',
    dutyDays: dutyDays.join('、'),
  };
}

/** 提醒与托盘: what this computer does when the window is closed, when it reminds and when it keeps quiet. */
export function ReminderSection() {
  const stored = useQuery(reminders()).data;
  const [edited, setEdited] = useState<Typed | null>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const attempt = useAttempt();
  if (stored === undefined) return null;
  const typed = edited ?? typedOf(stored);
  const change = (part: Partial<Typed>): void => {
    setEdited({ ...typed, ...part });
    setFaults({});
  };
  const save = async (): Promise<void> => {
    const { from, to } = typed;
    const saved = await attempt(async () => {
      try {
        await api.desk.saveReminders({
          keepInTray: typed.keepInTray,
          enabled: typed.enabled,
          times: list(typed.times),
          quiet: from === '' && to === '' ? null : { from, to },
          dutyDays: list(typed.dutyDays),
        });
        return '已保存。';
      } catch (error) {
        if (error instanceof AppError) setFaults(byField(error));
        throw error;
      }
    });
    if (saved) setEdited(null);
  };
  const box = (name: 'times' | 'from' | 'to' | 'dutyDays', label: string, fault: string) => (
    <>
      <Input
        id={`gwt-reminder-${name}`}
        value={typed[name]}
        aria-label={label}
        aria-invalid={faults[fault] !== undefined || undefined}
        status={faults[fault] === undefined ? '' : 'error'}
        className={name === 'from' || name === 'to' ? 'gwt-reminder-time' : 'gwt-reminder-line'}
        disabled={!typed.enabled}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </>
  );
  return (
    <>
      <p>
        <Checkbox
          checked={typed.keepInTray}
          onChange={(event) => change({ keepInTray: event.target.checked })}
        >
          关闭窗口后留在托盘
        </Checkbox>
      </p>
      <p className="gwt-soft">
        不勾选时，关闭窗口就退出程序（原来就是这样）。勾选后程序留在系统托盘，照常提醒；退出请用托盘图标的菜单。
        系统没有托盘时，再次启动公文台就能找回窗口。
      </p>
      <p>
        <Checkbox checked={typed.enabled} onChange={(event) => change({ enabled: event.target.checked })}>
          按时提醒逾期、今天到期和临近的件
        </Checkbox>
      </p>
      <dl className="gwt-facts gwt-reminder-facts">
        <div className="gwt-facts-row">
          <dt>
            <label htmlFor="gwt-reminder-times">提醒时间</label>
          </dt>
          <dd>
            {box('times', '提醒时间', 'times')}
            <Fault of={faults['times']} otherwise="第一个是每天开始的提醒；当时没开机的，开机后补一次" />
          </dd>
        </div>
        <div className="gwt-facts-row">
          <dt>
            <label htmlFor="gwt-reminder-from">每天勿扰</label>
          </dt>
          <dd>
            {box('from', '每天勿扰，从', 'quiet')} 至 {box('to', '每天勿扰，到', 'quiet')}
            <Fault of={faults['quiet']} otherwise="两格都空着为不设；勿扰期间的提醒过后补一次" />
          </dd>
        </div>
        <div className="gwt-facts-row">
          <dt>
            <label htmlFor="gwt-reminder-dutyDays">值班日期</label>
          </dt>
          <dd>
            {box('dutyDays', '值班日期', 'dutyDays')}
            <Fault of={faults['dutyDays']} otherwise="休息日不提醒；轮到值班的日子写在这里，例：2026-12-05" />
          </dd>
        </div>
      </dl>
      <p className="gwt-soft">提醒只在本机显示，不联网；工作秘密件只显示编号。</p>
      <p>
        <Button type="primary" disabled={edited === null} onClick={() => void save()}>
          保存
        </Button>
      </p>
      {faults[''] === undefined ? null : <p role="alert">{faults['']}</p>}
    </>
  );
}

function Fault({ of, otherwise }: { readonly of: string | undefined; readonly otherwise: string }) {
  return of === undefined ? (
    <p className="gwt-soft gwt-reminder-note">{otherwise}</p>
  ) : (
    <p className="gwt-field-fault gwt-reminder-note" role="alert">
      {of}
    </p>
  );
}

/** A fault of an entry in a list stands under the list: `times.1` is of `times`. */
function byField(error: AppError): Record<string, string> {
  if (error.fields === undefined) return { '': messageOf(error) };
  return Object.fromEntries(
    Object.entries(error.fields).map(([name, fault]) => [name.split('.')[0] ?? name, fault]),
  );
}
