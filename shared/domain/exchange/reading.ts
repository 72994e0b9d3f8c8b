import type { Cell } from './cell.ts';

/**
 * What is said of a cell of an old ledger. A fault keeps the import from starting; a warning wants a look; a change
 * shows what the program has put right.
 */
export type MarkKind = 'fault' | 'warning' | 'change';

export const MARK_CODES = [
  'missing',
  'tooLong',
  'notADate',
  'futureDate',
  'yearAdded',
  'shortYear',
  'dateForm',
  'notACount',
  'countForm',
  'unknownWord',
  'wordForm',
  'numberForm',
  'numberKept',
  'noYear',
  'sameNumberInFile',
  'numberTaken',
  'samePaperInFile',
  'samePaper',
  'merged',
  'ditto',
  'textForm',
  'corrected',
  'classified',
] as const;
export type MarkCode = (typeof MARK_CODES)[number];

export interface Mark {
  readonly kind: MarkKind;
  readonly code: MarkCode;
  /** Chinese, one sentence. */
  readonly message: string;
}

/** A cell understood as a value of its field. */
export interface Reading<T> {
  readonly value: T;
  readonly marks: readonly Mark[];
  /** What could not be taken into the field and goes into 备注, e.g. 来文方式：公务交换. */
  readonly note?: string;
}

export interface ReadContext {
  /** Year of dates written without one; null when nothing tells it. */
  readonly year: number | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The sheet counts days from 1904. */
  readonly from1904: boolean;
}

export interface ImportField<T> {
  readonly label: string;
  /** Headings of real ledgers, the surest first. */
  readonly synonyms: readonly string[];
  readonly required?: true;
  readonly read: (cell: Cell, context: ReadContext) => Reading<T>;
  /** The value as the person reads it in the preview. */
  readonly show: (value: T) => string;
}

export const fault = (code: MarkCode, message: string): Mark => ({ kind: 'fault', code, message });
export const warning = (code: MarkCode, message: string): Mark => ({ kind: 'warning', code, message });
export const change = (code: MarkCode, message: string): Mark => ({ kind: 'change', code, message });
