import { beforeAll, describe, expect, test } from 'vitest';
import { expectConformance } from '../conformance/expectations.ts';
import { measureChecks, measurePrints } from '../conformance/measures/all.ts';
import { hasRaster, printSpecimens } from '../conformance/print.ts';
import type { Prints } from '../conformance/print.ts';
import type { Reading } from '../conformance/reading.ts';
import { writeReport } from '../conformance/report.ts';
import { RULE_COUNTS, RULES } from '../conformance/rules/all.ts';
import { judge, unknown, unmeasured } from '../conformance/verdict.ts';
import { texts } from './support.ts';

/** Rules that show in the .docx only. */
const DOCX_ONLY = new Set(['P-08', 'T-04']);

let prints: Prints;
let readings: readonly Reading[] = [];
beforeAll(async () => {
  prints = await printSpecimens('pdf');
  if (hasRaster()) readings = [...(await measureChecks()), ...(await measurePrints(prints))];
});

describe('the table of rules', () => {
  test('has every rule once, numbered through', () => {
    const expected = Object.entries(RULE_COUNTS).map(([letter, count]) => [letter, count]);
    const letters = [...new Set(RULES.map(({ id }) => id.charAt(0)))];
    expect(letters.map((letter) => [letter, RULES.filter(({ id }) => id.startsWith(letter)).length])).toEqual(
      expected,
    );
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  test('a rule of practice or of arithmetic names no clause as its own word', () => {
    for (const { id, strength, clause } of RULES) {
      if (strength === '实') expect(clause, id).toBe('');
      if (strength === '定') expect(clause, id).not.toBe('');
    }
  });
});

describe.skipIf(!hasRaster())('the PDF by the table of rules', () => {
  test('every rule is measured or declared untestable', () => {
    expect(unmeasured(readings).filter((id) => !DOCX_ONLY.has(id))).toEqual([]);
    expect(unknown(readings)).toEqual([]);
  });

  test('every reading keeps its rule within 0.1 mm', () => expectConformance(readings, 'pdf'));

  test('its text is the text of the pages, without compatibility radicals', () => {
    for (const [name, { pdf, source }] of Object.entries(prints.papers)) {
      expect(pdf.text, name).not.toMatch(/[\u2e80-\u2fdf]/u);
      const expected = source.laidOut.pages.flatMap((page) => texts(page).map(({ text }) => text)).join('');
      expect(pdf.text.replaceAll(/\s/gu, ''), name).toBe(expected.replaceAll(/\s/gu, ''));
    }
  });

  test('the report has a row for every rule', () => {
    const report = writeReport(judge(readings));
    for (const { id } of RULES) expect(report).toMatch(new RegExp(`^\\| ${id} \\|`, 'mu'));
    expect(report).not.toContain('NaN');
  });
});
