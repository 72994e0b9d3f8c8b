import { describe, expect, it } from 'vitest';
import { URGE_LEVELS } from '../../shared/domain/flow-incoming.ts';
import { urgingText } from '../../shared/domain/urging-text.ts';
import type { Urging } from '../../shared/domain/urging-text.ts';

const PAPER: Urging = {
  level: '提醒',
  title: '关于转发《防汛工作方案》的通知',
  number: '收〔2026〕0012',
  target: '工程科',
  dueOn: '2026-12-04',
  overdueDays: -3,
  officeName: '临江市住房和城乡建设局办公室',
};

describe('the text of an urging', () => {
  it('is polite first', () => {
    expect(urgingText(PAPER)).toBe(
      `【提醒】工程科：
您好！《关于转发〈防汛工作方案〉的通知》（收〔2026〕0012）由工程科承办，办理时限为2026年12月4日，还有3个工作日。请抓紧办理，办结后及时反馈结果。谢谢！
临江市住房和城乡建设局办公室`,
    );
  });

  it('is firm when it is written as 催办单, and offers the way of 延期', () => {
    expect(urgingText({ ...PAPER, level: '催办单', overdueDays: 0 })).toBe(
      `【催办】工程科：
《关于转发〈防汛工作方案〉的通知》（收〔2026〕0012）由工程科承办，办理时限为2026年12月4日，现已到期，至今没有收到办理结果。请立即办理，并向办公室反馈进展；确有困难、不能按期办结的，请书面说明原因，按程序申请延期。
临江市住房和城乡建设局办公室`,
    );
  });

  it('reports only what is overdue', () => {
    const overdue = urgingText({ ...PAPER, level: '约谈通报', overdueDays: 5 });
    expect(overdue).toContain('已逾期5个工作日，至今没有办结，现予通报，并约请负责人说明情况。');
    const early = urgingText({ ...PAPER, level: '约谈通报' });
    expect(early).not.toContain('通报，并');
    expect(early).toContain('请务必按期办结');
  });

  it.each(URGE_LEVELS)('%s: says nothing of a deadline that was not set', (level) => {
    const text = urgingText({ ...PAPER, level, dueOn: null, overdueDays: null });
    expect(text).not.toMatch(/时限|逾期\d|到期|工作日/u);
    expect(text).toContain('（收〔2026〕0012）');
  });

  it.each(URGE_LEVELS)('%s: says the date alone when the days are not known', (level) => {
    const text = urgingText({ ...PAPER, level, overdueDays: null });
    expect(text).toMatch(/办理时限为2026年12月4日[，。]/u);
    expect(text).not.toContain('个工作日');
  });

  it.each(URGE_LEVELS)('%s: 工作秘密 goes into no chat', (level) => {
    const text = urgingText({ ...PAPER, level, withoutTitle: true });
    expect(text).not.toContain('防汛');
    expect(text).toContain('收〔2026〕0012号文件');
    expect(urgingText({ ...PAPER, level, withoutTitle: true, number: '' })).toContain('有关文件');
  });

  it.each(URGE_LEVELS)('%s: readers are asked to read, not to handle', (level) => {
    const text = urgingText({ ...PAPER, level, target: '王局长、李副局长', purpose: 'read', dueOn: null });
    expect(text).toContain('王局长、李副局长：');
    expect(text).toContain('阅签');
    expect(text).not.toContain('承办');
  });

  it('names an order by its words, in marks that nest', () => {
    const text = urgingText({
      ...PAPER,
      title: '落实“一网通办”清单',
      number: '承〔2026〕0003',
      document: false,
    });
    expect(text).toContain('“落实‘一网通办’清单”（承〔2026〕0003）由工程科承办');
  });

  it.each(URGE_LEVELS)('%s: is three lines without odd punctuation', (level) => {
    for (const overdueDays of [-2, 0, 4, null]) {
      for (const purpose of ['handle', 'read'] as const) {
        const text = urgingText({ ...PAPER, level, overdueDays, purpose });
        expect(text.split('\n')).toHaveLength(3);
        expect(text).not.toMatch(/[,;:!?()]|[，。；：]{2}|undefined|null|NaN/u);
      }
    }
  });
});
