import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';

/** Documents for the tests of the archive's PDF, and what such a PDF should say of them. */

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');

export const SAMPLE_NAMES = readdirSync(SAMPLES).filter((name) => name.endsWith('.json'));

const SENTENCE = '各单位要加强组织领导，压实工作责任，确保各项任务落到实处。';

/** Everything at once: all levels, a table over pages, a picture, three attachments, an enclosure, a seal image. */
export const everythingWith = (picture: string, seal: string): Gongwen =>
  gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['某市人民政府办公室'],
    issuerMark: {},
    documentNumber: { issuerCode: '某政办发', year: 2026, serial: 5 },
    title: '某市人民政府办公室关于印发<办法>&（“试行”）的通知',
    addressees: ['各区县人民政府', '市政府各部门'],
    body: [
      { type: 'paragraph', text: SENTENCE.repeat(14) },
      { type: 'heading', level: 1, text: '一、总体要求' },
      { type: 'heading', level: 2, text: '（一）提高认识。' },
      { type: 'heading', level: 3, text: '1.分工。' },
      { type: 'heading', level: 4, text: '（1）牵头。' },
      { type: 'paragraph', text: SENTENCE },
      { type: 'image', file: picture, width: 60 },
      {
        type: 'table',
        caption: '任务分解表',
        header: [['序号', '任务', '时限']],
        rows: Array.from({ length: 40 }, (_, index) => [
          String(index + 1),
          SENTENCE,
          index % 3 ? '年底' : '',
        ]),
      },
      { type: 'heading', level: 1, text: '二、工作安排' },
      { type: 'paragraph', text: SENTENCE.repeat(3) },
    ],
    attachments: [
      {
        title: '任务清单',
        body: [
          { type: 'heading', level: 1, text: '一、清单' },
          { type: 'paragraph', text: SENTENCE },
        ],
      },
      { title: '联系人名单', body: [{ type: 'paragraph', text: SENTENCE }] },
    ],
    enclosures: [{ title: '值班工作办法', body: [{ type: 'paragraph', text: SENTENCE }] }],
    seals: [{ diameter: 42, image: seal }],
    issuedOn: '2026-03-05',
    copyTo: [['市委办公室'], ['市人大常委会办公室']],
    printingOffice: '某市人民政府办公室',
    printedOn: '2026-03-06',
  });

export const bare = (text: string): string => text.replaceAll(/\s/gu, '');

export function readSample(name: string): Gongwen {
  const parsed = parseGongwenInput(JSON.parse(readFileSync(join(SAMPLES, name), 'utf8')));
  if (!parsed.ok) throw new Error(name);
  return parsed.document;
}

function allBlocks({ body, attachments, enclosures }: Gongwen): readonly Block[] {
  return [body, ...[...enclosures, ...attachments].map((part) => part.body)].flat();
}

export function blockTexts(document: Gongwen): readonly { text: string; level?: number }[] {
  return allBlocks(document).flatMap((block) => {
    if (block.type === 'heading') return [{ text: block.text, level: block.level }];
    return block.type === 'paragraph' ? [{ text: block.text }] : [];
  });
}

export function tablesOf(document: Gongwen): readonly (Block & { type: 'table' })[] {
  return allBlocks(document).filter((block) => block.type === 'table');
}

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

export async function readInfo(
  bytes: Uint8Array,
): Promise<{ info: Record<string, unknown>; outline: readonly Outline[] }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const simple = (items: readonly Outline[]): Outline[] =>
    items.map(({ title, items: below }) => ({ title, items: simple(below) }));
  const outline = simple((await pdf.getOutline()) ?? []);
  await task.destroy();
  return { info: { ...info }, outline };
}

export function bookmarks({ body, attachments, enclosures }: Gongwen): Outline[] {
  const headings = (blocks: readonly Block[]): Outline[] => {
    const found: { title: string; items: Outline[] }[] = [];
    for (const block of blocks) {
      if (block.type !== 'heading' || block.level > 2) continue;
      const entry = { title: block.text, items: [] };
      if (block.level === 2 && found.length > 0) found.at(-1)?.items.push(entry);
      else found.push(entry);
    }
    return found;
  };
  const label = (index: number): string => (attachments.length > 1 ? `附件${index + 1} ` : '附件 ');
  return [
    ...headings(body),
    ...enclosures.map((part) => ({ title: part.title, items: headings(part.body) })),
    // One that is only named in the note has no page to go to.
    ...attachments.flatMap((part, index) =>
      part.body.length === 0 ? [] : [{ title: label(index) + part.title, items: headings(part.body) }],
    ),
  ];
}
