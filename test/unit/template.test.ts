import { describe, expect, it } from 'vitest';
import { findStructureFaults } from '../../shared/gongwen/structure.ts';
import { FORMATS, GENRES, gongwenDraftSchema, SEALINGS } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import {
  applyTemplate,
  proposedIssuerCode,
  templateChanges,
  templateContentSchema,
  templateFits,
  USUAL_SUFFIX,
} from '../../shared/gongwen/template.ts';
import type { TemplateContent } from '../../shared/gongwen/template.ts';
import { sampleDocument } from '../../shared/gongwen/template-sample.ts';

const template = (input: Record<string, unknown> = {}): TemplateContent =>
  templateContentSchema.parse({
    format: 'document',
    issuers: ['江城市卫生健康委员会'],
    markSuffix: '文件',
    ...input,
  });

const full = template({
  charHeight: 20,
  charWidth: 13.5,
  color: '#C00000',
  issuerCode: '江卫发',
  addressees: ['各区卫生健康局', '各直属单位'],
  printingOffice: '江城市卫生健康委员会办公室',
  copyTo: [['市政府办公室'], ['省卫生健康委']],
  sealing: 'none',
});

const document = (input: Record<string, unknown> = {}): Gongwen =>
  gongwenDraftSchema.parse({ genre: '通知', issuers: ['某局'], body: [], ...input });

