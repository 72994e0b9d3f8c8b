/** 工作台: what waits, what is due, what is overdue. */

export const deskContract = {} as const;
