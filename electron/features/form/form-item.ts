import type { FormKey, FormRecord } from '../../../shared/domain/forms/declaration.ts';
import type { CodedKind } from '../../../shared/domain/item-code.ts';
import type { UrgeLevel } from '../../../shared/domain/urging-text.ts';

/** An item as the forms see it. */
export interface FormItem {
  readonly kind: CodedKind;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly code: string;
  readonly workSecret: boolean;
  readonly voided: boolean;
  /** Its forms, the one for its present state first. */
  readonly forms: readonly FormKey[];
  readonly record: FormRecord;
  /** Null without any urging. */
  readonly lastUrgeLevel: UrgeLevel | null;
  /** The words of an urging of a level; empty where nobody is to be urged. */
  readonly urgeText: (level: UrgeLevel) => string;
}
