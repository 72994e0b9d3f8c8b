/** 文件处理单, 发文稿纸, 传阅单, 退文通知单, 催办通知单 and the registers, as they are printed. */

export const formContract = {} as const;
