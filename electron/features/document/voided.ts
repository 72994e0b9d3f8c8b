import { AppError } from '../../../shared/ipc/errors.ts';

/**
 * A copy of a voided document looks like a valid one: it is made only for a person who was told so.
 * @throws AppError NOT_ALLOWED_IN_STATE
 */
export function refuseUnlessKnown(voided: boolean, acknowledged: boolean | undefined): void {
  if (!voided || acknowledged === true) return;
  throw new AppError(
    'NOT_ALLOWED_IN_STATE',
    '此件已作废，页面上没有作废标记，没有导出、打印。请确认后再试。',
  );
}
