import { readViewState } from '../../../app/view-state.ts';
import { BLANK, carriedSchema } from './registration.ts';
import type { Registration } from './registration.ts';

/** Key of the stored view state: sender and channel of the paper before. */
export const CARRIED = 'incoming.carried';

/** A new blank: what comes again in a batch of papers stands ready, to be typed over. */
export function newBlank(): Registration {
  return { ...BLANK, ...readViewState(CARRIED, carriedSchema) };
}
