import { describe, expect, it } from 'vitest';
import { align } from '../../electron/features/outgoing/align.ts';
import { ELEMENT_RULES, meaningOf } from '../../shared/domain/substantial-change.ts';
import { compareDocuments } from '../../shared/gongwen/compare-documents.ts';
import type { Comparison } from '../../shared/gongwen/comparison.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';

const BASE: Gongwen = gongwenDraftSchema.parse({
  genre: '通知',
  issuers: ['临江市住房和城乡建设局'],
  issuerMark: { suffix: '文件' },
  title: '关于做好2026年汛期安全工作的通知',
  addressees: ['各区住建局', '局属各单位'],
  body: [
    { type: 'paragraph', text: '为做好2026年汛期安全工作，现将有关事项通知如下。' },
    { type: 'heading', level: 1, text: '加强值班值守' },
    { type: 'paragraph', text: '各单位应当于5月1日前排定值班表。' },
    {
      type: 'table',
      header: [['单位', '人数']],
      rows: [
        ['工程科', '12'],
        ['财务科', '3'],
      ],
    },
  ],
  attachments: [{ title: '值班表样式', body: [{ type: 'paragraph', text: '姓名、电话。' }] }],
  issuedOn: '2026-04-20',
  annotation: '联系人：王工',
  copyTo: [['市应急局']],
  printingOffice: '临江市住房和城乡建设局办公室',
});

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
const body = (index: number, block: Gongwen['body'][number]): Gongwen['body'] =>
  BASE.body.map((old, at) => (at === index ? block : old));
const table = (rows: string[][], rest: object = {}): Gongwen['body'] =>
  body(3, { type: 'table', header: [['单位', '人数']], rows, ...rest });

const compare = (change: Partial<Gongwen>, base: Gongwen = BASE): Comparison =>
  compareDocuments(base, gongwenDraftSchema.parse({ ...base, ...change }), align);

describe('实质性改动', () => {
  it.each<readonly [string, Partial<Gongwen>]>([
    ['a word of the title', { title: '关于做好2026年汛期应急工作的通知' }],
    ['the genre', { genre: '通报' }],
    ['an issuer more', { issuers: ['临江市住房和城乡建设局', '临江市财政局'] }],
    ['the words of the mark', { issuerMark: { suffix: '' } }],
    ['an addressee less', { addressees: ['各区住建局'] }],
    ['a figure of the text', { body: body(2, paragraph('各单位应当于6月1日前排定值班表。')) }],
    ['应当 for 可以', { body: body(2, paragraph('各单位可以于5月1日前排定值班表。')) }],
    [
      'a full stop for a comma',
      { body: body(0, paragraph('为做好2026年汛期安全工作。现将有关事项通知如下。')) },
    ],
    ['a paragraph more', { body: [...BASE.body, paragraph('请遵照执行。')] }],
    ['a paragraph less', { body: BASE.body.slice(1) }],
    ['paragraphs in another order', { body: [2, 1, 0, 3].map((index) => BASE.body[index] ?? paragraph('')) }],
    [
      'a cell',
      {
        body: table([
          ['工程科', '13'],
          ['财务科', '3'],
        ]),
      },
    ],
    [
      'a row more',
      {
        body: table([
          ['工程科', '12'],
          ['财务科', '3'],
          ['法规科', '2'],
        ]),
      },
    ],
    ['an attachment less', { attachments: [] }],
    [
      'the title of an attachment',
      { attachments: BASE.attachments.map((one) => ({ ...one, title: '值班表' })) },
    ],
    ['the text of an attachment', { attachments: BASE.attachments.map((one) => ({ ...one, body: [] })) }],
    ['the urgency', { urgency: '特急' }],
    ['another date', { issuedOn: '2026-04-21' }],
    ['the annotation', { annotation: '联系人：李工' }],
    ['抄送', { copyTo: [['市应急局', '市财政局']] }],
    ['the format', { format: 'letter' }],
  ])('%s', (_what, change) => {
    const { changes, substantialChanges } = compare(change);
    expect(substantialChanges).toBeGreaterThan(0);
    expect(changes).toBeGreaterThanOrEqual(substantialChanges);
  });

  it.each<readonly [string, Partial<Gongwen>]>([
    ['a line break in the title', { title: '关于做好2026年\n汛期安全工作的通知' }],
    ['blanks', { body: body(2, paragraph('各单位 应当于 5月1日 前排定值班表。')) }],
    ['the width of figures', { body: body(2, paragraph('各单位应当于５月１日前排定值班表。')) }],
    [
      'the width of punctuation',
      { body: body(0, paragraph('为做好2026年汛期安全工作,现将有关事项通知如下。')) },
    ],
    ['a heading made a paragraph', { body: body(1, paragraph('加强值班值守')) }],
    [
      'a paragraph split in two',
      {
        body: [
          paragraph('为做好2026年汛期安全工作，'),
          paragraph('现将有关事项通知如下。'),
          ...BASE.body.slice(1),
        ],
      },
    ],
    ['an empty paragraph', { body: [...BASE.body, paragraph('')] }],
    ['a page break', { body: [...BASE.body, { type: 'pageBreak' }] }],
    [
      'widths of a table',
      {
        body: table(
          [
            ['工程科', '12'],
            ['财务科', '3'],
          ],
          { widths: [50, 100] },
        ),
      },
    ],
    ['印发机关', { printingOffice: '局综合科' }],
    ['印发日期', { printedOn: '2026-04-21' }],
    ['份号', { copyNumber: '000001' }],
    ['the number', { documentNumber: { issuerCode: '临建发', year: 2026, serial: 3 } }],
    ['the size of the mark', { issuerMark: { suffix: '文件', charHeight: 15 } }],
    ['the seal', { seals: [{ diameter: 42 }] }],
    ['how it is sealed', { sealing: 'none' }],
    ['options of the page', { options: { ...BASE.options, mirrorMargins: true } }],
  ])('not %s, though it is told', (_what, change) => {
    const { changes, substantialChanges } = compare(change);
    expect(substantialChanges).toBe(0);
    expect(changes).toBeGreaterThan(0);
  });

  it.each<readonly [string, Partial<Gongwen>, Partial<Gongwen>]>([
    ['成文日期', { issuedOn: undefined }, { issuedOn: '2026-04-20' }],
    ['签发人', {}, { signatories: [{ name: '陈局长' }] }],
  ])('%s filled in for the first time is none, a later change is', (_what, before, change) => {
    const { issuedOn: _issuedOn, ...undated } = BASE;
    const base = 'issuedOn' in before ? gongwenDraftSchema.parse(undated) : BASE;
    expect(compare(change, base).substantialChanges).toBe(0);
    const filled = gongwenDraftSchema.parse({ ...base, ...change });
    const later = { issuedOn: '2026-05-01', signatories: [{ name: '王局长' }] };
    expect(
      compareDocuments(filled, gongwenDraftSchema.parse({ ...filled, ...later }), align).substantialChanges,
    ).toBe(2 - ('issuedOn' in before ? 1 : 0));
  });

  it('says of every element of the model why it is one or not', () => {
    for (const key of Object.keys(gongwenDraftSchema.shape)) {
      expect(Object.keys(ELEMENT_RULES), key).toContain(key);
    }
    for (const rule of Object.values(ELEMENT_RULES)) expect(rule.why).not.toBe('');
  });
});

