/** One box over everything. */

export const searchContract = {} as const;