const faultsOf = (input: Record<string, unknown>): string[] => {
  const parsed = templateContentSchema.safeParse({
    format: 'document',
    issuers: ['某局'],
    markSuffix: '文件',
    ...input,
  });
  return (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

const fitting = (format: (typeof FORMATS)[number]): string[] =>
  GENRES.filter((genre) => templateFits(genre, { format }));
const parse = (issuerMark: unknown): unknown =>
  parseGongwenInput({
    genre: '通知',
    issuers: ['某局'],
    title: '关于某事的通知',
    body: '正文。',
    issuerMark,
  });

describe('applying a template', () => {
  it('sets header, defaults and sealing, and nothing else', () => {
    const before = document({
      title: '关于××的通知',
      documentNumber: { issuerCode: '某发', year: 2026, serial: 3 },
      body: [{ type: 'paragraph', text: '正文。' }],
      issuedOn: '2026-03-05',
      annotation: '此件公开发布',
    });
    const frozen = structuredClone(before);
    const after = applyTemplate(before, full);
    expect(before).toEqual(frozen);
    expect(after).toEqual({
      ...before,
      issuers: ['江城市卫生健康委员会'],
      issuerMark: { charHeight: 20, charWidth: 13.5, color: '#C00000' },
      addressees: ['各区卫生健康局', '各直属单位'],
      printingOffice: '江城市卫生健康委员会办公室',
      copyTo: [['市政府办公室'], ['省卫生健康委']],
      sealing: 'none',
    });
    expect(gongwenDraftSchema.parse(after)).toEqual(after);
  });

  it('leaves what the template leaves open', () => {
    const before = document({ addressees: ['甲单位'], copyTo: [['乙单位']], printingOffice: '某办' });
    const after = applyTemplate(before, template());
    expect([after.addressees, after.copyTo, after.printingOffice]).toEqual([
      ['甲单位'],
      [['乙单位']],
      '某办',
    ]);
  });

  it('takes over only the parts that were confirmed', () => {
    const after = applyTemplate(document(), full, ['addressees']);
    expect(after).toEqual(document({ addressees: full.addressees }));
  });

  it('twice is the same as once, and changes nothing more', () => {
    const once = applyTemplate(document(), full);
    expect(templateChanges(once, full)).toEqual([]);
    expect(applyTemplate(once, full)).toEqual(once);
  });

  it('tells every change before it is made, and which would replace words of the drafter', () => {
    const before = document({ addressees: ['甲单位'] });
    const changes = templateChanges(before, full);
    expect(changes.map(({ key }) => key)).toEqual([
      'issuers',
      'issuerMark',
      'addressees',
      'sealing',
      'copyTo',
      'printingOffice',
    ]);
    expect(changes.filter(({ replacesText }) => replacesText)).toEqual([
      {
        key: 'addressees',
        label: '主送机关',
        before: '甲单位',
        after: '各区卫生健康局、各直属单位',
        replacesText: true,
      },
    ]);
    const changed = applyTemplate(before, full);
    for (const key of ['title', 'body', 'documentNumber', 'format'] as const) {
      expect(changed[key]).toEqual(before[key]);
    }
  });

  it('a suffix that is only the usual one is no change of a document that does not name it', () => {
    const same = document({ issuers: ['江城市卫生健康委员会'] });
    expect(templateChanges(same, template())).toEqual([]);
    expect(templateChanges({ ...same, issuerMark: { suffix: '文件' } }, template())).toEqual([]);
  });

  it('orders and minutes have their own format, all others do not', () => {
    expect(fitting('order')).toEqual(['命令（令）']);
    expect(fitting('minutes')).toEqual(['纪要']);
    expect(fitting('document')).toHaveLength(GENRES.length);
    expect(fitting('letter')).toHaveLength(GENRES.length);
  });

  it('a letter loses 印发机关 and 印发日期, which its 版记 does not have, and that is told (10.1)', () => {
    const letter = template({ format: 'letter', markSuffix: '' });
    const before = document({ genre: '函', printingOffice: '某办', printedOn: '2026-03-05' });
    const told = templateChanges(before, letter).filter(({ after }) => after === '');
    expect(told.map(({ key, before: old, replacesText }) => [key, old, replacesText])).toEqual([
      ['printingOffice', '某办', false],
      ['printedOn', '2026-03-05', false],
    ]);
    expect(Object.keys(applyTemplate(before, letter))).not.toContain('printingOffice');
    expect(applyTemplate(before, letter, ['printingOffice']).printedOn).toBe('2026-03-05');
  });

  it('proposes the 机关代字 of the template a document looks like', () => {
    const letter = template({ format: 'letter', markSuffix: '', issuerCode: '江卫函' });
    const templates = [letter, full];
    expect(proposedIssuerCode(applyTemplate(document(), full), templates)).toBe('江卫发');
    expect(proposedIssuerCode(applyTemplate(document(), letter), templates)).toBe('江卫函');
    expect(proposedIssuerCode(document(), templates)).toBeUndefined();
    // words typed by the drafter do not matter, the header does
    const own = { ...applyTemplate(document(), full), addressees: ['别的单位'] };
    expect(proposedIssuerCode(own, templates)).toBe('江卫发');
  });
});

describe('the sample page of a template', () => {
  it.each(FORMATS.flatMap((format) => SEALINGS.map((sealing) => [format, sealing] as const)))(
    '%s with %s is a document without faults',
    (format, sealing) => {
      const content = template({ format, sealing, markSuffix: USUAL_SUFFIX[format], issuerCode: '江卫发' });
      const sample = sampleDocument(content, '2026-11-22');
      expect(findStructureFaults(sample)).toEqual([]);
      expect(sample.issuers).toEqual(content.issuers);
      expect(sample.format).toBe(format);
    },
  );
});

describe('what a template may hold', () => {
  it('is stored as plain data that reads back the same', () => {
    expect(templateContentSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it.each([
    [{ issuers: [] }, 'issuers: 请填写发文机关'],
    [{ issuers: ['甲', '甲'] }, 'issuers.1: 与第1个发文机关重复'],
    [{ issuers: ['  '] }, 'issuers.0: 发文机关是空的，请填写或删去'],
    [{ charHeight: 31 }, 'charHeight: 字高应在5到30毫米之间'],
    [{ charHeight: Number.NaN }, 'charHeight: 字高应在5到30毫米之间'],
    [{ charWidth: 2 }, 'charWidth: 字宽应在3到30毫米之间'],
    [{ format: 'letter', printingOffice: '某办' }, 'printingOffice: 信函格式的版记不加印发机关，请留空'],
    [{ format: 'letter' }, 'markSuffix: 信函格式的发文机关标志不加后缀，请留空'],
    [{ markSuffix: '一二三四五六七八九十甲' }, 'markSuffix: 标志后缀最多10字'],
    [{ issuerCode: '江卫发〔2026〕' }, 'issuerCode: 机关代字只写代字，不写括号、年份、“第”和“号”'],
    [{ printingOffice: '办公室。' }, 'printingOffice.0: 印发机关末尾不要写标点“。”，程序会加'],
  ])('%j is refused', (input, fault) => {
    expect(faultsOf(input)).toContain(fault);
  });

  it('colours outside the list and unknown keys are refused', () => {
    expect(faultsOf({ color: '#00FF00' })).toHaveLength(1);
    expect(faultsOf({ colour: '#FF0000' })).toHaveLength(1);
  });
});

describe('the mark in the JSON of a document', () => {
  it('takes size and red', () => {
    expect(parse({ charHeight: 22, charWidth: 15, color: '#E60012' })).toMatchObject({
      ok: true,
      document: { issuerMark: { charHeight: 22, charWidth: 15, color: '#E60012' } },
    });
  });

  it.each([
    [{ charHeight: 60 }, 'issuerMark.charHeight', '应在5到30毫米之间，现为60'],
    [{ charWidth: 0 }, 'issuerMark.charWidth', '应在3到30毫米之间，现为0'],
    [{ charHeight: '22' }, 'issuerMark.charHeight', '应为数字（不加引号），现为文字'],
    [{ charheight: 22 }, 'issuerMark.charheight', '没有这个键，是否为“charHeight”（字高）？'],
  ])('%j is answered at its place', (mark, path, message) => {
    expect(parse(mark)).toEqual({ ok: false, faults: [{ path, message }] });
  });

  it('names the reds there are', () => {
    expect(parse({ color: 'red' })).toMatchObject({
      ok: false,
      faults: [
        { path: 'issuerMark.color', message: expect.stringContaining('“#FF0000”（正红（默认））') as string },
      ],
    });
  });
});
