import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../../electron/docgen/render.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import {
  bare,
  blockTexts,
  bookmarks,
  everythingWith,
  readInfo,
  readSample,
  SAMPLE_NAMES,
  tablesOf,
} from './archive-documents.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { onePixelPng } from './one-pixel-png.ts';
import { cmykJpeg, roundSealPng } from './test-images.ts';
import type { TaggedPdf, TagNode } from './tagged-pdf.ts';
import { readTags, walk } from './tagged-pdf.ts';

/**
 * The PDF for the archive: what can be checked of PDF/A-2b (ISO 19005-2) and of the structure tree without
 * the standard's validator veraPDF, which no package here brings. Passing is no certificate of conformance.
 */

const fonts = bundledFonts();
const HAS_QPDF = spawnSync('qpdf', ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'gongwentai-archive-'));
const picture = join(folder, 'picture.png');
const seal = join(folder, 'seal.png');
writeFileSync(picture, onePixelPng());
writeFileSync(seal, roundSealPng(120));
afterAll(() => rmSync(folder, { recursive: true }));

const everything = everythingWith(picture, seal);
const documents: readonly (readonly [string, () => Gongwen])[] = [
  ['everything at once', () => everything],
  ...SAMPLE_NAMES.map((name) => [name, () => readSample(name)] as const),
];

