import type { FontSet } from '../../electron/docgen/fonts/font-set.ts';
import { layout } from '../../electron/docgen/layout/layout.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';

/** The 3755 commonest characters: level 1 of GB 2312, rows 16 to 55. */
const COMMON = commonCharacters();

/**
 * The longest notice of exactly so many pages. Characters are drawn from the 3755 common ones so that the first are
 * frequent and the last rare, as in real text: 2 pages use some 400 different ones, 100 pages most of them.
 */
export function documentOfPages(pages: number, fonts: FontSet): Gongwen {
  // A longer document is the shorter one and more, so the number of pages only grows: the fullest fits.
  let [fits, tooLong] = [0, pages * 20];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (layout(notice(middle, pages), fonts).pages.length <= pages) fits = middle;
    else tooLong = middle;
  }
  const document = notice(fits, pages);
  if (layout(document, fonts).pages.length === pages) return document;
  throw new Error(`no document of ${pages} pages found`);
}

/** One of many different notices of one page; `seed` from 0. */
export function noticeOfOnePage(seed: number): Gongwen {
  const { addressees, ...document } = notice(1, seed + 1000);
  return {
    ...document,
    documentNumber: { issuerCode: '某政办发', year: 2026, serial: seed + 1 },
    addressees: addressees.slice(0, 1),
    copyTo: [],
    printingOffice: undefined,
    printedOn: undefined,
  };
}

/** A notice with one 附件 of so many pages or a few more. */
export function documentWithAnnex(pages: number, fonts: FontSet): Gongwen {
  const annex = documentOfPages(pages, fonts);
  return {
    ...notice(2, 1),
    attachments: [{ title: '加强值班工作实施方案', body: annex.body, separate: false }],
  };
}

function notice(paragraphs: number, seed: number): Gongwen {
  const next = randomNumbers(seed);
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['某市人民政府办公室'],
    issuerMark: { names: ['某市人民政府办公室'], suffix: '文件' },
    documentNumber: { issuerCode: '某政办发', year: 2026, serial: 5 },
    title: '某市人民政府办公室关于加强值班工作的通知',
    addressees: ['各区县人民政府', '市政府各部门'],
    body: Array.from({ length: paragraphs }, (_, index) => {
      if (index % 12 === 3)
        return { type: 'heading', level: 1, text: `${'一二三四五六七八九十'[index % 10] ?? '一'}、总体要求` };
      if (index % 12 === 7) return { type: 'heading', level: 2, text: '（一）提高认识。' };
      return { type: 'paragraph', text: sentences(next) };
    }),
    issuedOn: '2026-03-05',
    ...(seed > 1 && {
      copyTo: [['市委办公室', '市人大常委会办公室']],
      printingOffice: '某市人民政府办公室',
      printedOn: '2026-03-06',
    }),
    options: { imprintOnEvenPage: false },
  });
}

/** Some 60 characters of made-up text with the punctuation of a document. */
function sentences(next: () => number): string {
  let text = '';
  while (text.length < 50) {
    const clause = Array.from(
      { length: 8 + Math.floor(next() * 8) },
      () => COMMON[Math.floor(next() ** 3 * COMMON.length)],
    );
    text += clause.join('') + (next() < 0.25 ? '。' : '，');
  }
  return `${text.slice(0, -1)}，2026年完成85%以上。`;
}

/** A small generator with a fixed seed (mulberry32): the same documents in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell += 1) bytes.push(row, cell);
  }
  return Array.from(decoder.decode(new Uint8Array(bytes)));
}
