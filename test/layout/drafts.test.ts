import { describe, expect, test } from 'vitest';
import { FORMATS, SEALINGS } from '../../shared/gongwen/model.ts';
import { laidOutTexts, outsideArea, overlaps } from './page-checks.ts';
import { filler, lay, paragraph } from './support.ts';
import type { Input } from './support.ts';

const BARE: Input = {
  issuers: [],
  documentNumber: undefined,
  title: '',
  addressees: [],
  body: [],
  issuedOn: undefined,
};

const wild: [string, Input][] = [
  ['nothing at all', BARE],
  ['an empty office', { ...BARE, issuers: [''], body: [paragraph('')] }],
  ['only a page break', { ...BARE, body: [{ type: 'pageBreak' }] }],
  ['a page break at the end', { body: [paragraph('甲。'), { type: 'pageBreak' }] }],
  ['only a picture', { ...BARE, body: [{ type: 'image', file: 'a.png', width: 400 }] }],
  ['500 Latin letters', { body: [paragraph('a'.repeat(500))] }],
  ['500 digits', { body: [paragraph('7'.repeat(500))] }],
  ['500 full stops', { body: [paragraph('。'.repeat(500))] }],
  ['500 opening brackets', { body: [paragraph('（'.repeat(500))] }],
  ['500 dashes', { body: [paragraph('—'.repeat(500))] }],
  ['500 spaces', { body: [paragraph(`甲${' '.repeat(500)}乙`)] }],
  ['a title of 200 characters', { title: filler(200) }],
  ['a title of one Latin word', { title: 'W'.repeat(200) }],
  ['an office of 100 characters', { issuers: [filler(100)] }],
  ['40 signatories', { signatories: Array.from({ length: 12 }, () => ({ name: '张三丰' })) }],
  ['a signatory of 40 characters', { signatories: [{ name: filler(40) }] }],
  ['a very long number', { documentNumber: { issuerCode: filler(60), year: 2026, serial: 1 } }],
  ['a long annotation', { annotation: filler(300) }],
  [
    '60 attachments',
    { attachments: Array.from({ length: 60 }, (_, index) => ({ title: `附件材料${index}` })) },
  ],
  ['a huge seal', { seals: [{ diameter: 150 }] }],
  ['100 offices in 抄送', { copyTo: [Array.from({ length: 100 }, (_, index) => `第${index}局`)] }],
  ['a printing office of 100 characters', { printingOffice: filler(100), printedOn: '2026-03-06' }],
  ['a stamp with a long office', { sealing: 'stamp', stamps: [{ office: filler(60), name: '甲' }] }],
  ['12 joint issuers', { issuers: Array.from({ length: 12 }, (_, index) => `湖州市第${index + 1}管理局`) }],
  ['line breaks in a paragraph', { body: [paragraph('第一行\n第二行\n\n第四行')] }],
];

describe('drafts and odd documents', () => {
  test.each(wild)('%s: lays out in every format and way of sealing', (_, input) => {
    for (const format of FORMATS) {
      for (const sealing of SEALINGS) {
        const laidOut = lay({ sealing, ...input, format });
        expect(laidOut.pages.length).toBeGreaterThan(0);
        expect(
          laidOut.pages.flatMap((page) => outsideArea(page)),
          `${format} ${sealing}`,
        ).toEqual([]);
        expect(
          laidOut.pages.flatMap((page) => overlaps(page)),
          `${format} ${sealing}`,
        ).toEqual([]);
      }
    }
  });

  test('every character of a long word is there', () => {
    const text = `${'https://a.example/'.repeat(20)}。`;
    expect(laidOutTexts(lay({ body: [paragraph(text)] })).get('body.0')).toBe(text);
  });

  test('a line break inside a paragraph begins a line', () => {
    expect(laidOutTexts(lay({ body: [paragraph('第一行\n第二行')] })).get('body.0')).toBe('第一行第二行');
  });
});
