import { deadlineLight, unknownYearsWarning } from '../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../shared/domain/workdays.ts';

interface DueLightProps {
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  /** False once nobody has to do anything any more: the day alone is shown. */
  readonly runs: boolean;
}

const SHAPES = { overdue: '■', today: '◆', soon: '▲', normal: '●' } as const;
const DAY_MS = 86_400_000;

/** 逾期 3 天 · 今天到期 · 剩 2 个工作日: what a deadline means today. */
export function dueWords(calendar: WorkCalendar, today: string, dueOn: string): string {
  if (dueOn < today) return `逾期 ${Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS)} 天`;
  if (dueOn === today) return '今天到期';
  const { workdaysLeft } = deadlineLight(calendar, today, dueOn).value;
  return workdaysLeft === 0 ? '休息日到期' : `剩 ${workdaysLeft} 个工作日`;
}

/** Shape, colour and words together; an estimate through a year without a holiday table is marked. */
export function DueLight({ calendar, today, dueOn, runs }: DueLightProps) {
  if (dueOn === null) return null;
  if (!runs) return <span className="gwt-soft">{dueOn}</span>;
  const { value, unknownYears } = deadlineLight(calendar, today, dueOn);
  if (
    value.light !== 'overdue' &&
    value.light !== 'today' &&
    value.light !== 'soon' &&
    value.light !== 'normal'
  )
    return null;
  const warning = unknownYearsWarning(unknownYears);
  return (
    <span
      className={`gwt-light gwt-due-${value.light}`}
      title={warning === undefined ? dueOn : `${dueOn}。${warning}`}
    >
      <span aria-hidden="true">{SHAPES[value.light]}</span> {dueWords(calendar, today, dueOn)}
      {warning === undefined ? null : <span className="gwt-due-overdue">（估）</span>}
    </span>
  );
}