describe('word by word', () => {
  it('the same document twice is no change', () => {
    const comparison = compare({});
    expect(comparison).toMatchObject({ changes: 0, substantialChanges: 0, summary: '没有改动' });
    expect(comparison.parts.every(({ change }) => change === 'same')).toBe(true);
  });

  it('tells place, words and weight of each change', () => {
    const comparison = compare({
      body: body(2, paragraph('各单位应当于6月1日前排定值班表。')),
      printingOffice: '局综合科',
    });
    expect(comparison.summary).toBe('改动 2 处，实质 1 处');
    const changed = comparison.parts.filter(({ change }) => change !== 'same');
    expect(changed.map(({ label, substantial }) => [label, substantial])).toEqual([
      ['正文第3段', true],
      ['印发机关', false],
    ]);
    expect(changed[0]?.spans).toEqual([
      { kind: 'same', text: '各单位应当于' },
      { kind: 'removed', text: '5' },
      { kind: 'added', text: '6' },
      { kind: 'same', text: '月1日前排定值班表。' },
    ]);
  });

  it('tells the cell of a table', () => {
    const changed = compare({
      body: table([
        ['工程科', '13'],
        ['财务科', '3'],
      ]),
    }).parts.filter(({ change }) => change !== 'same');
    expect(changed.map(({ label }) => label)).toEqual(['正文表1第2行第2列']);
  });

  it('a paragraph put in does not make those after it look changed', () => {
    const { parts } = compare({ body: [paragraph('新的一段。'), ...BASE.body] });
    expect(parts.filter(({ change }) => change !== 'same')).toMatchObject([
      { label: '正文第1段', change: 'added', spans: [{ kind: 'added', text: '新的一段。' }] },
    ]);
  });

  it('the older text is what stays and goes, the newer one what stays and comes', () => {
    const { parts } = compare({ body: body(0, paragraph('为切实做好汛期安全，现通知如下。')) });
    const part = parts.find(({ change }) => change === 'changed');
    const text = (kind: 'added' | 'removed') =>
      part?.spans
        .filter((span) => span.kind === 'same' || span.kind === kind)
        .map((span) => span.text)
        .join('');
    expect(text('removed')).toBe('为做好2026年汛期安全工作，现将有关事项通知如下。');
    expect(text('added')).toBe('为切实做好汛期安全，现通知如下。');
  });

  it('levels what is only typed otherwise', () => {
    expect(meaningOf('“ＡＢ”　12%')).toBe(meaningOf('"AB"12％'));
    expect(meaningOf('应当')).not.toBe(meaningOf('可以'));
  });
});
