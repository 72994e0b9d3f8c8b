import { BODY_RULES, CLOSING_RULES } from './body.ts';
import { FORMAT_RULES } from './formats.ts';
import { HEADER_RULES } from './header.ts';
import { IMPRINT_RULES } from './imprint.ts';
import { PAPER_RULES } from './paper.ts';
import type { Rule } from './rule.ts';

/** Every rule about pages, in the order of the clauses. */
export const RULES: readonly Rule[] = [
  ...PAPER_RULES,
  ...HEADER_RULES,
  ...BODY_RULES,
  ...CLOSING_RULES,
  ...IMPRINT_RULES,
  ...FORMAT_RULES,
];

/** Rules a measurement is due for. */
export const MEASURABLE: readonly Rule[] = RULES.filter(
  ({ untestable, chosen }) => untestable === undefined && chosen === undefined,
);

/** How many rules each letter has, so that none can be lost: paper, parts, header, body, closing, … */
export const RULE_COUNTS: Readonly<Record<string, number>> = {
  U: 6,
  L: 19,
  Z: 3,
  H: 25,
  B: 16,
  S: 20,
  A: 9,
  I: 12,
  P: 8,
  T: 5,
  X: 10,
  C: 4,
  M: 4,
  F: 1,
};
