import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../electron/attach/kinds.ts';
import { docxPages, ofdPages } from '../../electron/attach/package-text.ts';
import { decodeText } from '../../electron/attach/plain-text.ts';
import { findSecretMark } from '../../shared/domain/state-secret.ts';

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const page = (text: string) => `<ofd:Page><ofd:TextCode X="0" Y="1">${text}</ofd:TextCode></ofd:Page>`;

describe('text of packages', () => {
  it('DOCX: paragraphs, cells, breaks; a text box once; the header with the first page', () => {
    const box = `<mc:AlternateContent><mc:Choice><w:p>${run('框内')}</w:p></mc:Choice><mc:Fallback><w:p>${run('框内')}</w:p></mc:Fallback></mc:AlternateContent>`;
    const body =
      `<w:p>${run('甲 &amp; 乙')}<w:r><w:tab/></w:r>${run('&#x4E19;')}</w:p>${box}` +
      `<w:tbl><w:tr><w:tc><w:p>${run('单元格')}</w:p></w:tc></w:tr></w:tbl>` +
      `<w:p><w:r><w:lastRenderedPageBreak/></w:r>${run('第二页')}</w:p><w:p><w:r><w:delText>删去的</w:delText></w:r></w:p>`;
    const pages = docxPages(
      zip({
        'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
        'word/header1.xml': `<w:hdr><w:p>${run('页眉')}</w:p></w:hdr>`,
      }),
    );
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('甲 & 乙\t丙');
    expect(pages[0]?.match(/框内/gu)).toHaveLength(1);
    expect(pages[0]).toContain('页眉');
    expect(pages[1]).toContain('第二页');
    expect(pages.join('')).not.toContain('删去的');
  });

  it('DOCX: the star of a mark may be a symbol of Wingdings', () => {
    const star = '<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>';
    const pages = docxPages(zip({ 'word/document.xml': `<w:p>${run('机密')}${star}${run('10年')}</w:p>` }));
    expect(findSecretMark('通知.docx', pages)).toMatchObject({ page: 1 });
  });

  it('OFD: page 2 before page 10', () => {
    const file = zip({
      'OFD.xml': '<ofd:OFD/>',
      'Doc_0/Pages/Page_10/Content.xml': page('十'),
      'Doc_0/Pages/Page_2/Content.xml': page('二&lt;'),
    });
    expect(ofdPages(file)).toEqual(['二<', '十']);
    expect(kindOf(file, '通知.ofd')).toBe('ofd');
  });

  it('what is no package of the kind is said to be none', () => {
    expect(() => docxPages(zip({ 'a.txt': 'x' }))).toThrow();
    expect(() => ofdPages(strToU8('PK nothing'))).toThrow();
  });
});

describe('plain texts', () => {
  it.each([
    [Buffer.from('﻿通知', 'utf8'), '通知'],
    [Buffer.from('通知', 'utf8'), '通知'],
    [Buffer.from([0xff, 0xfe, ...Buffer.from('通知', 'utf16le')]), '通知'],
    // Valid UTF-8 by chance.
    [Buffer.from('cda8d6aa', 'hex'), '通知'],
  ])('%#: by their marks, else UTF-8, else GB 18030', (bytes, text) => {
    expect(decodeText(bytes).replace('\uFEFF', '')).toBe(text);
  });

  it('kinds by content, not by what the name claims', () => {
    expect(kindOf(strToU8('%PDF-1.7'), '照片.png')).toBe('pdf');
    expect(kindOf(strToU8('MZ'), '程序.pdf')).toBe('other');
    expect(kindOf(strToU8('内容'), '说明.TXT')).toBe('text');
  });
});
