import { describe, expect, it } from 'vitest';
import {
  duplicateKey,
  NEAR_EQUAL,
  normalizeSenderNumber,
  titleLikeness,
  titleProbes,
} from '../../shared/domain/sender-number.ts';
import { showsStateSecret, stateSecretAdvice } from '../../shared/domain/state-secret.ts';

describe('normalizeSenderNumber', () => {
  it.each([
    ['2026-38', '〔2026〕38号', '2026-38 → 〔2026〕38号'],
    ['[2026]38', '〔2026〕38号', '[2026]38 → 〔2026〕38号'],
    ['（2026）38 号', '〔2026〕38号', '（2026）38 号 → 〔2026〕38号'],
    ['江政发（2026）第012号', '江政发〔2026〕12号', '江政发（2026）第012号 → 江政发〔2026〕12号'],
    ['江政发〔2026〕12号', '江政发〔2026〕12号', null],
    ['电〔特急〕', '电〔特急〕', null],
    ['', '无文号', null],
    ['  ', '无文号', null],
    ['无', '无文号', null],
    ['无文号', '无文号', null],
  ])('%s', (typed, text, change) => {
    expect(normalizeSenderNumber(typed)).toEqual({ text, change });
  });
});

describe('duplicateKey', () => {
  it('is one for the same number however it is typed', () => {
    const typed = ['江政发〔2026〕12号', '江政发[2026]12', '江政发２０２６-12', '江政发（2026）第012号'];
    expect(new Set(typed.map((number) => duplicateKey('江州市人民政府', number))).size).toBe(1);
    expect(duplicateKey('江州市 人民政府', '江政发2026-12')).toBe(
      duplicateKey('江州市人民政府', '江政发〔2026〕12号'),
    );
  });

  it('differs by sender and by number, and is none without a number', () => {
    const key = duplicateKey('甲局', '甲发〔2026〕1号');
    expect(duplicateKey('乙局', '甲发〔2026〕1号')).not.toBe(key);
    expect(duplicateKey('甲局', '甲发〔2026〕11号')).not.toBe(key);
    expect(duplicateKey('甲局', '')).toBeNull();
    expect(duplicateKey('甲局', '无文号')).toBeNull();
  });
});

describe('titleLikeness', () => {
  it.each([
    ['关于做好2026年防汛抗旱工作的通知', '关于做好2026年防汛抗旱工作的通知'],
    ['关于做好2026年防汛抗旱工作的通知', '关于做好２０２６年防汛抗旱工作通知'],
    ['关于印发《安全生产专项整治实施方案》的通知', '印发〈安全生产专项整治实施方案〉的通知'],
    ['关于召开全市住房保障工作会议的通知', '关于召开全市住房保障工作会的通知'],
  ])('%s and %s are near-equal', (first, second) => {
    expect(titleLikeness(first, second)).toBeGreaterThanOrEqual(NEAR_EQUAL);
    expect(titleLikeness(second, first)).toBe(titleLikeness(first, second));
  });

  it.each([
    ['关于做好2026年防汛抗旱工作的通知', '关于做好2025年防汛抗旱工作的通知'],
    ['关于报送第一季度工作总结的通知', '关于报送第二季度工作总结的通知'],
    ['关于召开防汛会议的通知', '关于召开党风廉政建设会议的通知'],
    ['关于做好防汛工作的通知', '关于做好征兵工作的通知'],
    ['', '关于做好征兵工作的通知'],
  ])('%s and %s are not', (first, second) => {
    expect(titleLikeness(first, second)).toBeLessThan(NEAR_EQUAL);
  });

  it('probes are parts of what a title is about', () => {
    expect(titleProbes('关于做好2026年防汛抗旱工作的通知')).toContain('2026');
    expect(titleProbes('')).toEqual([]);
    for (const probe of titleProbes('关于印发《安全生产专项整治实施方案》的通知'))
      expect('安全生产专项整治实施方案').toContain(probe);
  });
});

describe('marks of state secrets', () => {
  it.each(['机密★10年', '秘密 ★', '绝密☆', '秘密*5年', '附件：机密＊1年'])('%s', (text) => {
    expect(showsStateSecret(text)).toBe(true);
  });
  it.each(['关于国家秘密管理的通知', '工作秘密', '工作秘密★5年', '五★酒店', '机密文件管理办法'])(
    'not in %s',
    (text) => {
      expect(showsStateSecret(text)).toBe(false);
    },
  );
  it('says what to do instead', () => {
    expect(stateSecretAdvice('这次登记')).toMatch(/这次登记没有存入.*涉密专用计算机.*保密工作机构/u);
  });
});
