/** 承办件: what was ordered by word of mouth, by 批示 or otherwise, and given to departments to do. */

export const matterContract = {} as const;
