import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../shared/domain/workdays.ts';
import { incomingDraftSchema } from '../../shared/features/incoming-items.ts';
import { completeGenre, guessGenre } from '../../renderer/features/incoming/registration/genres.ts';
import { readDue } from '../../renderer/features/incoming/registration/read-due.ts';
import { readMoment } from '../../renderer/features/incoming/registration/read-moment.ts';
import {
  BLANK,
  check,
  fillUp,
  isTouched,
  numberProposal,
  oneLine,
  secretFaults,
  valuesOf,
} from '../../renderer/features/incoming/registration/registration.ts';
import type { Registration } from '../../renderer/features/incoming/registration/registration.ts';

const calendar = createCalendar();
const NOW = new Date(2026, 10, 20, 10, 30).getTime();
const TODAY = '2026-11-20';
const paper: Registration = {
  ...BLANK,
  senderName: '江城市人民政府办公室',
  title: '关于做好防汛工作的通知',
};
const checked = (part: Partial<Registration>) => check({ ...paper, ...part }, calendar, NOW, TODAY);
const faultsOf = (part: Partial<Registration>) => {
  const result = checked(part);
  return result.ok ? {} : result.faults;
};

describe('a title pasted from Word', () => {
  it.each([
    ['关于做好防汛\r\n工作的通知', '关于做好防汛工作的通知'],
    ['关于做好防汛 \n\n　工作的通知', '关于做好防汛工作的通知'],
    ['转发 GB/T\n9704 宣贯方案', '转发 GB/T 9704 宣贯方案'],
    ['关于\u000b印发《办法》\n（试行）的通知', '关于印发《办法》（试行）的通知'],
    ['一行', '一行'],
  ])('%j is one line', (pasted, line) => {
    expect(oneLine(pasted)).toBe(line);
  });
});

describe('文种 by the end of the title', () => {
  it.each([
    ['关于做好防汛工作的通知', '通知'],
    ['关于召开全市卫生工作会议的通知', '通知'],
    ['关于印发《管理办法（试行）》的通知', '通知'],
    ['关于加强安全管理的意见（征求意见稿）', '意见'],
    ['关于商请借用场地的函', '函'],
    ['江城市人民政府令', '命令'],
    ['第12次院长办公会议纪要', '纪要'],
    ['关于增加编制的请示', '请示'],
    ['江城市档案管理办法', '办法'],
    ['2026年工作要点', ''],
    ['', ''],
  ])('%s → %s', (title, genre) => {
    expect(guessGenre(title)).toBe(genre);
  });

  it('is found by initials and by a part of the name', async () => {
    expect((await completeGenre('qs')).map(({ name }) => name)).toEqual(['请示']);
    expect((await completeGenre('通')).map(({ name }) => name)).toEqual(['通知', '通报', '通告', '会议通知']);
  });
});

describe('deadlines and moments as typed', () => {
  it.each([
    ['+3', '2026-11-25'],
    ['3个工作日', '2026-11-25'],
    ['5天', '2026-11-27'],
    ['12-5', '2026-12-05'],
    ['2026.12.5', '2026-12-05'],
    ['明天', undefined],
    ['13-5', undefined],
  ])('%s → %s', (typed, on) => {
    expect(readDue(typed, TODAY, calendar)?.on).toBe(on);
  });

  it('says when a deadline is reckoned through a year without a holiday table', () => {
    expect(readDue('+200', TODAY, calendar)?.unknownYears).toEqual([2027]);
  });

  it.each([
    ['', undefined],
    ['9:05', new Date(2026, 10, 20, 9, 5).getTime()],
    ['11-19 16：40', new Date(2026, 10, 19, 16, 40).getTime()],
    ['2026-11-18', new Date(2026, 10, 18, 12, 0).getTime()],
    // Noon of today has not come yet.
    ['今天', NOW],
    ['25:00', null],
    ['2026-2-30', null],
  ])('%s', (typed, at) => {
    expect(readMoment(typed, NOW)).toBe(at);
  });
});

describe('the form as it is sent', () => {
  it('sends a paper with nothing but sender and title, the rest by default', () => {
    const result = checked({});
    expect(result).toEqual({
      ok: true,
      draft: incomingDraftSchema.parse({ title: paper.title, senderName: paper.senderName }),
      receipt: {},
    });
  });

  it('names every fault under its field at once', () => {
    expect(
      faultsOf({
        title: ' ',
        senderName: '',
        copies: '0',
        pageCount: '六',
        issuedOn: '2-30',
        dueOn: '明天',
        receivedAt: '25:00',
      }),
    ).toMatchObject({
      title: '请填写文件标题',
      senderName: '请填写来文单位',
      copies: '份数至少为1',
      issuedOn: expect.stringContaining('没有这一天'),
      dueOn: expect.stringContaining('没有这一天'),
      receivedAt: expect.stringContaining('没有这一时刻'),
      pageCount: expect.any(String),
    });
  });

  it('reads full-width digits and takes an empty count for none', () => {
    const result = checked({ copies: '１２', attachmentCount: '', pageCount: '' });
    expect(result.ok && result.draft).toMatchObject({ copies: 12, attachmentCount: 0, pageCount: 0 });
  });

  it.each(['title', 'remark', 'senderName', 'documentNumber'] as const)(
    'refuses a mark of a state secret in %s, and says what to do instead',
    (key) => {
      const marked = { [key]: '机密★10年 某文件' };
      expect(faultsOf(marked)[key]).toContain('涉密专用计算机');
      expect(Object.keys(secretFaults({ ...paper, ...marked }))).toEqual([key]);
    },
  );

  it('takes 工作秘密, which is no state secret', () => {
    const result = checked({ secrecy: '工作秘密', title: '工作秘密★ 关于某事的通知' });
    expect(result.ok).toBe(true);
  });
});

describe('同上一件', () => {
  const before = valuesOf(
    incomingDraftSchema.parse({
      title: '上一件',
      senderName: '江城市卫生健康委员会',
      documentNumber: '江卫发〔2026〕',
      urgency: '加急',
      pageCount: 3,
      channel: '电子',
    }),
  );

  it('fills what is untouched and leaves what was typed', () => {
    const typed = { ...BLANK, title: '这一件', copies: '5' };
    expect(fillUp(typed, BLANK, before)).toEqual({ ...before, title: '这一件', copies: '5' });
  });

  it('does not count what stood ready as typed', () => {
    const start = { ...BLANK, senderName: '常来文的单位' };
    expect(isTouched(start, start)).toBe(false);
    expect(fillUp(start, start, before).senderName).toBe('江城市卫生健康委员会');
  });

  it('shows a paper without a number as an empty box', () => {
    const draft = incomingDraftSchema.parse({ title: 'a', senderName: 'b', documentNumber: '无文号' });
    expect(valuesOf(draft).documentNumber).toBe('');
  });
});

it('proposes the printed form of a number and nothing where there is nothing to change', () => {
  expect(numberProposal('江政办发2026-38')).toBe('江政办发〔2026〕38号');
  expect(numberProposal('江政办发〔2026〕38号')).toBeNull();
  expect(numberProposal('38')).toBeNull();
  expect(numberProposal('')).toBeNull();
});
