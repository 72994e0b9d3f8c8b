import { gongwenDraftSchema } from './model.ts';
import type { Format, Genre, Gongwen } from './model.ts';
import { applyTemplate } from './template.ts';
import type { TemplateContent } from './template.ts';

const GENRE_OF: Readonly<Record<Format, Genre>> = {
  document: '通知',
  letter: '函',
  order: '命令（令）',
  minutes: '纪要',
};

const TITLE_OF: Readonly<Record<Format, string>> = {
  document: '关于印发××工作方案的通知',
  letter: '关于商请支持××工作的函',
  order: '',
  minutes: '××专题会议纪要',
};

/** One line, so that 版记 still stands on the first page. */
const BODY = '这里是正文的位置，套用模板时不会写进公文。';

function numberOf({ format, issuerCode }: TemplateContent, year: number): Gongwen['documentNumber'] {
  if (format === 'order') return { orderNo: 1 };
  if (format === 'minutes') return { issueNo: 1 };
  return { issuerCode: issuerCode === '' ? '××' : issuerCode, year, serial: 1 };
}

/**
 * A short document that shows everything a template sets on one page.
 * @param today `YYYY-MM-DD`
 */
export function sampleDocument(template: TemplateContent, today: string): Gongwen {
  const { format } = template;
  const document = gongwenDraftSchema.parse({
    genre: GENRE_OF[format],
    issuers: [],
    title: TITLE_OF[format],
    documentNumber: numberOf(template, Number(today.slice(0, 4))),
    addressees: format === 'document' || format === 'letter' ? ['各有关单位'] : [],
    body: [{ type: 'paragraph', text: BODY }],
    issuedOn: today,
    printedOn: today,
    printingOffice: '××办公室',
    ...(format === 'minutes' ? { attendance: { present: [{ names: ['张××', '李××'] }] } } : {}),
    ...(template.sealing === 'stamp' ? { stamps: [{ office: '职务', name: '×××' }] } : {}),
    options: { imprintOnEvenPage: false },
  });
  return applyTemplate(document, template);
}
