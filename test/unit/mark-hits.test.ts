import { describe, expect, it } from 'vitest';
import { foldText } from '../../shared/domain/fold-text.ts';
import { excerpt, findRanges, markRanges } from '../../shared/domain/mark-hits.ts';
import { numberVariants } from '../../shared/domain/number-variants.ts';
import { statesOfPhase } from '../../shared/domain/search-phases.ts';
import { searchWords } from '../../shared/domain/search-words.ts';

const shown = (text: string, ...words: string[]) =>
  markRanges(text, findRanges(text, words.map(foldText)))
    .map(({ text: piece, hit }) => (hit ? `【${piece}】` : piece))
    .join('');

describe('marking what was searched for', () => {
  it.each([
    ['关于防汛工作的通知', ['防汛'], '关于【防汛】工作的通知'],
    ['防汛与防汛', ['防汛'], '【防汛】与【防汛】'],
    ['湖卫发〔２０２６〕３８号', ['[2026]38'], '湖卫发【〔２０２６〕３８】号'],
    ['GB/T 9704 标准', ['gb/t9704'], '【GB/T 9704】 标准'],
    ['防 汛\n工作', ['防汛工'], '【防 汛\n工】作'],
    ['抗旱——防汛', ['-防'], '抗旱【——防】汛'],
    ['2026——2027年', ['2026-2027'], '【2026——2027】年'],
    ['𠮷野家通知', ['野家'], '𠮷【野家】通知'],
    ['𠮷野家通知', ['𠮷'], '【𠮷】野家通知'],
    ['㎡与平方', ['m2'], '【㎡】与平方'],
    ['ﬁle', ['i'], '【ﬁ】le'],
    ['防汛抗旱', ['防汛', '汛抗'], '【防汛抗】旱'],
    ['防汛', ['没有'], '防汛'],
    ['防汛', [''], '防汛'],
    ['', ['防'], ''],
  ])('marks %s for %s', (text, words, expected) => {
    expect(shown(text, ...words)).toBe(expected);
  });

  it('never loses or adds a character', () => {
    for (const text of ['ÅÅ ﬃ㍿ -—- x', '〔（【[', '\u0000a\u0000', '\ud83d\ude00防\ud83d']) {
      const all = markRanges(text, findRanges(text, Array.from(foldText(text))));
      expect(all.map(({ text: piece }) => piece).join('')).toBe(text);
    }
  });

  it('shows what surrounds the first hit, line breaks levelled', () => {
    const text = `${'前'.repeat(40)}\n防汛\n${'后'.repeat(100)}`;
    const cut = excerpt(text, ['防汛'], 5, 20);
    expect(cut.map(({ text: piece }) => piece).join('')).toBe(`…前前前前 防汛 ${'后'.repeat(12)}…`);
    expect(cut.filter(({ hit }) => hit)).toEqual([{ text: '防汛', hit: true }]);
    expect(excerpt('防汛', ['防汛'])).toEqual([{ text: '防汛', hit: true }]);
    expect(excerpt('防汛', ['抗旱'])).toEqual([]);
  });
});

it('a number is found in every way of typing it', () => {
  expect(numberVariants('江政办发〔2026〕38号').split(' ')).toEqual([
    '江政办发[2026]38号',
    '江政办发2026-38',
    '江政办发2026年38号',
    '江政办发202638号',
    '江政办发38号',
  ]);
  expect(numberVariants('收〔2026〕0042')).toContain('收2026-42');
  expect(numberVariants('收〔2026〕0042')).toContain('收2026-0042');
  expect(numberVariants('无文号')).toBe('');
  expect(numberVariants('')).toBe('');
});

it('words are parted by blanks of either width and folded', () => {
  expect(searchWords(' 防汛　２０２６ GB/T ')).toEqual(['防汛', '2026', 'gb/t']);
  expect(searchWords('　 ')).toEqual([]);
});

it('every state belongs to one phase, only the recycle bin to none', () => {
  for (const flow of ['incoming', 'outgoing', 'matter'] as const) {
    const phases = (['open', 'done', 'void'] as const).map((phase) => statesOfPhase(flow, phase));
    expect(phases.flat().toSorted()).toEqual(statesOfPhase(flow).toSorted());
    expect(new Set(phases.flat()).size).toBe(phases.flat().length);
  }
  expect(statesOfPhase('outgoing')).not.toContain('discarded');
  expect(statesOfPhase('incoming', 'done')).toEqual(['returned', 'closed', 'archived']);
});
