import { showsStateSecret, stateSecretAdvice } from '../../../shared/domain/state-secret.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';

const WHAT_TO_DO = stateSecretAdvice('这次修改');

/** Why a document must not be stored here, by field path; undefined when nothing speaks against it. */
export function secrecyFault(document: Gongwen): { path: string; message: string } | undefined {
  if (document.secrecy !== undefined) {
    return { path: 'secrecy', message: `密级为“${document.secrecy}”。${WHAT_TO_DO}` };
  }
  if (showsStateSecret(JSON.stringify(document))) {
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
