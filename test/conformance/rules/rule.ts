/**
 * Strength of a rule of GB/T 9704-2012 and its surroundings:
 * 定 must · 般 “一般” · 荐 “推荐” · 可 “可以” · 推 computed from the standard's figures · 实 practice, not in the standard.
 */
export type Strength = '定' | '般' | '荐' | '可' | '推' | '实';

/** One rule of the project's table of rules; its words are the project's own. */
export interface Rule {
  readonly id: string;
  /** Clause of the standard, or of the 《条例》; empty where neither says it. */
  readonly clause: string;
  readonly strength: Strength;
  /** What a print must show, in Chinese. */
  readonly asserts: string;
  /** Why software cannot test it; the rule then needs no measurement. */
  readonly untestable?: string;
  /** The reading of an open rule that was chosen instead; the rule then needs no measurement. */
  readonly chosen?: string;
  /** What the best program of the same make (hehecat/gongwen) leaves out here. */
  readonly peer?: string;
}

type Options = Pick<Rule, 'untestable' | 'chosen' | 'peer'>;

export const rule = (
  id: string,
  strength: Strength,
  clause: string,
  asserts: string,
  options: Options = {},
): Rule => ({ id, strength, clause, asserts, ...options });
