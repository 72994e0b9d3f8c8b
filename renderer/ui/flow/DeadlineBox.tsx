import { InputNumber } from 'antd';
import { addWorkdays, unknownYearsWarning, workdaysBetween } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import { DateBox } from './DateBox.tsx';

interface DeadlineBoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly calendar: WorkCalendar;
  /** Day from which workdays count; it does not count itself. */
  readonly today: string;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const MOST_WORKDAYS = 500;
const TYPED_WORKDAYS = /^\+\s*(\d{1,3})\s*(?:个?工作日|天|日)?$/u;

/** A deadline by its date or by a number of workdays from today; what is odd about it is said beside it. */
export function DeadlineBox(props: DeadlineBoxProps) {
  const { value, onChange, calendar, today } = props;
  const left = value === undefined || value < today ? undefined : workdaysBetween(calendar, today, value);
  return (
    <div className="gwt-deadline-box" data-either="">
      <DateBox
        id={props.id}
        value={value}
        onChange={onChange}
        invalid={props.invalid}
        describedBy={props.describedBy}
        alsoRead={(text) => {
          const days = Number(TYPED_WORKDAYS.exec(text.trim())?.[1] ?? 0);
          return days < 1 || days > MOST_WORKDAYS ? null : addWorkdays(calendar, today, days).value;
        }}
        wrongText="没有这一天，请写成 2026-3-5，或 +3（3 个工作日）。"
      />
      <span className="gwt-workdays">
        <span className="gwt-soft">或</span>
        <InputNumber
          aria-label={`${props.label}：几个工作日`}
          value={left?.value ?? null}
          min={1}
          max={MOST_WORKDAYS}
          precision={0}
          onChange={(days) => {
            if (days !== null) onChange(addWorkdays(calendar, today, days).value);
          }}
        />
        <span className="gwt-soft">个工作日</span>
      </span>
      {value === undefined ? null : <DeadlineNotes value={value} calendar={calendar} today={today} />}
    </div>
  );
}

interface NotesProps {
  readonly value: string;
  readonly calendar: WorkCalendar;
  readonly today: string;
}

/** Weekday; a day that is none to work on; a year without a holiday table, in red. */
function DeadlineNotes({ value, calendar, today }: NotesProps) {
  const weekday = `星期${WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] ?? ''}`;
  if (value < today) return <span className="gwt-note-warn">{weekday}，已过</span>;
  const workday = calendar.isWorkday(value);
  const warning = unknownYearsWarning(workdaysBetween(calendar, today, value).unknownYears);
  return (
    <>
      {workday === false ? (
        <span className="gwt-note-warn">
          {weekday}，{calendar.nameOf(value) ?? '双休日'}，不是工作日
        </span>
      ) : (
        <span className="gwt-soft">{weekday}</span>
      )}
      {warning === undefined ? null : (
        <span className="gwt-note-unknown" role="alert">
          {warning}
        </span>
      )}
    </>
  );
}
