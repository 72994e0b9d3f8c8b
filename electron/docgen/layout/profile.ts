import type { Format, Gongwen } from '../../../shared/gongwen/model.ts';

/** What distinguishes the four formats (GB/T 9704-2012, 7 and 10), as data. */
export interface FormatProfile {
  /** y in mm of the upper ink edge of the mark. */
  readonly markTop: number;
  /** What follows the name in the mark unless the document says otherwise. */
  readonly suffix: string;
}

const PROFILES: Record<Format, FormatProfile> = {
  document: { markTop: 72, suffix: '文件' },
  letter: { markTop: 30, suffix: '' },
  order: { markTop: 57, suffix: '令' },
  minutes: { markTop: 72, suffix: '纪要' },
};

export const profileOf = (document: Gongwen): FormatProfile => PROFILES[document.format];
