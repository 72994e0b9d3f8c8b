import type { WorkCalendar } from './workdays.ts';
import { dateOf } from './workdays.ts';

/** When the program reminds, and when it keeps quiet; nothing here knows of windows or clocks. */

export interface ReminderSettings {
  /** Closing the window leaves the program in the tray; otherwise it quits. */
  readonly keepInTray: boolean;
  readonly enabled: boolean;
  /** `HH:MM` in order; the first is the start of the day. */
  readonly times: readonly string[];
  /** 定时勿扰: every day from the one time to the other; over midnight when it ends before it begins. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** 勿扰 set for a while; epoch ms, null when it is off. */
  readonly quietUntil: number | null;
  /** Rest days on which this person is on duty, `YYYY-MM-DD`. */
  readonly dutyDays: readonly string[];
}

export const DEFAULT_REMINDERS: ReminderSettings = {
  keepInTray: false,
  enabled: true,
  times: ['08:30', '16:00'],
  quiet: { from: '12:00', to: '13:30' },
  quietUntil: null,
  dutyDays: [],
};

/** The last of today's times that has come, as epoch ms; undefined before the first. */
function lastSlot(times: readonly string[], now: number): number | undefined {
  const today = dateOf(now);
  return times
    .map((time) => new Date(`${today}T${time}:00`).getTime())
    .filter((at) => at <= now)
    .toSorted((a, b) => a - b)
    .at(-1);
}

function isQuiet({ quiet, quietUntil }: ReminderSettings, now: number): boolean {
  if (quietUntil !== null && now < quietUntil) return true;
  if (quiet === null || quiet.from === quiet.to) return false;
  const date = new Date(now);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return quiet.from < quiet.to
    ? quiet.from <= time && time < quiet.to
    : time >= quiet.from || time < quiet.to;
}

/** Whether somebody works on this day: a workday, or a rest day on duty. */
function isDayOfWork(settings: ReminderSettings, calendar: WorkCalendar, now: number): boolean {
  const today = dateOf(now);
  if (settings.dutyDays.includes(today)) return true;
  const workday = calendar.isWorkday(today);
  if (workday !== 'unknown') return workday;
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/**
 * Whether to remind now. A time that passed while the program was closed or quiet is made up for once, on the same
 * day; several passed times make one reminder.
 * @param last epoch ms of the last reminder, null when there was none
 */
export function isReminderDue(
  settings: ReminderSettings,
  calendar: WorkCalendar,
  now: number,
  last: number | null,
): boolean {
  if (!settings.enabled || isQuiet(settings, now) || !isDayOfWork(settings, calendar, now)) return false;
  const slot = lastSlot(settings.times, now);
  return slot !== undefined && (last === null || last < slot);
}

export interface Pressing {
  readonly number: string;
  readonly title: string;
  readonly secrecy: string;
}

export interface DueCounts {
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
}

const NAMED = 3;

/** What the reminder says; undefined when nothing is due. 工作秘密 shows its number alone, or not even that. */
export function reminderText(
  counts: DueCounts,
  pressing: readonly Pressing[],
): { readonly title: string; readonly body: string } | undefined {
  const parts = [
    ...(counts.overdue === 0 ? [] : [`逾期 ${counts.overdue} 件`]),
    ...(counts.today === 0 ? [] : [`今天到期 ${counts.today} 件`]),
    ...(counts.soon === 0 ? [] : [`临近 ${counts.soon} 件`]),
  ];
  if (parts.length === 0) return undefined;
  const lines = pressing.slice(0, NAMED).map(({ number, title, secrecy }) => {
    if (secrecy === '工作秘密') return number === '' ? '工作秘密事项' : `${number}（工作秘密）`;
    return `${number} ${title}`.trim();
  });
  return { title: parts.join('，'), body: lines.join('\n') };
}

export const TRAY_ACTIONS = ['open', 'desk', 'quietHour', 'quietToday', 'quietOff', 'duty', 'quit'] as const;
export type TrayAction = (typeof TRAY_ACTIONS)[number];

export type TrayItem =
  | { readonly type: 'separator' }
  | {
      readonly type: 'normal' | 'radio' | 'checkbox';
      readonly action: TrayAction;
      readonly label: string;
      readonly checked: boolean;
    }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };

const item = (action: TrayAction, label: string): TrayItem => ({
  type: 'normal',
  action,
  label,
  checked: false,
});
const choice = (action: TrayAction, label: string, checked: boolean): TrayItem => ({
  type: 'radio',
  action,
  label,
  checked,
});
/** The menu of the tray icon as data. */
export function trayMenu(settings: ReminderSettings, counts: DueCounts | null, now: number): TrayItem[] {
  const until = settings.quietUntil !== null && settings.quietUntil > now ? settings.quietUntil : null;
  const wholeDay = until !== null && until >= endOfDay(now);
  return [
    item('open', '打开公文台'),
    item('desk', dueLine(counts)),
    { type: 'separator' },
    {
      type: 'submenu',
      label: until === null ? '勿扰' : `勿扰（到${wholeDay ? '今天结束' : timeOf(until)}）`,
      items: [
        choice('quietHour', '1 小时', until !== null && !wholeDay),
        choice('quietToday', '今天', wholeDay),
        choice('quietOff', '关闭', until === null),
      ],
    },
    {
      type: 'checkbox',
      action: 'duty',
      label: '今天值班（休息日也提醒）',
      checked: settings.dutyDays.includes(dateOf(now)),
    },
    { type: 'separator' },
    item('quit', '退出'),
  ];
}

/** What the icon says when it is pointed at. */
export function trayTooltip(counts: DueCounts | null): string {
  return counts === null ? '公文台' : `公文台：${dueLine(counts)}`;
}

function dueLine(counts: DueCounts | null): string {
  if (counts === null) return '今天到期 0 件';
  const overdue = counts.overdue === 0 ? '' : `，逾期 ${counts.overdue} 件`;
  return `今天到期 ${counts.today} 件${overdue}`;
}

/** The settings after a choice in the menu; undefined where the choice is no setting. */
export function afterTrayAction(
  settings: ReminderSettings,
  action: TrayAction,
  now: number,
): ReminderSettings | undefined {
  const today = dateOf(now);
  switch (action) {
    case 'quietHour':
      return { ...settings, quietUntil: now + 3_600_000 };
    case 'quietToday':
      return { ...settings, quietUntil: endOfDay(now) };
    case 'quietOff':
      return { ...settings, quietUntil: null };
    case 'duty':
      return {
        ...settings,
        dutyDays: settings.dutyDays.includes(today)
          ? settings.dutyDays.filter((on) => on !== today)
          : // Days gone by are of no use any more.
            [...settings.dutyDays.filter((on) => on > today), today].toSorted(),
      };
    case 'open':
    case 'desk':
    case 'quit':
      return undefined;
    default:
      return action satisfies never;
  }
}

/** Midnight after the moment, on the clock of this computer. */
function endOfDay(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

const two = (value: number) => String(value).padStart(2, '0');
const timeOf = (at: number) => `${two(new Date(at).getHours())}:${two(new Date(at).getMinutes())}`;
