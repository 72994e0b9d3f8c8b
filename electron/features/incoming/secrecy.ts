import type { IncomingDraft } from '../../../shared/features/incoming-items.ts';
import type { IncomingFields } from '../../../shared/features/incoming.ts';
import {
  showsStateSecret,
  STATE_SECRETS,
  stateSecretAdvice,
  titleShowsStateSecret,
} from '../../../shared/domain/state-secret.ts';
import { AppError } from '../../../shared/ipc/errors.ts';

const WHAT_TO_DO = `${stateSecretAdvice('这次登记')}来文请登入涉密文件手工登记簿。`;

/**
 * Refuses 秘密 and above, by the chosen 密级 or by a mark in any of the words; nothing of it is stored, not even a row
 * (office-domain a6). The message names the field only, never what stood in it.
 * @throws AppError INVALID_INPUT
 */
export function refuseStateSecret(input: IncomingDraft | IncomingFields): void {
  if ('secrecy' in input && STATE_SECRETS.some((level) => level === input.secrecy)) {
    throw refused('secrecy', '所选密级属于国家秘密。');
  }
  for (const [field, value] of Object.entries(input)) {
    const inTitle = field === 'title' && typeof value === 'string' && titleShowsStateSecret(value);
    if (inTitle || (value !== undefined && showsStateSecret(JSON.stringify(value)))) {
      throw refused(field, '文字中出现密级标志（如“机密★”）。');
    }
  }
}

function refused(field: string, why: string): AppError {
  const message = `${why}${WHAT_TO_DO}`;
  return new AppError('INVALID_INPUT', message, { fields: { [field]: message } });
}
