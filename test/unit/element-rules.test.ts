import { describe, expect, it } from 'vitest';
import { ELEMENT_NAMES, rulesOf, sourceOf, strengthLabel } from '../../shared/gongwen/element-rules.ts';
import { FORMATS, SEALINGS } from '../../shared/gongwen/model.ts';
import type { ElementKind } from '../../shared/gongwen/pages.ts';

const ELEMENTS = Object.keys(ELEMENT_NAMES) as ElementKind[];
const every = FORMATS.flatMap((format) =>
  SEALINGS.flatMap((sealing) =>
    [false, true].flatMap((turned) =>
      ELEMENTS.map((element) => ({ element, rules: rulesOf(element, { format, sealing, turned }) })),
    ),
  ),
);

describe('the rule that places an element', () => {
  it('exists for every element in every format', () => {
    expect(ELEMENTS.length).toBeGreaterThan(20);
    for (const { element, rules } of every) expect(rules.length, element).toBeGreaterThan(0);
  });

  it('is one sentence each, with its strength in a word', () => {
    for (const rule of every.flatMap(({ rules }) => rules)) {
      expect(rule.text).toMatch(/。$/u);
      expect(rule.text.length).toBeLessThanOrEqual(60);
      expect(strengthLabel(rule)).toMatch(/^\p{Script=Han}{2}$/u);
    }
  });

  it('names the standard only for what the standard says', () => {
    for (const rule of every.flatMap(({ rules }) => rules)) {
      const own = rule.strength === 'derived' || rule.strength === 'practice';
      expect('clause' in rule).toBe(!own);
      if (own) expect(sourceOf(rule)).toMatch(/标准未/u);
      else expect(sourceOf(rule)).toMatch(/^GB\/T 9704-2012 (?:[578]|10)(?:\.\d)*/u);
    }
  });

  it('follows the format and the sealing', () => {
    const context = { sealing: 'seal', turned: false } as const;
    const clause = (element: ElementKind, format: (typeof FORMATS)[number]) => {
      const [rule] = rulesOf(element, { ...context, format });
      return rule === undefined ? undefined : sourceOf(rule);
    };
    expect(clause('issuerMark', 'document')).toBe('GB/T 9704-2012 7.2.4');
    expect(clause('issuerMark', 'letter')).toBe('GB/T 9704-2012 10.1');
    expect(clause('issuerMark', 'order')).toBe('GB/T 9704-2012 10.2');
    expect(clause('issuerMark', 'minutes')).toBe('GB/T 9704-2012 10.3');
    const [dated] = rulesOf('issuedOn', { format: 'document', sealing: 'none', turned: false });
    expect(dated && sourceOf(dated)).toBe('GB/T 9704-2012 7.3.5.2');
  });
});
