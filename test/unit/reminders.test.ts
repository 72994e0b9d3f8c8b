import { describe, expect, it } from 'vitest';
import {
  afterTrayAction,
  DEFAULT_REMINDERS,
  isReminderDue,
  reminderText,
  trayMenu,
  trayTooltip,
} from '../../shared/domain/reminders.ts';
import type { ReminderSettings, TrayItem } from '../../shared/domain/reminders.ts';
import { createCalendar } from '../../shared/domain/workdays.ts';

const calendar = createCalendar();
/** Local time; 2026-11-23 is a Monday. */
const at = (on: string, time: string) => new Date(`${on}T${time}:00`).getTime();
const due = (on: string, time: string, last: number | null, change: Partial<ReminderSettings> = {}) =>
  isReminderDue({ ...DEFAULT_REMINDERS, ...change }, calendar, at(on, time), last);

describe('when to remind', () => {
  it('at the start of the day and at the set times, once each', () => {
    expect(due('2026-11-23', '08:29', null)).toBe(false);
    expect(due('2026-11-23', '08:30', null)).toBe(true);
    expect(due('2026-11-23', '08:31', at('2026-11-23', '08:30'))).toBe(false);
    expect(due('2026-11-23', '15:59', at('2026-11-23', '08:30'))).toBe(false);
    expect(due('2026-11-23', '16:00', at('2026-11-23', '08:30'))).toBe(true);
    expect(due('2026-11-24', '08:30', at('2026-11-23', '16:00'))).toBe(true);
  });

  it('makes up for a time that passed while the program was closed, with one reminder', () => {
    expect(due('2026-11-23', '10:10', null)).toBe(true);
    expect(due('2026-11-23', '17:00', at('2026-11-20', '16:00'))).toBe(true);
    expect(due('2026-11-23', '17:01', at('2026-11-23', '17:00'))).toBe(false);
  });

  it('never on a rest day, unless on duty', () => {
    expect(due('2026-11-21', '09:00', null)).toBe(false);
    expect(due('2026-10-01', '09:00', null)).toBe(false);
    expect(due('2026-10-01', '09:00', null, { dutyDays: ['2026-10-01'] })).toBe(true);
    // A Saturday that makes up for a holiday is a workday.
    expect(due('2026-02-14', '09:00', null)).toBe(true);
  });

  it('in a year without its arrangement from Monday to Friday', () => {
    expect(due('2031-03-05', '09:00', null)).toBe(true);
    expect(due('2031-03-08', '09:00', null)).toBe(false);
  });

  it('not while quiet, but afterwards', () => {
    expect(due('2026-11-23', '12:30', null)).toBe(false);
    expect(due('2026-11-23', '13:30', null)).toBe(true);
    const night = { quiet: { from: '20:00', to: '09:00' } };
    expect(due('2026-11-23', '08:45', null, night)).toBe(false);
    expect(due('2026-11-23', '09:00', null, night)).toBe(true);
    expect(due('2026-11-23', '21:00', null, night)).toBe(false);
    const hour = { quietUntil: at('2026-11-23', '09:30') };
    expect(due('2026-11-23', '09:29', null, hour)).toBe(false);
    expect(due('2026-11-23', '09:30', null, hour)).toBe(true);
    expect(due('2026-11-23', '12:30', null, { quiet: null })).toBe(true);
  });

  it('not at all when it is switched off, or without times', () => {
    expect(due('2026-11-23', '09:00', null, { enabled: false })).toBe(false);
    expect(due('2026-11-23', '09:00', null, { times: [] })).toBe(false);
  });
});

describe('what it says', () => {
  it('counts, and the most pressing by name', () => {
    const paper = { number: '收〔2026〕0001', title: '关于防汛的通知', secrecy: '' };
    expect(reminderText({ overdue: 2, today: 0, soon: 1 }, [paper])).toEqual({
      title: '逾期 2 件，临近 1 件',
      body: '收〔2026〕0001 关于防汛的通知',
    });
  });

  it('never the title of 工作秘密', () => {
    const text = reminderText({ overdue: 0, today: 3, soon: 0 }, [
      { number: '收〔2026〕0002', title: '不宜公开的事项', secrecy: '工作秘密' },
      { number: '', title: '也不宜公开', secrecy: '工作秘密' },
    ]);
    expect(text?.body).toBe('收〔2026〕0002（工作秘密）\n工作秘密事项');
  });

  it('nothing when nothing is due', () => {
    expect(reminderText({ overdue: 0, today: 0, soon: 0 }, [])).toBeUndefined();
  });
});

describe('the menu of the tray', () => {
  const now = at('2026-11-23', '10:00');
  const labels = (items: readonly TrayItem[]): unknown[] =>
    items.map((item) => {
      if (item.type === 'separator') return '—';
      if (item.type === 'submenu') return [item.label, ...labels(item.items)];
      return item.checked ? `${item.label} ✓` : item.label;
    });

  it('says what is due and how long it is quiet', () => {
    expect(labels(trayMenu(DEFAULT_REMINDERS, { overdue: 2, today: 1, soon: 5 }, now))).toEqual([
      '打开公文台',
      '今天到期 1 件，逾期 2 件',
      '—',
      ['勿扰', '1 小时', '今天', '关闭 ✓'],
      '今天值班（休息日也提醒）',
      '—',
      '退出',
    ]);
    expect(trayTooltip({ overdue: 0, today: 1, soon: 5 })).toBe('公文台：今天到期 1 件');
  });

  it('changes the settings by its choices, and back', () => {
    const hour = afterTrayAction(DEFAULT_REMINDERS, 'quietHour', now);
    expect(hour?.quietUntil).toBe(at('2026-11-23', '11:00'));
    expect(labels(trayMenu(hour ?? DEFAULT_REMINDERS, null, now))[3]).toEqual([
      '勿扰（到11:00）',
      '1 小时 ✓',
      '今天',
      '关闭',
    ]);
    const today = afterTrayAction(DEFAULT_REMINDERS, 'quietToday', now);
    expect(today?.quietUntil).toBe(at('2026-11-24', '00:00'));
    expect(labels(trayMenu(today ?? DEFAULT_REMINDERS, null, now))[3]).toEqual([
      '勿扰（到今天结束）',
      '1 小时',
      '今天 ✓',
      '关闭',
    ]);
    // It is over by itself.
    expect(labels(trayMenu(hour ?? DEFAULT_REMINDERS, null, at('2026-11-23', '11:00')))[3]).toContain(
      '关闭 ✓',
    );
    const duty = afterTrayAction({ ...DEFAULT_REMINDERS, dutyDays: ['2026-10-01'] }, 'duty', now);
    expect(duty?.dutyDays).toEqual(['2026-11-23']);
    expect(afterTrayAction(duty ?? DEFAULT_REMINDERS, 'duty', now)?.dutyDays).toEqual([]);
    expect(afterTrayAction(DEFAULT_REMINDERS, 'quit', now)).toBeUndefined();
  });
});