describe.each(documents)('%s', (_name, open) => {
  let document: Gongwen;
  let laidOut: LaidOut;
  let bytes: Uint8Array;
  let tags: TaggedPdf;
  let nodes: readonly TagNode[];
  beforeAll(async () => {
    document = open();
    const rendered = await renderDocument(document, fonts, { kinds: ['pdf'] });
    bytes = rendered.files.pdf ?? new Uint8Array();
    ({ laidOut } = rendered);
    tags = await readTags(bytes);
    nodes = walk(tags.root);
  });

  it.skipIf(!HAS_QPDF)('is sound in the eyes of qpdf', () => {
    const file = join(folder, 'check.pdf');
    writeFileSync(file, bytes);
    const said = execFileSync('qpdf', ['--check', file], { encoding: 'utf8', stdio: 'pipe' });
    expect(said).toContain('No syntax or stream encoding errors found');
  });

  it('draws nothing outside of a mark, and every marked piece has its one place in the tree', () => {
    expect(tags.unmarked).toBe(0);
    const marked = tags.marks.flatMap(({ piece }) => piece ?? []);
    const placed = nodes.flatMap(({ pieces }) => pieces);
    expect(placed.toSorted()).toEqual(marked.toSorted());
    expect(new Set(marked).size).toBe(marked.length);
    expect([...tags.parents.keys()].toSorted()).toEqual(marked.toSorted());
    for (const [piece, element] of tags.parents) {
      expect(tags.objects.get(element), piece).toContain('/S /');
    }
    for (const { piece, tag } of tags.marks) {
      if (piece === undefined) expect(tag).toBe('Artifact');
    }
  });

  it('leaves only page numbers and repeated table headers out of the text', () => {
    const numbers = laidOut.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' && item.element === 'pageNumber' ? [item.text] : [])),
    );
    const aside = bare(tags.marks.map(({ tag, text }) => (tag === 'Artifact' ? text : '')).join(''));
    const headers = tablesOf(document).map(({ header = [] }) => bare(header.flat().join('')));
    const rest = headers.reduce((text, header) => (header ? text.replaceAll(header, '') : text), aside);
    expect(rest).toBe(bare(numbers.join('')));
  });

  it('is read in the order of the document', () => {
    const drawn = tags.marks.map(({ tag, text }) => (tag === 'Artifact' ? '' : text)).join('');
    const read = nodes.map(({ text }) => text).join('');
    // The tree keeps together what lies on two pages; only table cells lie side by side there.
    if (tablesOf(document).length === 0) expect(bare(read)).toBe(bare(drawn));
    expect(Array.from(bare(read)).toSorted()).toEqual(Array.from(bare(drawn)).toSorted());
    const texts = [document.title, ...blockTexts(document).map(({ text }) => text)].map(bare).filter(Boolean);
    let at = 0;
    for (const text of texts) {
      const found = bare(read).indexOf(text, at);
      expect(found, text).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
  });

  it('has one element for each paragraph, tagged with its level', () => {
    for (const { text, level } of blockTexts(document)) {
      if (bare(text) === '') continue;
      const found = nodes.filter((node) => bare(node.text) === bare(text)).map(({ tag }) => tag);
      expect(found, text).toContain(level === undefined ? 'P' : `H${level + 1}`);
    }
    const first = nodes.find(({ tag }) => tag === 'H1');
    const { title, enclosures } = document;
    if (title !== '') expect(bare(first?.text ?? '')).toBe(bare(title));
    expect(nodes.filter(({ tag }) => tag === 'H2')).toHaveLength(
      blockTexts(document).filter(({ level }) => level === 1).length,
    );
    for (const enclosure of enclosures) {
      const titles = nodes.filter(({ tag }) => tag === 'H1').map(({ text }) => bare(text));
      expect(titles).toContain(bare(enclosure.title));
    }
  });

  it('has every table with all its cells, empty ones too', () => {
    const found = nodes.filter(({ tag }) => tag === 'Table');
    const tables = tablesOf(document);
    expect(found).toHaveLength(tables.length);
    for (const [index, { caption, header = [], rows }] of tables.entries()) {
      const children = found[index]?.children ?? [];
      const columns = Math.max(...[...header, ...rows].map((row) => row.length));
      const expected = [...header, ...rows].map((row) =>
        Array.from({ length: columns }, (_, column) => bare(row[column] ?? '')),
      );
      const shown = children.filter(({ tag }) => tag === 'TR');
      expect(shown.map((row) => row.children.map(({ text }) => bare(text)))).toEqual(expected);
      expect(shown.map((row) => row.children[0]?.tag)).toEqual([
        ...header.map(() => 'TH'),
        ...rows.map(() => 'TD'),
      ]);
      const captions = children.filter(({ tag }) => tag === 'Caption').map(({ text }) => text);
      expect(captions).toEqual(caption === undefined ? [] : [caption]);
    }
  });

  it('says what it is: PDF/A-2b settings, the same facts in Info and XMP', async () => {
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.slice(0, 9)).toBe('%PDF-1.7\n');
    expect(Buffer.from(bytes.subarray(9, 14)).toString('hex')).toBe('25ffffffff');
    const xmp =
      Buffer.from(bytes)
        .toString('utf8')
        .match(/<\?xpacket begin.*?<\?xpacket end="w"\?>/su)?.[0] ?? '';
    const property = (name: string): string | undefined =>
      new RegExp(`<${name}>(?:<rdf:\\w+><rdf:li[^>]*>)?([^<]*)<`, 'u')
        .exec(xmp)?.[1]
        ?.replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    expect(property('pdfaid:part')).toBe('2');
    expect(property('pdfaid:conformance')).toBe('B');
    const { info, outline } = await readInfo(bytes);
    expect(property('dc:title')).toBe(info['Title']);
    expect(property('dc:creator')).toBe(info['Author']);
    expect(property('xmp:CreatorTool')).toBe(info['Creator']);
    expect(property('pdf:Producer')).toBe(info['Producer']);
    for (const [name, key] of [
      ['xmp:CreateDate', 'CreationDate'],
      ['xmp:ModifyDate', 'ModDate'],
    ] as const) {
      expect(`D:${property(name)?.replaceAll(/[-:TZ]/gu, '')}Z`).toBe(info[key]);
    }
    expect(String(info['CreationDate'])).toContain(document.issuedOn?.replaceAll('-', '') ?? 'no date');
    expect(outline).toEqual(bookmarks(document));
  });

  it('keeps to what PDF/A-2 allows', () => {
    const objects = [...tags.objects.values()].join('\n');
    expect(objects).toMatch(/\/Type \/OutputIntent\s+\/S \/GTS_PDFA1/u);
    expect(objects).toMatch(/\/Marked true/u);
    expect(objects).toContain('/Lang (zh-CN)');
    expect(objects).not.toMatch(
      /\/(?:JavaScript|JS|Encrypt|AA|OpenAction|Launch|EmbeddedFiles|XFA|LZWDecode|DeviceCMYK|Interpolate)\b/u,
    );
    const descriptors = objects.match(/\/Type \/FontDescriptor\b/gu) ?? [];
    const embedded = objects.match(/\/FontFile[23] \d+ 0 R/gu) ?? [];
    expect(descriptors.length).toBeGreaterThan(0);
    expect(embedded).toHaveLength(descriptors.length);
    expect(objects.match(/\/Subtype \/Type0\b/gu)).toHaveLength(descriptors.length);
    // CIDSet is deprecated, and wrong unless it names every glyph; it is left out.
    expect(objects).not.toContain('/CIDSet');
    const ids = /\/ID \[<([\da-f]{32})> <([\da-f]{32})>\]/u.exec(Buffer.from(bytes).toString('latin1'));
    expect(ids?.[1]).toBe(ids?.[2]);
  });

  it('is the same, byte for byte, the second time', async () => {
    const again = await renderDocument(document, fonts, { kinds: ['pdf'] });
    expect(Buffer.from(again.files.pdf ?? []).equals(bytes)).toBe(true);
  });
});

