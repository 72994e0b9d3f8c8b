import { beforeAll, describe, expect, it } from 'vitest';
import { STYLES } from '../../electron/docgen/docx/style-table.ts';
import type { LaidOut, TextItem } from '../../shared/gongwen/pages.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { openDocx } from './docx-parts.ts';
import type { DocxParts } from './docx-parts.ts';
import { orderFaults, repeated } from './element-order.ts';
import { sampleDocument, SAMPLES, written } from './sample-documents.ts';
import type { Written } from './sample-documents.ts';
import { child, elements, named } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

const SLOTS = ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'] as const;
const WINDOWS_FONTS = ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312', '宋体'];
/** Direct formatting a paragraph may have: what only the layout knows. */
const OWN_PARAGRAPH = [
  'w:pStyle',
  'w:pageBreakBefore',
  'w:framePr',
  'w:tabs',
  'w:spacing',
  'w:ind',
  'w:jc',
  'w:sectPr',
];
const OWN_RUN = ['w:rStyle', 'w:rFonts', 'w:spacing', 'w:w', 'w:sz', 'w:szCs'];

const val = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];
const bare = (text: string): string => text.replace(/\s/gu, '');
const textOf = (root: XmlElement): string =>
  named(root, 'w:t')
    .map(({ text }) => text)
    .join('');

