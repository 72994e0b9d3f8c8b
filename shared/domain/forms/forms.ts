import type { CodedKind } from '../item-code.ts';
import { CIRCULATION } from './circulation.ts';
import { FORM_KEYS } from './declaration.ts';
import type { FormDeclaration, FormKey } from './declaration.ts';
import { ISSUING } from './issuing.ts';
import { ORDERING } from './ordering.ts';
import { PROCESSING } from './processing.ts';
import { RETURNING } from './returning.ts';
import { URGING } from './urging.ts';

/** Every printed form of an item. A further form is a file and a line here. */
export const FORMS: Readonly<Record<FormKey, FormDeclaration>> = {
  processing: PROCESSING,
  circulation: CIRCULATION,
  returning: RETURNING,
  urging: URGING,
  ordering: ORDERING,
  issuing: ISSUING,
};

export const formsOf = (kind: CodedKind): FormKey[] =>
  FORM_KEYS.filter((key) => FORMS[key].kinds.includes(kind));
