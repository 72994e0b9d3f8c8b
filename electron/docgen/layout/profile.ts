import type { Format, Gongwen } from '../../../shared/gongwen/model.ts';
import { AREA_TOP, PAPER_HEIGHT } from './geometry.ts';

/** What distinguishes the four formats (GB/T 9704-2012, 7 and 10), as data; lengths in mm. */
export interface FormatProfile {
  /** Upper ink edge of the mark. */
  readonly markTop: number;
  /** What follows the name in the mark unless the document says otherwise. */
  readonly suffix: string;
  /** 联合行文: a letter carries the mark of the host only (10.1). */
  readonly hostMarkOnly: boolean;
  /** `letter`: corner elements and number under the double rule (10.1). */
  readonly header: 'general' | 'letter';
  /** Red rule under the number (7.2.7); formats of clause 10 have none. */
  readonly redRule: boolean;
  /** 标题 and 主送机关; an order has neither (10.2). */
  readonly hasTitle: boolean;
  /** Page number on the first page (10.1: not on a letter's). */
  readonly firstPageNumber: boolean;
  /** Rules, 印发机关 and date of the imprint; a letter has only 抄送 (10.1). */
  readonly fullImprint: boolean;
  /** The seal is customary; minutes are usually not sealed (M-04), so only an explicit seal counts. */
  readonly sealedByDefault: boolean;
}

const GENERAL: FormatProfile = {
  markTop: AREA_TOP + 35,
  suffix: '文件',
  hostMarkOnly: false,
  header: 'general',
  redRule: true,
  hasTitle: true,
  firstPageNumber: true,
  fullImprint: true,
  sealedByDefault: true,
};

const PROFILES: Record<Format, FormatProfile> = {
  document: GENERAL,
  letter: {
    ...GENERAL,
    markTop: 30,
    suffix: '',
    hostMarkOnly: true,
    header: 'letter',
    redRule: false,
    firstPageNumber: false,
    fullImprint: false,
  },
  order: { ...GENERAL, markTop: AREA_TOP + 20, suffix: '令', redRule: false, hasTitle: false },
  minutes: { ...GENERAL, suffix: '纪要', redRule: false, sealedByDefault: false },
};

export const profileOf = (document: Gongwen): FormatProfile => PROFILES[document.format];

/** Red double rules of a letter (10.1): 170 mm long, 4 mm under the mark and 20 mm above the paper's edge. */
export const LETTER_RULE = {
  length: 170,
  underMark: 4,
  bottomCenter: PAPER_HEIGHT - 20,
  thick: 0.9,
  thin: 0.35,
  gap: 0.7,
} as const;

export const LETTER_RULE_HEIGHT = LETTER_RULE.thick + LETTER_RULE.gap + LETTER_RULE.thin;