describe.each(SAMPLES)('%s.docx', (name) => {
  let sample: Written;
  let parts: DocxParts;
  let document: XmlElement;
  let styles: XmlElement;
  beforeAll(async () => {
    sample = await written(sampleDocument(name));
    parts = openDocx(sample.docx);
    document = parts.xml('word/document.xml');
    styles = parts.xml('word/styles.xml');
  });

  it('keeps the sequences of ECMA-376 in every part (D-04)', () => {
    for (const part of parts.names.filter((each) => /^word\/[^/]+\.xml$/u.test(each))) {
      expect(orderFaults(parts.xml(part)), part).toEqual([]);
      expect(repeated(parts.xml(part)), part).toEqual([]);
    }
  });

  it('has no bold or italic anywhere and no font of the theme (Z-02, D-01)', () => {
    for (const part of ['word/document.xml', 'word/styles.xml']) {
      for (const element of elements(parts.xml(part))) {
        expect(['w:b', 'w:bCs', 'w:i', 'w:iCs']).not.toContain(element.name);
        expect(Object.keys(element.attributes).filter((key) => /theme/iu.test(key))).toEqual([]);
      }
    }
  });

  it('names the Windows fonts in all slots of the styles and only hints in the text (D-01, K-77)', () => {
    const inStyles = named(styles, 'w:rFonts');
    expect(inStyles.length).toBeGreaterThan(5);
    for (const { attributes } of inStyles) {
      const families = SLOTS.map((slot) => attributes[slot]);
      expect(new Set(families).size).toBe(1);
      expect(WINDOWS_FONTS).toContain(families[0]);
      expect(attributes['w:hint']).toBe('eastAsia');
    }
    for (const { attributes } of named(document, 'w:rFonts'))
      expect(attributes).toEqual({ 'w:hint': 'eastAsia' });
    for (const run of named(document, 'w:r')) {
      if (!/[“”‘’…—]/u.test(textOf(run))) continue;
      const properties = child(run, 'w:rPr');
      expect(properties && child(properties, 'w:rFonts')?.attributes['w:hint']).toBe('eastAsia');
    }
  });

  it('formats by named styles and little else', () => {
    const known = new Set(named(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']));
    for (const paragraph of named(document, 'w:p')) {
      const properties = child(paragraph, 'w:pPr');
      const own = properties?.children.map((each) => each.name) ?? [];
      expect(own[0]).toBe('w:pStyle');
      expect(known).toContain(val(properties && child(properties, 'w:pStyle')));
      for (const property of own) expect(OWN_PARAGRAPH).toContain(property);
    }
    for (const properties of named(document, 'w:rPr')) {
      for (const { name: property } of properties.children) expect(OWN_RUN).toContain(property);
    }
    for (const each of [...named(document, 'w:rStyle'), ...named(document, 'w:tblStyle')]) {
      expect(known).toContain(val(each));
    }
  });

  it('ends lines by a break only where sense or drafter want it: the text stays free to be edited', () => {
    for (const paragraph of named(document, 'w:p')) {
      const properties = child(paragraph, 'w:pPr');
      const style = val(properties && child(properties, 'w:pStyle')) ?? '';
      const children = [...elements(paragraph)].filter(({ name: tag }) => tag === 'w:t' || tag === 'w:br');
      if (/Title|Issuer|Table/u.test(style)) continue;
      children.forEach((each, index) => {
        if (each.name !== 'w:br') return;
        // a Latin word longer than the line is torn: the only break a flowing text may have
        expect(children[index - 1]?.text ?? '', style).toMatch(/[\x21-\x7e]$/u);
        expect(children[index + 1]?.text ?? '', style).toMatch(/^[\x21-\x7e]/u);
      });
    }
  });

  it('gives back every character that went in, once', () => {
    const text = bare(textOf(document));
    const headers = named(document, 'w:tr').filter((row) => named(row, 'w:tblHeader').length > 0);
    // header rows may stand there once more for every part of a table
    const once = headers.reduce((rest, row) => rest.replace(bare(textOf(row)), ''), text);
    expect(sorted(once)).toBe(sorted(bare(textWithoutHeaders(sample.laidOut))));
    expect(text).toContain(bare(sample.document.title));
    const { body, attachments, enclosures } = sample.document;
    for (const block of [
      body,
      ...attachments.map((one) => one.body),
      ...enclosures.map((one) => one.body),
    ].flat()) {
      if (block.type === 'paragraph' || block.type === 'heading') expect(text).toContain(bare(block.text));
      if (block.type !== 'table') continue;
      for (const row of [...(block.header ?? []), ...block.rows]) expect(text).toContain(bare(row.join('')));
    }
  });

  it('has an odd and an even footer with a real PAGE field in every numbered section (D-03)', () => {
    expect(named(parts.xml('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const targets = new Map(
      named(parts.xml('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes['Id'],
        attributes['Target'],
      ]),
    );
    for (const section of named(document, 'w:sectPr')) {
      const footers = section.children.filter((each) => each.name === 'w:footerReference');
      const types = footers.map(({ attributes }) => attributes['w:type']);
      expect(types).toContain('default');
      expect(types).toContain('even');
      for (const { attributes } of footers) {
        const footer = parts.xml(`word/${targets.get(attributes['r:id']) ?? ''}`);
        const fields = named(footer, 'w:instrText').map(({ text }) => text.trim());
        expect([[], ['PAGE']]).toContainEqual(fields);
      }
    }
    const numbered = sample.laidOut.pages.some(({ pageNumber }) => pageNumber !== undefined);
    const fields = parts.names.filter(
      (each) => each.includes('footer') && parts.source(each).includes('PAGE'),
    );
    expect(fields.length > 0).toBe(numbered);
  });

  it('says its title, author and language, and nothing of the clock', () => {
    const core = parts.xml('docProps/core.xml');
    const property = (key: string): string | undefined => child(core, key)?.text;
    expect(property('dc:title')).toBe(sample.document.title.replaceAll('\n', ''));
    expect(property('dc:creator')).toBe(sample.document.issuers.join('、'));
    expect(property('dc:language')).toBe('zh-CN');
    expect(child(parts.xml('docProps/app.xml'), 'Company')?.text).toBe(sample.document.issuers.join('、'));
    expect(property('dcterms:created')).toBe(`${sample.document.issuedOn ?? '1980-01-01'}T00:00:00Z`);
    expect(named(styles, 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  it('is the same bytes the second time, also after another document', async () => {
    await written(sampleDocument(SAMPLES[0] ?? name));
    const again = await written(sampleDocument(name));
    expect(Buffer.from(again.docx).equals(sample.docx)).toBe(true);
  });

  it('refers to no part that is missing and carries none that nobody refers to', () => {
    const targets = parts.names
      .filter((each) => each.endsWith('.rels'))
      .flatMap((each) => {
        const base = each.startsWith('word/') ? 'word/' : '';
        return named(parts.xml(each), 'Relationship').map(
          ({ attributes }) => base + (attributes['Target'] ?? ''),
        );
      });
    const types = named(parts.xml('[Content_Types].xml'), 'Override').map(
      ({ attributes }) => attributes['PartName']?.slice(1) ?? '',
    );
    expect(parts.names[0]).toBe('[Content_Types].xml');
    for (const type of types) expect(parts.names).toContain(type);
    const referring = /\.rels$|^\[Content_Types\]\.xml$/u;
    expect(targets.toSorted()).toEqual(parts.names.filter((each) => !referring.test(each)).toSorted());
  });
});

/** Text of the pages without page numbers and the header rows of tables. */
const textWithoutHeaders = (laidOut: LaidOut): string =>
  laidOut.pages
    .flatMap(({ items }) => items)
    .filter((item): item is TextItem => item.kind === 'text' && item.element !== 'pageNumber')
    .filter(({ path }) => !/\.header\.\d+\.\d+$/u.test(path))
    .map(({ text }) => text)
    .join('');

const sorted = (text: string): string => Array.from(text).toSorted().join('');

describe('styles', () => {
  it('carry the Chinese names of the elements, and none that Word shows for a style of its own', () => {
    const names = STYLES.map(({ name }) => name);
    for (const wanted of [
      '公文标题',
      '主送机关',
      '公文正文',
      '一级标题',
      '二级标题',
      '三级标题',
      '四级标题',
      '附件说明',
      '发文机关署名',
      '成文日期',
      '附注',
      '附件标识',
      '附件标题',
      '版记',
      '公文页码',
    ]) {
      expect(names).toContain(wanted);
    }
    expect(new Set(names).size).toBe(names.length);
    for (const builtIn of ['正文', '标题', '页码', '日期', '页脚', '签名'])
      expect(names).not.toContain(builtIn);
  });

  it('forbid everything that would move characters by itself', async () => {
    const { docx } = await written(sampleDocument(SAMPLES[0] ?? ''));
    const normal = named(openDocx(docx).xml('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'Normal',
    );
    const properties = normal && child(normal, 'w:pPr');
    const flags = Object.fromEntries(properties?.children.map((each) => [each.name, val(each)]) ?? []);
    expect(flags).toMatchObject({
      'w:widowControl': '0',
      'w:overflowPunct': '0',
      'w:autoSpaceDE': '0',
      'w:autoSpaceDN': '0',
      'w:adjustRightInd': '0',
      'w:snapToGrid': '0',
    });
    expect(Object.keys(flags)).toContain('w:kinsoku');
    expect(properties && child(properties, 'w:spacing')?.attributes).toMatchObject({
      'w:line': '590',
      'w:lineRule': 'exact',
    });
  });
});

describe('text of any kind', () => {
  const nasty = 'A&B<C>"D"\u0001\u0008𠮷田喆\u2028堃\uD800]]>';

  it('gets through: marks of XML, characters beyond the BMP; control characters stay out', async () => {
    const document = gongwenDraftSchema.parse({
      genre: '通知',
      issuers: [nasty],
      title: `关于${nasty}的通知`,
      body: [{ type: 'paragraph', text: nasty }],
      attachments: [{ title: nasty, body: [{ type: 'table', rows: [[nasty]] }] }],
      copyTo: [[nasty]],
      printingOffice: nasty,
    });
    const parts = openDocx((await written(document)).docx);
    const text = bare(textOf(parts.xml('word/document.xml')));
    const kept = bare('A&B<C>"D"𠮷田喆堃]]>');
    expect(text.split(kept).length - 1).toBeGreaterThanOrEqual(6);
    expect(child(parts.xml('docProps/core.xml'), 'dc:title')?.text).toContain('𠮷田喆');
  });

  it('an empty draft is a document too', async () => {
    const document = gongwenDraftSchema.parse({ genre: '通知', issuers: [], body: [] });
    const parts = openDocx((await written(document)).docx);
    expect(named(parts.xml('word/document.xml'), 'w:p').length).toBeGreaterThan(0);
    expect(orderFaults(parts.xml('word/document.xml'))).toEqual([]);
  });
});
