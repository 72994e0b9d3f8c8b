import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rendered } from '../../electron/docgen/render.ts';
import { previewDocument, printPages, renderDocument } from '../../electron/docgen/render.ts';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import type { TextItem } from '../../shared/gongwen/pages.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import type { MeasuredPdf } from './measure-pdf.ts';
import { measurePdf } from './measure-pdf.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');
const fonts = bundledFonts();

describe.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.json')))('%s', (name) => {
  let document: Gongwen;
  let rendered: Rendered;
  let pdf: MeasuredPdf;
  beforeAll(async () => {
    document = readSample(name);
    rendered = await renderDocument(document, fonts, { kinds: ['pdf'] });
    pdf = await measurePdf(rendered.files.pdf ?? new Uint8Array());
  });

  it('keeps every character of the input, in order', () => {
    for (const [path, text] of texts(document)) {
      expect(bare(drawnFor(rendered, path)), path).toBe(bare(text));
    }
  });

  it('has in the PDF exactly the text of the pages, as drawn and as copied', () => {
    for (const [index, page] of rendered.laidOut.pages.entries()) {
      const laidOut = page.items.filter((item) => item.kind === 'text').map(({ text }) => text);
      expect(bare(pdf.pages[index]?.text ?? '')).toBe(bare(laidOut.join('')));
      expect(bare(pdf.pages[index]?.extracted ?? '')).toBe(bare(laidOut.join('')));
    }
    expect(pdf.text).not.toMatch(/[\u2E80-\u2FDF]/u);
  });

  it('embeds all its fonts as subsets and names itself', () => {
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
    // A 令 has no title: it goes by its 发文机关标志 and 令号.
    const title = document.title === '' ? '江城市人民政府令第12号' : document.title.replaceAll('\n', '');
    expect(pdf.info).toMatchObject({ Title: title, Creator: '公文台' });
    expect(pdf.lang).toBe('zh-CN');
  });

  it('draws every character with a real glyph', () => {
    for (const item of rendered.laidOut.pages.flatMap(({ items }) => items)) {
      if (item.kind !== 'text') continue;
      for (const char of item.text) expect(fonts.glyph(item.face, char).real, char).toBe(true);
    }
  });

  it('is the same the second time, in PDF, preview and print', async () => {
    const again = await renderDocument(document, fonts, { kinds: ['pdf'] });
    expect(Buffer.from(again.files.pdf ?? []).equals(rendered.files.pdf ?? new Uint8Array())).toBe(true);
    const preview = await previewDocument(document, fonts);
    expect(preview).toEqual(await previewDocument(document, fonts));
    expect(preview.pages).toHaveLength(pdf.pages.length);
    expect(await printPages(document, fonts)).toHaveLength(pdf.pages.length);
  });
});

describe('what the person is told about fonts', () => {
  it('names the stand-ins of the roles in use and the characters drawn with another font', async () => {
    const document = gongwenDraftSchema.parse({
      genre: '通知',
      issuers: ['某市人民政府办公室'],
      title: '关于任命的通知',
      body: [{ type: 'paragraph', text: '任命𠮷野、张\u{2FA1F}为主任。' }],
    });
    const { standIns, laidOut } = await renderDocument(document, fonts, { kinds: [] });
    expect(standIns).toContain('仿宋用 Noto Serif SC 代替');
    expect(standIns).toContain('小标宋用 Noto Serif SC 代替');
    const messages = laidOut.notes.map(({ code, path, message }) => `${code} ${path} ${message}`);
    expect(messages).toContain(
      'other-font body.0 仿宋（Noto Serif SC）中没有“𠮷”，该字用 LXGW WenKai 排印。',
    );
    expect(messages).toContain(
      'missing-glyph body.0 “\u{2FA1F}”（U+2FA1F）在本机和程序自带的字体中都没有，版面上以“〓”代替。请安装含有该字的字体。',
    );
  });
});

function readSample(name: string): Gongwen {
  const parsed = parseGongwenInput(JSON.parse(readFileSync(join(SAMPLES, name), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return parsed.document;
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/** Model paths and the texts that stand on the page as they were given. */
function texts({ title, body, attachments, enclosures }: Gongwen): [string, string][] {
  return [
    ['title', title],
    ...blockTexts(body, 'body'),
    ...attachments.flatMap((part, index) => blockTexts(part.body, `attachments.${index}.body`)),
    ...enclosures.flatMap((part, index) => blockTexts(part.body, `enclosures.${index}.body`)),
  ];
}

function blockTexts(blocks: readonly Block[], path: string): [string, string][] {
  return blocks.flatMap((block, index): [string, string][] =>
    block.type === 'paragraph' || block.type === 'heading' ? [[`${path}.${index}`, block.text]] : [],
  );
}

function drawnFor({ laidOut }: Rendered, path: string): string {
  return laidOut.pages
    .flatMap(({ items }) => items)
    .filter((item): item is TextItem => item.kind === 'text' && item.path === path)
    .map(({ text }) => text)
    .join('');
}
