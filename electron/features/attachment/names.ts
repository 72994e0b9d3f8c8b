import type { FoundMark } from '../../../shared/domain/state-secret.ts';
import { ATTACHMENT_LIMITS } from '../../../shared/features/attachment.ts';
import { exportStem } from '../links.ts';

/** Name and extension, the extension with its dot. */
export function splitName(name: string): { stem: string; extension: string } {
  const match = /^(.+)(\.[A-Za-z0-9]{1,8})$/u.exec(name);
  return { stem: match?.[1] ?? name, extension: match?.[2] ?? '' };
}

/** A file name as it may be kept and written again on any system; nameless ones take the item's title. */
export function fitName(name: string, title: string): string {
  const { stem, extension } = splitName(name);
  const fitting = exportStem('', stem.trim() === '' ? title : stem);
  return `${fitting.slice(0, ATTACHMENT_LIMITS.nameLength - extension.length)}${extension}`;
}

/** What to do with a file that was not taken. */
export function secretRefusal(mark: FoundMark | undefined): string {
  const where = mark?.page === undefined ? '文件名' : `第 ${mark.page} 页`;
  return (
    `${where}带有国家秘密标志（${mark?.rule ?? '密级'}）。本机为非涉密设备，不得存储、处理国家秘密（保守国家秘密法第三十一条），` +
    '这个文件没有存入，程序没有留下它的任何内容。请：1. 断开本机网络；2. 不要再打开、复制、转发原文件；' +
    '3. 报告本单位保密工作机构处理原文件，转到涉密专用计算机办理。' +
    '不属国家秘密的文件不得作此标志（第二十二条）：确属误标的，请去掉标志后再添加。'
  );
}

/** What to do after a mark was found in a file that is stored already. */
export const QUARANTINE_STEPS =
  '识别出的文字带有国家秘密标志。文件已移到数据文件夹的“quarantine”中隔离，不能再打开、检索，也不进以后的备份；识别结果没有保存。' +
  '请立即：1. 断开本机网络；2. 不要复制、转发原文件；3. 报告本单位保密工作机构，由其处理隔离的文件、原扫描件、以前的备份和登记内容。';
