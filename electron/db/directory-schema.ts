import type { Flag, Stamped } from './schema.ts';

/** Tables of 通讯录 and the office's holiday table. */

/** 院领导, 中层, or a list of readers. Not deleted: a voided one gives its name free. */
export interface PersonGroupTable extends Stamped {
  kind: 'group' | 'readers';
  name: string;
  circulation: '' | 'serial' | 'parallel';
  /** JSON `{personId, name}[]` in order; the name is kept for people who are in no directory. */
  members: string;
  voidReason: string | null;
}

/** A day that differs from Monday to Friday, or from the published arrangement. One row a day. */
export interface HolidayTable extends Stamped {
  onDate: string;
  workday: Flag;
  name: string;
  /** 0 when a later arrangement of the year took it out. */
  active: Flag;
}

/** Years that the office has saved an arrangement of. */
export interface HolidayYearTable extends Stamped {
  year: number;
  complete: Flag;
  source: string;
}

export interface DirectorySchema {
  personGroup: PersonGroupTable;
  holiday: HolidayTable;
  holidayYear: HolidayYearTable;
}
