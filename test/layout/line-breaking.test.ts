import { describe, expect, test } from 'vitest';
import { RandomDocuments } from './random-document.ts';
import { filler, lay, linesOf, must, paragraph } from './support.ts';

const breakInto = (text: string): string[] =>
  linesOf(lay({ body: [paragraph(text)] }), 'body').map((line) => line.text);

const NEVER_FIRST = /^[，。、；：？！）》」』】〕〉”’％℃·]/u;
const NEVER_LAST = /[（《「『【〔〈“‘]$/u;

describe('line breaking (GB/T 15834)', () => {
  const random = new RandomDocuments(7);
  const samples = Array.from({ length: 300 }, () => random.text());

  test('避头尾: no closing mark begins a line, no opening mark ends one', () => {
    for (const sample of samples) {
      const lines = breakInto(sample);
      expect(lines.join('')).toBe(sample);
      lines.forEach((line, index) => {
        if (index > 0) expect(line).not.toMatch(NEVER_FIRST);
        if (index < lines.length - 1) expect(line).not.toMatch(NEVER_LAST);
      });
    }
  });

  test('half-width marks keep their side of the line too', () => {
    for (let offset = 14; offset < 32; offset += 1) {
      const lines = breakInto(`${filler(offset)}邮箱:office@example.cn)，电话(0270)8221000`);
      lines.slice(1).forEach((line) => expect(line, `${offset}`).not.toMatch(/^[!),.:;?\]}%]/u));
      lines.slice(0, -1).forEach((line) => expect(line, `${offset}`).not.toMatch(/[([{]$/u));
    }
  });

  test('—— and …… are never divided', () => {
    for (let offset = 20; offset < 32; offset += 1) {
      for (const pair of ['——', '……']) {
        const lines = breakInto(`${filler(offset)}${pair}${filler(30)}`);
        expect(
          lines.filter((line) => line.includes(pair)),
          `${offset}`,
        ).toHaveLength(1);
      }
    }
  });

  test('numbers stay whole and keep their unit', () => {
    for (let offset = 14; offset < 30; offset += 1) {
      for (const number of ['1,234.56万元', '2026年', '35.7%', '12个月', '100平方公里', 'PM2.5']) {
        const lines = breakInto(`${filler(offset)}${number}${filler(30)}`);
        expect(
          lines.filter((line) => line.includes(number)),
          `${number} after ${offset}`,
        ).toHaveLength(1);
      }
    }
  });

  test('every full line is flush at 184 mm', () => {
    for (const sample of samples.slice(0, 150)) {
      const lines = linesOf(lay({ body: [paragraph(sample)] }), 'body');
      for (const line of lines.slice(0, -1)) expect(line.right, line.text).toBeCloseTo(184, 1);
    }
  });

  test('a long web address is divided after a slash or a dot and spreads nothing', () => {
    const address =
      'https://www.huzhou.gov.cn/art/2026/3/5/art_1229561843_59123456_policy-interpretation-of-documents.html';
    const lines = breakInto(`详见政府门户网站${address}公布的内容，请各单位及时下载。`);
    expect(lines.join('')).toContain(address);
    for (const line of lines.slice(0, 2)) expect(line).toMatch(/[/._-]$/u);
  });

  test('consecutive punctuation gives up half a cell, the same everywhere', () => {
    const line = must(linesOf(lay({ body: [paragraph('依据《甲》（乙），丙。')] }), 'body')[0]);
    const item = must(line.items[0]);
    const at = (char: string): number => item.xs[item.text.indexOf(char)] ?? Number.NaN;
    expect(at('（') - at('》')).toBeCloseTo(at('，') - at('）'), 1);
    expect(at('（') - at('》')).toBeLessThan(3.4);
  });

  test('a character outside the BMP is one character', () => {
    const item = must(
      must(linesOf(lay({ body: [paragraph('住𠮷野村。')] }), 'body')[0]).items.find((each) =>
        each.text.includes('𠮷'),
      ),
    );
    expect(item.xs).toHaveLength(Array.from(item.text).length);
  });

  test('rare surnames have a face with the glyph', () => {
    const laidOut = lay({ issuers: ['喆堃翀镕办公室'], body: [paragraph('请联系喆堃、翀镕。')] });
    expect(Object.keys(laidOut.faces).length).toBeGreaterThan(0);
    expect(linesOf(laidOut, 'body').map((line) => line.text)).toEqual(['请联系喆堃、翀镕。']);
  });
});
