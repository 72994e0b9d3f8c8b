import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PdfKit from 'pdfkit';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { AddedFile, Attachment, AttachmentOwner } from '../../shared/features/attachment.ts';
import { pageImages, renderDocument } from '../../electron/docgen/render.ts';
import { bundledFonts } from '../docgen/fonts-for-tests.ts';
import type { Program } from './harness.ts';

/** Real files of the office, made by the document engine, and short ways to attach them. */

export const TITLE = '关于开展汛期地质灾害隐患排查的通知';

export function notice(changes: Partial<Gongwen> = {}): Gongwen {
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['江州市人民政府办公室'],
    issuerMark: { names: ['江州市人民政府办公室'], suffix: '文件' },
    documentNumber: { issuerCode: '江政办发', year: 2026, serial: 31 },
    title: TITLE,
    addressees: ['各县（区）人民政府'],
    body: [{ type: 'paragraph', text: '请各单位于汛期前完成隐患排查，结果书面报送市政府办公室。' }],
    issuedOn: '2026-05-06',
    ...changes,
  });
}

/** A file in the person's own folder. */
export function writeFile(program: Program, name: string, bytes: Uint8Array | string): string {
  const folder = path.join(program.folder, '我的文件');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

export const docx = (program: Program, document = notice()) =>
  program.services.docgen.render(document, 'docx');
export const pdf = (program: Program, document = notice()) => program.services.docgen.render(document, 'pdf');

/** The first page as a scanner sees it: a picture, 200 dots to the inch. */
export async function scanOf(document = notice(), format: 'png' | 'webp' = 'png'): Promise<Uint8Array> {
  const fonts = bundledFonts();
  const { laidOut } = await renderDocument(document, fonts, { kinds: [] });
  const [page] = await pageImages({ ...laidOut, pages: laidOut.pages.slice(0, 1) }, fonts, {
    widthPx: 1654,
    format,
  });
  if (page === undefined) throw new Error('no page');
  return page;
}

/** A PDF that is nothing but pictures, as a scanner writes it. */
export function picturePdf(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PdfKit({ size: 'A4', margin: 0, autoFirstPage: false });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    for (const picture of pictures) {
      document.addPage();
      document.image(Buffer.from(picture), 0, 0, { width: 595.28, height: 841.89 });
    }
    document.end();
  });
}

/** Adds files as the dialog hands them in. */
export async function attach(
  program: Program,
  owner: AttachmentOwner,
  files: readonly string[],
  allowSame = false,
): Promise<AddedFile[]> {
  program.answers.push(files.join('\n'));
  const offered = await program.api.attachment.choose({});
  const tokens = offered.map(({ token }) => token);
  return program.api.attachment.add({ owner, tokens, source: 'chosen', allowSame, job: 'add' });
}

/** Adds one file and answers its row. @throws Error when it is refused */
export async function attachOne(
  program: Program,
  owner: AttachmentOwner,
  name: string,
  bytes: Uint8Array | string,
): Promise<Attachment> {
  const [added] = await attach(program, owner, [writeFile(program, name, bytes)]);
  if (added?.id == null) throw new Error(added?.message ?? 'nothing added');
  return rowOf(program, owner, added.id);
}

export async function rowOf(program: Program, owner: AttachmentOwner, id: string): Promise<Attachment> {
  const { items, voided } = await program.api.attachment.list(owner);
  const row = [...items, ...voided].find((item) => item.id === id);
  if (row === undefined) throw new Error('no such row');
  return row;
}

/** A black square in the middle of a white one, 128 by 128, as CCITT Group 4: how scanners write black and white. */
const GROUP_4 = '/////yNgeG////////////////////////////////j/////gAgAgA==';

/** A page that is one bilevel picture; a quarter of its area is black. */
export function bilevelPdf(): Uint8Array {
  const data = Buffer.from(GROUP_4, 'base64').toString('latin1');
  const draw = 'q 500 0 0 500 0 0 cm /I Do Q';
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width 128 /Height 128 /ColorSpace /DeviceGray /BitsPerComponent 1 ` +
      `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 128 /Rows 128 >> /Length ${data.length} >>\n` +
      `stream\n${data}\nendstream`,
  ];
  let file = '%PDF-1.7\n';
  const starts = bodies.map((body, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return String(start).padStart(10, '0');
  });
  const table = starts.map((start) => `${start} 00000 n \n`).join('');
  const size = bodies.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n`;
  file += `${file.lastIndexOf('xref\n0')}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
