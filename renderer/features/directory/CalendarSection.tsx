import { useState } from 'react';
import { Button, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { createCalendar, nextDay } from '../../../shared/domain/workdays.ts';
import type { DayOverride, WorkCalendar } from '../../../shared/domain/workdays.ts';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';
import { officeCalendar } from './queries.ts';
import { useCalendar } from './use-calendar.ts';
import { YearDialog } from './YearDialog.tsx';

const WEEKDAYS = '日一二三四五六';
const published = createCalendar();

/** 放假安排 of a year: what deadlines are reckoned by. */
export function CalendarSection() {
  const calendar = useCalendar();
  const own = useQuery(officeCalendar()).data;
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [dialog, setDialog] = useState<'notice' | 'year' | null>(null);
  const days = specialDays(calendar, year);
  const ownDays = (own?.days ?? []).filter(({ on }) => on.startsWith(String(year)));
  return (
    <>
      <p className="gwt-toolbar-line">
        <label htmlFor="gwt-holiday-year">年份</label>
        <InputNumber
          id="gwt-holiday-year"
          min={2004}
          max={2099}
          precision={0}
          value={year}
          onChange={(value) => {
            if (value !== null) setYear(value);
          }}
        />
        <Button type="primary" onClick={() => setDialog('notice')}>
          粘贴放假通知…
        </Button>
        <Button onClick={() => setDialog('year')}>逐日修改…</Button>
      </p>
      <p role="status" className={calendar.hasYear(year) ? 'gwt-soft' : 'gwt-severity-error'}>
        {standingOf(calendar, year, ownDays)}
      </p>
      <PlainTable
        label={`${year}年放假安排`}
        rows={days}
        keyOf={({ on }) => on}
        empty="没有这一年的放假安排。国务院办公厅公布后，把通知原文粘贴进来即可。"
        columns={[
          { title: '日期', width: 130, render: ({ on }) => on },
          { title: '星期', width: 70, render: ({ on }) => `周${WEEKDAYS[weekdayOf(on)] ?? ''}` },
          { title: '安排', width: 110, render: ({ workday }) => (workday ? '■ 上班' : '○ 放假') },
          { title: '名称', render: ({ name }) => name },
          {
            title: '来源',
            width: 110,
            render: ({ on }) => (ownDays.some((day) => day.on === on) ? '本单位录入' : '随程序提供'),
          },
        ]}
      />
      {dialog === 'notice' ? <NoticeDialog year={year} onClose={() => setDialog(null)} /> : null}
      {dialog === 'year' ? <YearDialog year={year} days={days} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function standingOf(calendar: WorkCalendar, year: number, ownDays: readonly DayOverride[]): string {
  if (!calendar.hasYear(year)) {
    return `✕ 还没有${year}年的放假安排：这一年的期限按周一至周五估算，并在每个期限旁注明。`;
  }
  const source = published.hasYear(year) ? '随程序提供' : '由本单位录入';
  return ownDays.length === 0 || !published.hasYear(year)
    ? `${year}年放假安排${source}。`
    : `${year}年放假安排${source}，本单位改了 ${ownDays.length} 天。`;
}

/** Days with a name: off, or worked to make up for one. */
function specialDays(calendar: WorkCalendar, year: number): DayOverride[] {
  const days: DayOverride[] = [];
  for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = nextDay(on, 1)) {
    const name = calendar.nameOf(on);
    const workday = calendar.isWorkday(on);
    if (name !== undefined && workday !== 'unknown') days.push({ on, workday, name });
  }
  return days;
}

function weekdayOf(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}
