/** 通讯录: units, groups of people, lists of readers; the holiday table. */

export const directoryContract = {} as const;
