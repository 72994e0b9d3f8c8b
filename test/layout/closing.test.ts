import { describe, expect, test } from 'vitest';
import { CELL, EM_3, LINE_PITCH } from '../../electron/docgen/layout/geometry.ts';
import { filler, lay, linesOf, must, paragraph, seals } from './support.ts';
import type { Input, Line } from './support.ts';

const bottom = (line: Line): number => line.baseline + 0.14 * EM_3;
const top = (line: Line): number => line.baseline - 0.86 * EM_3;
const center = (line: Line): number => (line.x + line.right) / 2;

interface Signed {
  readonly laidOut: ReturnType<typeof lay>;
  readonly office: Line;
  readonly date: Line;
  readonly above: Line;
}

function signed(input: Input): Signed {
  const laidOut = lay(input);
  const above = [...linesOf(laidOut, 'body'), ...linesOf(laidOut, 'attachmentNote')].at(-1);
  return {
    laidOut,
    office: must(linesOf(laidOut, 'issuerSignature').at(-1)),
    date: must(linesOf(laidOut, 'issuedOn')[0]),
    above: must(above),
  };
}

describe('with a seal (7.3.5.1)', () => {
  test('S-01: Arabic date without leading zeros', () => {
    expect(signed({}).date.text).toBe('2026年3月5日');
  });

  test.each([38, 42, 45, 50, 58])('S-10…S-14: seal of %i mm', (diameter) => {
    const { laidOut, office, date, above } = signed({ seals: [{ diameter }] });
    // S-10: four cells from the right
    expect(date.right).toBeCloseTo(184 - 4 * CELL, 2);
    // S-11: the office above, centred on the date
    expect(center(office)).toBeCloseTo(center(date), 2);
    expect(date.baseline - office.baseline).toBeCloseTo(LINE_PITCH, 3);
    // S-13: the seal's upper edge within one line of the text, its centre above the middle of both
    const seal = must(seals(laidOut.pages[0])[0], 'seal');
    const sealTop = seal.centerY - diameter / 2;
    expect(sealTop - bottom(above)).toBeGreaterThanOrEqual(0);
    expect(sealTop - bottom(above)).toBeLessThanOrEqual(LINE_PITCH);
    expect(seal.centerX).toBeCloseTo(center(date), 2);
    expect(seal.centerY).toBeLessThan((top(office) + bottom(date)) / 2);
    // S-12: it presses both
    expect(bottom(date)).toBeLessThan(seal.centerY + diameter / 2);
    expect(top(office)).toBeGreaterThan(sealTop);
  });

  test('S-11: a long office stays inside the type area, the date centred under it', () => {
    const { office, date } = signed({ issuers: ['湖州市南太湖新区管理委员会社会发展和卫生健康局人口处'] });
    expect(office.right).toBeLessThanOrEqual(184.01);
    expect(center(office)).toBeCloseTo(center(date), 2);
  });

  test('S-13: counted from the attachment note where there is one', () => {
    const { laidOut, above } = signed({ attachments: [{ title: '名单' }] });
    const seal = must(seals(laidOut.pages[0])[0]);
    expect(seal.centerY - 21 - bottom(above)).toBeGreaterThanOrEqual(0);
    expect(seal.centerY - 21 - bottom(above)).toBeLessThanOrEqual(LINE_PITCH);
  });

  test('S-14: without an image only room is kept; with one the picture stands there', () => {
    const laidOut = lay({ seals: [{ diameter: 42, image: 'seal.png' }] });
    const image = laidOut.pages[0]?.items.find((item) => item.kind === 'image');
    expect(image).toMatchObject({ file: 'seal.png', width: 42, height: 42, element: 'seal' });
  });
});

const unsealed = (issuer: string, issuedOn: string): Signed =>
  signed({ sealing: 'none', issuers: [issuer], issuedOn });

describe('without a seal (7.3.5.2)', () => {
  test('S-20: an empty line under the text, two cells from the right; the date two cells further in', () => {
    const { office, date, above } = unsealed('湖州市人民政府办公室', '2026-03-05');
    expect(office.baseline - above.baseline).toBeCloseTo(2 * LINE_PITCH, 2);
    expect(date.baseline - office.baseline).toBeCloseTo(LINE_PITCH, 3);
    expect(office.right).toBeCloseTo(184 - 2 * CELL, 2);
    expect(date.x - office.x).toBeCloseTo(2 * CELL, 2);
  });

  test('S-21: a date longer than the office stands two cells from the right', () => {
    const { office, date } = unsealed('市府办', '2026-12-31');
    expect(date.right).toBeCloseTo(184 - 2 * CELL, 2);
    expect(date.x - office.x).toBeCloseTo(2 * CELL, 2);
  });

  test('S-22: the width of the date is measured, not counted', () => {
    const { office, date } = unsealed('湖州市人民政府', '2026-12-31');
    const width = date.right - date.x;
    const officeWidth = office.right - office.x;
    const expected = width <= officeWidth ? officeWidth - width : 2 * CELL;
    expect(184 - date.right).toBeCloseTo(expected, 2);
  });
});

describe('signature with text beside it (7.3.5.5)', () => {
  const codes = new Set<string>();

  test('S-34: whatever the length of the text, the signature’s page has text of the body', () => {
    const lengths = Array.from({ length: 53 }, (_, index) => 30 + 28 * index);
    for (const [length, sealing] of lengths.flatMap((each) => [
      [each, 'seal'] as const,
      [each, 'none'] as const,
    ])) {
      const laidOut = lay({ sealing, body: [paragraph(`${filler(length)}。`)] });
      for (const note of laidOut.notes) codes.add(note.code);
      const date = must(linesOf(laidOut, 'issuedOn')[0]);
      const body = linesOf(laidOut, 'body');
      expect(
        body.some((line) => line.page === date.page),
        `${length} characters`,
      ).toBe(true);
      expect(
        body.some((line) => line.page === 1),
        `${length} characters: text on page 1`,
      ).toBe(true);
      expect(bottom(date)).toBeLessThanOrEqual(262.01);
      // declared limits of the pitch: 27.5 to 33 pt
      for (let i = 1; i < body.length; i += 1) {
        const [upper, lower] = [must(body[i - 1]), must(body[i])];
        if (upper.page !== lower.page) continue;
        const pitch = ((lower.baseline - upper.baseline) * 72) / 25.4;
        expect(pitch).toBeGreaterThan(27.48);
        expect(pitch).toBeLessThan(33.02);
      }
    }
    expect(codes).toContain('pitch-tightened');
    expect(codes).toContain('lines-carried');
    expect(codes).not.toContain('closing-alone');
  });

  test('S-34: no 此页无正文', () => {
    const laidOut = lay({ body: [paragraph(`${filler(300)}。`)] });
    expect(JSON.stringify(laidOut)).not.toContain('无正文');
  });
});

describe('annotation (7.3.6)', () => {
  test('A-01: on the line after the date, two cells in, in round brackets', () => {
    const laidOut = lay({ annotation: '此件公开发布' });
    const line = must(linesOf(laidOut, 'annotation')[0]);
    const date = must(linesOf(laidOut, 'issuedOn')[0]);
    expect(line.text).toBe('（此件公开发布）');
    expect(line.x).toBeCloseTo(28 + 2 * CELL, 2);
    expect(line.baseline - date.baseline).toBeCloseTo(LINE_PITCH, 2);
  });
});
