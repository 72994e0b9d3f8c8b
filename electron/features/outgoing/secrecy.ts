import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';

/** 保守国家秘密法 第三十一条（三）: a device not meant for state secrets must neither store nor process them. */
const WHAT_TO_DO =
  '本机为非涉密设备，不得存储、处理国家秘密（保守国家秘密法第三十一条），这次修改没有存入。' +
  '请立即停止录入，转到涉密专用计算机办理，并报告本单位保密工作机构处理已录入的内容。';

/** 密级标志 in running text: 机密★10年. */
const MARK = /(?:绝密|机密|秘密)\s*★/u;

/** Why a document must not be stored here, by field path; undefined when nothing speaks against it. */
export function secrecyFault(document: Gongwen): { path: string; message: string } | undefined {
  if (document.secrecy !== undefined) {
    return { path: 'secrecy', message: `密级为“${document.secrecy}”。${WHAT_TO_DO}` };
  }
  if (MARK.test(JSON.stringify(document))) {
    return { path: 'body', message: `文中出现密级标志（如“机密★”）。${WHAT_TO_DO}` };
  }
  return undefined;
}

/** @throws AppError INVALID_INPUT for 秘密 and above */
export function refuseStateSecret(document: Gongwen): void {
  const fault = secrecyFault(document);
  if (fault !== undefined) {
    throw new AppError('INVALID_INPUT', fault.message, { fields: { [fault.path]: fault.message } });
  }
}
