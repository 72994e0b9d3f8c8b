/** 附件: files of an item, stored once by their hash, with their versions and their text. */

export const attachmentContract = {} as const;
