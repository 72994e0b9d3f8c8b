/**
 * 保守国家秘密法 第三十一条（三）: a device not meant for state secrets must neither store nor process them. One wording
 * and one pattern for all books of the office.
 */

export const STATE_SECRETS = ['秘密', '机密', '绝密'] as const;

/** 密级标志 in running text: 机密★10年, also with the usual stand-ins for the star; 工作秘密 is none (第六十四条). */
const MARK = /(?<!工作)(?:绝密|机密|秘密)\s*[★☆*＊]/u;

/** True when a text carries a mark of 秘密 or above. */
export function showsStateSecret(text: string): boolean {
  return MARK.test(text);
}

/** What to do instead; `what` names what was refused, e.g. 这次修改. */
export function stateSecretAdvice(what: string): string {
  return (
    `本机为非涉密设备，不得存储、处理国家秘密（保守国家秘密法第三十一条），${what}没有存入。` +
    '请立即停止录入，转到涉密专用计算机办理，并报告本单位保密工作机构处理已录入的内容。'
  );
}
