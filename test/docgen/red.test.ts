import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { previewDocument, printPages, renderDocument } from '../../electron/docgen/render.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { OFFICIAL_REDS } from '../../shared/gongwen/red.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { measurePdf } from './measure-pdf.ts';

const fonts = bundledFonts();

function letterhead(color: (typeof OFFICIAL_REDS)[number] | undefined): Gongwen {
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['湖州市人民政府'],
    issuerMark: color === undefined ? {} : { color },
    documentNumber: { issuerCode: '湖政发', year: 2026, serial: 12 },
    title: '关于颜色的通知',
    body: [{ type: 'paragraph', text: '代码里的颜色 val="FF0000" 是正文，不能改。' }],
    issuedOn: '2026-03-05',
  });
}

const colorsIn = (text: string): string[] =>
  [...new Set(text.match(/#[\da-f]{6}\b/giu) ?? [])].map((color) => color.toUpperCase());

describe('the red of a document (L-16) is one, in every output', () => {
  it.each([...OFFICIAL_REDS, undefined])('%s', async (color) => {
    const document = letterhead(color);
    const expected = color ?? '#FF0000';
    const { files } = await renderDocument(document, fonts, { kinds: ['pdf', 'docx'] });

    const pdf = await measurePdf(files.pdf ?? new Uint8Array());
    const [page] = pdf.pages;
    const reds = new Set(
      [...(page?.texts ?? []).map((text) => text.color), ...(page?.rules ?? []).map((rule) => rule.color)]
        .filter((ink) => ink !== '#000000')
        .map((ink) => ink.toUpperCase()),
    );
    expect([...reds]).toEqual([expected]);
    const red = (page?.texts ?? []).filter((text) => text.color.toUpperCase() === expected);
    expect(red.map((text) => text.text).join('')).toBe('湖州市人民政府文件');

    for (const drawn of [
      ...(await previewDocument(document, fonts)).pages,
      ...(await printPages(document, fonts)),
    ]) {
      expect(colorsIn(drawn.svg)).toEqual([expected]);
    }

    const parts = unzipSync(files.docx ?? new Uint8Array());
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const hex = expected.slice(1);
    expect(styles.match(/<w:color w:val="([\dA-F]{6})"/u)?.[1]).toBe(hex);
    expect(main).toContain(`<a:srgbClr val="${hex}"`);
    const drawnRed = [...main.matchAll(/srgbClr val="([\dA-F]{6})"/gu)].map((match) => match[1]);
    expect(new Set(drawnRed.filter((each) => each !== '000000'))).toEqual(new Set([hex]));
    // what a drafter wrote about colours stays what it was
    expect(main).toContain('FF0000');
  });
});
