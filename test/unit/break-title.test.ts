import { afterEach, describe, expect, it, vi } from 'vitest';
import { breakTitle, cellsOf, titleCandidates } from '../../shared/gongwen/break-title.ts';
import { TITLES } from './titles.ts';

/** 2号 characters in 156 mm. */
const MAX = 20;

const linesOf = (shown: string) => shown.split(/ \/\/? /u);
/** The title before it was broken. */
const unbroken = (shown: string) => shown.replaceAll(' // ', ' ').replaceAll(' / ', '');
const squeeze = (text: string) => text.replaceAll(/\s/gu, '');

/** B-02: 梯形 or 菱形, never wide–narrow–wide. */
function isHourglass(lines: readonly string[]): boolean {
  const widths = lines.map(cellsOf);
  return widths.some(
    (width, at) =>
      widths.slice(0, at).some((before) => before > width) &&
      widths.slice(at + 1).some((after) => after > width),
  );
}

/** A small generator with a seed, so that a failure can be repeated. */
function* randomTitles(count: number): Generator<string> {
  let seed = 20261122;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x7fffffff) * below) % below;
  };
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const issuers = [
    '江城市人民医院',
    '江城市卫生健康委员会',
    '江城市人民政府办公室',
    '中共江城市委办公室',
    '云溪县农业农村局',
    '江城市创建国家卫生城市工作领导小组办公室',
    '江城市财政局 江城市教育局',
    '',
  ];
  const verbs = ['加强', '做好', '开展', '进一步规范', '印发', '召开', '成立', '报送', '表彰', '同意'];
  const times = ['', '2026年', '2026年上半年', '2026—2028年', '“十五五”期间', '第三季度'];
  const objects = [
    '公文处理工作',
    '《公文处理办法》',
    '全市卫生健康系统先进集体和先进个人',
    '重点工作督办台账',
    '医疗质量安全专项检查情况',
    '紧密型县域医疗卫生共同体建设',
    '12个重点项目建设资金1680万元',
    '王小明等3名同志职务',
    '磁共振成像系统（3.0T）',
    '防汛抗旱、森林防火和安全生产工作',
  ];
  const genres = ['通知', '请示', '报告', '函', '决定', '实施意见', '批复'];
  for (let index = 0; index < count; index += 1) {
    const more = next(3) === 0 ? `和${pick(objects)}` : '';
    yield `${pick(issuers)}关于${pick(verbs)}${pick(times)}${pick(objects)}${more}的${pick(genres)}`;
  }
}

const WHOLES =
  /《[^》]{1,10}》|“[^”]{1,10}”|\d[\d.—]*(?:年|个|名|万元|T)|王小明|督办|公文|委员会|人民政府|办公室|领导小组(?!办)|卫生健康|医疗卫生|进一步/gu;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('breakTitle (B-01..B-03, K-30, K-31)', () => {
  it('has enough titles to judge by', () => {
    expect(TITLES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(TITLES)('%s', (shown) => {
    expect(breakTitle(unbroken(shown), MAX)).toEqual(linesOf(shown));
  });

  it('does not depend on the word list of the runtime', async () => {
    class Characters {
      *segment(text: string) {
        for (let index = 0; index < text.length; index += 1) yield { segment: text.charAt(index), index };
      }
    }
    vi.stubGlobal('Intl', { ...Intl, Segmenter: Characters });
    vi.resetModules();
    const again = (await import('../../shared/gongwen/break-title.ts')).breakTitle;
    const differing = TITLES.filter(
      (shown) => again(unbroken(shown), MAX).join(' / ') !== breakTitle(unbroken(shown), MAX).join(' / '),
    );
    expect(differing).toEqual([]);
  });

  it('lets the drafter’s own breaks win', () => {
    expect(breakTitle('关于印发\n公文处理办法的\n通知', MAX)).toEqual(['关于印发', '公文处理办法的', '通知']);
  });

  it('breaks a forced line that is too long', () => {
    const lines = breakTitle(
      '江城市卫生健康委员会\n关于同意江城市中医医院设置互联网医院和远程会诊中心的批复',
      MAX,
    );
    expect(lines[0]).toBe('江城市卫生健康委员会');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(MAX);
  });

  it('gives no line for a blank title and one for a short one', () => {
    expect(breakTitle('', MAX)).toEqual([]);
    expect(breakTitle('  \n ', MAX)).toEqual([]);
    expect(breakTitle('关于印发公文处理办法的通知', MAX)).toEqual(['关于印发公文处理办法的通知']);
  });

  it('never gives up on a text without words', () => {
    for (const text of [
      '的'.repeat(50),
      'A'.repeat(300),
      '《'.repeat(30),
      '喆堃翀镕'.repeat(12),
      '𠮷'.repeat(45),
    ]) {
      const lines = breakTitle(text, MAX);
      expect(squeeze(lines.join(''))).toBe(text);
      expect(lines.length).toBeGreaterThan(1);
    }
  });

  it('keeps its promises for 400 made-up titles', () => {
    for (const title of randomTitles(400)) {
      const lines = breakTitle(title, MAX);
      const shown = lines.join(' / ');
      expect(squeeze(lines.join(''))).toBe(squeeze(title));
      for (const line of lines) expect(cellsOf(line), shown).toBeLessThanOrEqual(MAX);
      for (const line of lines)
        expect(line, shown).not.toMatch(/^[的了等》”’）〕、，。：；]|[《“‘（〔]$|关于$/u);
      if (lines.length > 1) expect(isHourglass(lines), shown).toBe(false);
      for (const [whole] of title.matchAll(WHOLES)) {
        const parts = title.split(whole).length - 1;
        const kept = lines.join('\n').split(whole).length - 1;
        expect(kept, `${shown}: ${whole}`).toBe(parts);
      }
    }
  });
});

describe('titleCandidates', () => {
  it('gives the best first and each only once', () => {
    const title = '江城市卫生健康委员会关于印发2026年全市卫生健康工作要点的通知';
    const candidates = titleCandidates(title, MAX);
    expect(candidates[0]?.lines).toEqual(breakTitle(title, MAX));
    const shown = candidates.map(({ lines }) => lines.join('\n'));
    expect(new Set(shown).size).toBe(shown.length);
    const costs = candidates.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(candidates.length).toBeGreaterThan(3);
  });
});
