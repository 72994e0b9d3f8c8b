import { describe, expect, it } from 'vitest';
import { readHolidayNotice } from '../../shared/domain/holiday-notice.ts';
import { createCalendar } from '../../shared/domain/workdays.ts';

const OF_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

function everyDay(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

describe('the notice on holidays', () => {
  it('of 2026 says of every day what the built-in table says', () => {
    const { days, faults } = readHolidayNotice(OF_2026, 2026);
    expect(faults).toEqual([]);
    const read = new Map(days.map((day) => [day.on, day.workday]));
    const known = createCalendar();
    for (const on of everyDay(2026)) {
      const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
      expect(read.get(on) ?? (weekday >= 1 && weekday <= 5), on).toBe(known.isWorkday(on));
    }
  });

  it('is read with half-width brackets, in one line, with joined holidays and a day of the year before', () => {
    const text =
      '一、元旦:2022年12月31日(周六)至2023年1月2日(周一)放假调休,共3天。 六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。';
    const { days, faults } = readHolidayNotice(text, 2023);
    expect(faults).toEqual([]);
    expect(days.filter(({ workday }) => !workday)).toHaveLength(11);
    expect(days.map(({ on }) => on)).toEqual(
      expect.arrayContaining(['2022-12-31', '2023-10-06', '2023-10-08']),
    );
    expect(days.find(({ on }) => on === '2023-10-08')).toMatchObject({
      workday: true,
      name: '中秋节、国庆节',
    });
  });

  it('reads a single day', () => {
    expect(readHolidayNotice('元旦：1月1日（周三）放假1天，不调休。', 2025)).toEqual({
      days: [{ on: '2025-01-01', workday: false, name: '元旦' }],
      faults: [],
    });
  });

  it.each([
    ['元旦：1月1日（周四）至3日（周六）放假调休，共4天。', '写共4天，按日期算是3天'],
    ['元旦：1月1日（周五）放假1天。', '日历上是周四'],
    ['元旦：1月1日放假1天。1月1日上班。', '既写放假又写上班'],
    ['春节：2月30日放假1天。', '不是日期'],
    ['国庆节：10月7日至1日放假。', '起止不对'],
    ['端午节：另行通知。', '没有读出日期'],
    ['请做好值班工作。', '没有读出放假日期'],
  ])('says what is wrong in “%s”', (text, fault) => {
    expect(readHolidayNotice(text, 2026).faults.join()).toContain(fault);
  });
});