describe('what only the odd document shows', () => {
  it('names another document by another identifier, though title and date are the same', async () => {
    const changed = { ...everything, printedOn: '2026-03-07' };
    const [first, second] = await Promise.all(
      [everything, changed].map(async (document) => {
        const { files } = await renderDocument(document, fonts, { kinds: ['pdf'] });
        return /\/ID \[<(\w+)>/u.exec(Buffer.from(files.pdf ?? []).toString('latin1'))?.[1];
      }),
    );
    expect(first).toMatch(/^[\da-f]{32}$/u);
    expect(second).not.toBe(first);
  });

  it('describes pictures, and keeps the seal’s transparency as a soft mask', async () => {
    const { files } = await renderDocument(everything, fonts, { kinds: ['pdf'] });
    const tags = await readTags(files.pdf ?? new Uint8Array());
    const figures = walk(tags.root).filter(({ tag }) => tag === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['图片', '某市人民政府办公室印章（图片）']);
    expect([...tags.objects.values()].filter((object) => object.includes('/SMask '))).toHaveLength(1);
  });

  it('puts several 附件 of the note into a list, numbers and names apart', async () => {
    const { files } = await renderDocument(everything, fonts, { kinds: ['pdf'] });
    const tags = await readTags(files.pdf ?? new Uint8Array());
    const list = walk(tags.root).find(({ tag }) => tag === 'L');
    expect(list?.children.map((entry) => entry.children.map(({ tag, text }) => [tag, text]))).toEqual([
      [
        ['Lbl', '附件：1.'],
        ['LBody', '任务清单'],
      ],
      [
        ['Lbl', '2.'],
        ['LBody', '联系人名单'],
      ],
    ]);
  });

  it('does not call a PDF with a CMYK picture PDF/A, and tells the person', async () => {
    const file = join(folder, 'press.jpg');
    writeFileSync(file, cmykJpeg());
    const document = { ...everything, body: [{ type: 'image', file, width: 60 } as const] };
    const { files, laidOut } = await renderDocument(document, fonts, { kinds: ['pdf'] });
    expect(Buffer.from(files.pdf ?? []).toString('latin1')).not.toContain('pdfaid');
    expect(laidOut.notes.filter(({ code }) => code === 'image-cmyk').map(({ path }) => path)).toEqual([
      'body.0',
    ]);
  });

  it('writes no date into a draft that has none', async () => {
    const { issuedOn: _, ...undated } = everything;
    const { files } = await renderDocument(undated, fonts, { kinds: ['pdf'] });
    const { info } = await readInfo(files.pdf ?? new Uint8Array());
    expect(info['CreationDate']).toBeUndefined();
    expect(Buffer.from(files.pdf ?? []).toString('latin1')).not.toContain('xmp:CreateDate');
  });
});
