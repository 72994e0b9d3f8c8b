import type { FontRole, LaidOut } from '../../../shared/gongwen/pages.ts';

/**
 * Which families the .docx asks for: those of a Chinese Windows office (what is sent out), or the very
 * families the layout was measured with (to compare both on one machine).
 */
export type FontNames = 'windows' | 'laid-out';

/** Family of every role. */
export type RoleFamilies = Readonly<Record<FontRole, string>>;

export const ROLES: readonly FontRole[] = ['fangsong', 'title', 'hei', 'kai', 'song'];

const WINDOWS: RoleFamilies = {
  fangsong: '仿宋_GB2312',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
};

/** What Word takes when the family is not installed: the names Windows itself has shipped since Vista. */
export const ALTERNATIVES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '宋体',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  宋体: 'SimSun',
};

/** First family the layout used for each role; a role that never occurs takes the one of 仿宋. */
const laidOutFamilies = (laidOut: LaidOut): RoleFamilies => {
  const faces = Object.values(laidOut.faces);
  const family = (role: FontRole): string | undefined => faces.find((face) => face.role === role)?.family;
  const fallback = family('fangsong') ?? faces[0]?.family ?? WINDOWS.fangsong;
  return {
    fangsong: fallback,
    title: family('title') ?? fallback,
    hei: family('hei') ?? fallback,
    kai: family('kai') ?? fallback,
    song: family('song') ?? fallback,
  };
};

export const roleFamilies = (laidOut: LaidOut, names: FontNames): RoleFamilies =>
  names === 'windows' ? WINDOWS : laidOutFamilies(laidOut);
