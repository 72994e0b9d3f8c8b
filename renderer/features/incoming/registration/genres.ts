import type { NameChoice } from '../../../ui/use-completion.ts';

/** 文种 of papers that come in, the frequent ones first, with their pinyin initials. */
const GENRES: readonly (readonly [name: string, initials: string])[] = [
  ['通知', 'tz'],
  ['函', 'h'],
  ['请示', 'qs'],
  ['报告', 'bg'],
  ['批复', 'pf'],
  ['意见', 'yj'],
  ['通报', 'tb'],
  ['纪要', 'jy'],
  ['决定', 'jd'],
  ['通告', 'tg'],
  ['公告', 'gg'],
  ['公报', 'gb'],
  ['决议', 'jy'],
  ['命令', 'ml'],
  ['令', 'l'],
  ['议案', 'ya'],
  ['方案', 'fa'],
  ['办法', 'bf'],
  ['规定', 'gd'],
  ['简报', 'jb'],
  ['电报', 'db'],
  ['建议', 'jy'],
  ['提案', 'ta'],
  ['会议通知', 'hytz'],
  ['信访件', 'xfj'],
  ['其他', 'qt'],
];

export function completeGenre(typed: string): Promise<readonly NameChoice[]> {
  const text = typed.trim().toLowerCase();
  const fits = GENRES.filter(
    ([name, initials]) => text === '' || name.includes(text) || initials.startsWith(text),
  );
  return Promise.resolve(fits.map(([name]) => ({ id: name, name, note: '' })));
}

/** Endings of a title that name its 文种; the longest counts. */
const ENDINGS = GENRES.map(([name]) => name).filter(
  (name) => !['令', '其他', '信访件', '电报'].includes(name),
);

/** 关于…的通知 → 通知; empty when the end of the title says nothing. */
export function guessGenre(title: string): string {
  // What stands in brackets behind it (试行, 征求意见稿) is not the genre.
  const text = title.trim().replace(/(?:[（(][^（()）]*[)）]|[》。”"])+$/u, '');
  if (text.endsWith('令')) return '命令';
  const found = ENDINGS.filter((name) => text.endsWith(name)).sort((a, b) => b.length - a.length)[0] ?? '';
  return found === '会议通知' ? '通知' : found === '会议纪要' ? '纪要' : found;
}
