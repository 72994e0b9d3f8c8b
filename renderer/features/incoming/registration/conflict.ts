import { normalizeSenderNumber } from '../../../../shared/domain/sender-number.ts';
import type { IncomingDetail, IncomingDraft } from '../../../../shared/features/incoming-items.ts';
import type { ConflictRow, Side } from '../../../ui/ConflictTable.tsx';
import { REGISTRATION_LABELS } from './labels.ts';
import { registrationSchema, valuesOf } from './registration.ts';
import type { Registration, RegistrationKey } from './registration.ts';

export type Choices = Readonly<Partial<Record<RegistrationKey, Side>>>;

/** A paper corrected here and elsewhere at once, in the shape of the form. */
export interface Conflict {
  /** What both began with. */
  readonly start: Registration;
  readonly mine: Registration;
  /** What stands in the book now. */
  readonly stored: Registration;
  /** The deadline can only be the one in the book. */
  readonly dueLocked: boolean;
}

/** What would have been saved, in the shape of the form. */
export function valuesToSave(draft: IncomingDraft): Registration {
  return valuesOf({ ...draft, documentNumber: normalizeSenderNumber(draft.documentNumber).text });
}

/** From 分办 on the deadline is no field of the registration any more. */
export const isDueLocked = (paper: IncomingDetail): boolean => paper.assignments.length > 0;

/** The fields in which what was typed differs from what stands in the book, in the order of the form. */
export function conflictRows({ mine, stored, dueLocked }: Conflict): ConflictRow<RegistrationKey>[] {
  return registrationSchema
    .keyof()
    .options.filter((key) => mine[key] !== stored[key])
    .map((key) => ({
      key,
      label: REGISTRATION_LABELS[key],
      mine: wordsOf(mine, key),
      stored: wordsOf(stored, key),
      settled: key === 'dueOn' && dueLocked ? '已随分办确定，要改请用“延期”' : undefined,
    }));
}

/** A field that only one of the two has changed is theirs; one that both have changed is left open. */
export function firstChoices(conflict: Conflict): Choices {
  const { start, mine, stored } = conflict;
  return Object.fromEntries(
    conflictRows(conflict).flatMap(({ key, settled }): [RegistrationKey, Side][] => {
      if (settled !== undefined || mine[key] === start[key]) return [[key, 'stored']];
      return stored[key] === start[key] ? [[key, 'mine']] : [];
    }),
  );
}

/** The form with every field from the side chosen for it; undefined while one is left open. */
export function merged(conflict: Conflict, choices: Choices): Registration | undefined {
  const result = { ...conflict.stored };
  for (const { key, settled } of conflictRows(conflict)) {
    const side = settled === undefined ? choices[key] : 'stored';
    if (side === undefined) return undefined;
    if (side === 'mine') Object.assign(result, { [key]: conflict.mine[key] });
  }
  return result;
}

function wordsOf(values: Registration, key: RegistrationKey): string {
  const value = values[key];
  if (typeof value === 'boolean') return value ? '要求答复' : '不要求答复';
  if (key === 'secrecy' && value === '') return '无';
  return value;
}
