import type { FontRole } from '../../../shared/gongwen/pages.ts';

/**
 * Which typefaces serve which role. GB/T 9704-2012 names kinds of type (仿宋、小标宋、黑体、楷体、宋体), never
 * a vendor's font; `families` are designs of that kind, best first, in every name systems give them.
 */
export interface RoleFonts {
  /** What a person calls the role. */
  readonly roleName: string;
  /** Family names (Chinese or English) of real designs of the kind. */
  readonly families: readonly string[];
  /** File in the bundled folder that stands in, best first. */
  readonly bundled: readonly string[];
}

/** The only place that names the bundled files. */
export const BUNDLED = {
  serif: 'NotoSerifSC-Regular.ttf',
  serifBold: 'NotoSerifSC-Bold.ttf',
  sans: 'NotoSansSC-Medium.ttf',
  kai: 'LXGWWenKai-Regular.ttf',
} as const;

const { serif, serifBold, sans, kai } = BUNDLED;

export const ROLES: Readonly<Record<FontRole, RoleFonts>> = {
  fangsong: {
    roleName: '仿宋',
    families: [
      '仿宋',
      'FangSong',
      '仿宋_GB2312',
      'FangSong_GB2312',
      '方正仿宋_GB2312',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '方正仿宋简体',
      'FZFangSong-Z02S',
      '华文仿宋',
      'STFangsong',
      '朱雀仿宋',
      'Zhuque Fangsong (technical preview)',
      'Zhuque Fangsong',
      'FandolFang',
      'FandolFang R',
    ],
    bundled: [serif, kai, sans, serifBold],
  },
  title: {
    roleName: '小标宋',
    families: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '小标宋',
      '小标宋体',
    ],
    bundled: [serifBold, serif, sans, kai],
  },
  hei: {
    roleName: '黑体',
    families: [
      '黑体',
      'SimHei',
      '方正黑体_GBK',
      'FZHei-B01',
      '方正黑体简体',
      'FZHei-B01S',
      '华文黑体',
      'STHeiti',
      'Heiti SC',
      'FandolHei',
    ],
    bundled: [sans, serifBold, serif, kai],
  },
  kai: {
    roleName: '楷体',
    families: [
      '楷体',
      'KaiTi',
      '楷体_GB2312',
      'KaiTi_GB2312',
      '方正楷体_GB2312',
      '方正楷体_GBK',
      'FZKai-Z03',
      '方正楷体简体',
      'FZKai-Z03S',
      '华文楷体',
      'STKaiti',
      'Kaiti SC',
      'FandolKai',
    ],
    bundled: [kai, serif, sans, serifBold],
  },
  song: {
    roleName: '宋体',
    families: [
      '宋体',
      'SimSun',
      '方正书宋_GBK',
      'FZShuSong-Z01',
      '方正书宋简体',
      'FZShuSong-Z01S',
      '华文宋体',
      'STSong',
      'Songti SC',
      'FandolSong',
    ],
    bundled: [serif, kai, sans, serifBold],
  },
};

export const FONT_ROLES: readonly FontRole[] = ['fangsong', 'title', 'hei', 'kai', 'song'];

/**
 * Families asked last, for a rare character of a name or a place (CJK extensions B and later) that
 * neither the role's own font nor the bundled ones have.
 */
export const RARE_CHARACTER_FAMILIES: readonly string[] = [
  'SimSun-ExtB',
  '宋体-ExtB',
  'SimSun-ExtG',
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  '思源宋体',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'BabelStone Han',
  'HanaMinB',
  'Plangothic P1',
];
