import { ELEMENT_RULES } from '../domain/substantial-change.ts';
import type { ComparedElement } from '../domain/substantial-change.ts';
import { formatDocumentNumber } from './document-number.ts';
import type { Block, Gongwen } from './model.ts';
import { FORMAT_LABELS } from './template.ts';

/** A document taken apart into what is compared: single values, paragraphs, rows of tables. */

export interface DocumentPart {
  readonly path: string;
  readonly label: string;
  /** What a reader reads. */
  readonly text: string;
  /** Cells of a row of a table. */
  readonly cells?: readonly string[];
  /** What only concerns its look, as text. */
  readonly look: string;
}

const SEALING_NAMES = { seal: '加盖印章', none: '不盖章', stamp: '加盖签名章' } as const;

const one = (key: ComparedElement, text: string | undefined): DocumentPart[] =>
  text === undefined || text === '' ? [] : [{ path: key, label: ELEMENT_RULES[key].label, text, look: '' }];

const groups = (list: readonly { unit?: string | undefined; names: readonly string[] }[] = []) =>
  list.map(({ unit, names }) => `${unit === undefined ? '' : `${unit}：`}${names.join('、')}`).join('；');

/** The parts of each element, in the order of `ELEMENT_RULES`. */
export function partsOf(document: Gongwen): Record<ComparedElement, DocumentPart[]> {
  const { issuerMark, documentNumber: number, attendance, options } = document;
  return {
    format: one('format', FORMAT_LABELS[document.format]),
    genre: one('genre', document.genre),
    issuers: one('issuers', document.issuers.join('、')),
    issuerMark: one('issuerMark', `${issuerMark?.names?.join('、') ?? ''}${issuerMark?.suffix ?? ''}`),
    issuerMarkLook: one(
      'issuerMarkLook',
      [issuerMark?.charHeight, issuerMark?.charWidth, issuerMark?.color]
        .filter((value) => value !== undefined)
        .join('，'),
    ),
    copyNumber: one('copyNumber', document.copyNumber),
    secrecy: one('secrecy', document.secrecy),
    secrecyTerm: one('secrecyTerm', document.secrecyTerm),
    urgency: one('urgency', document.urgency),
    documentNumber: one('documentNumber', number === undefined ? '' : formatDocumentNumber(number)),
    signatories: one(
      'signatories',
      document.signatories.map(({ name, issuer }) => `${issuer ?? ''}${name}`).join('、'),
    ),
    title: one('title', document.title),
    addressees: one('addressees', document.addressees.join('，')),
    body: blockParts(document.body, 'body', '正文'),
    attachments: document.attachments.flatMap((attachment, index) => [
      {
        path: `attachments.${index}.title`,
        label: `附件${index + 1}名称`,
        text: attachment.title,
        look: attachment.separate ? '另附' : '',
      },
      ...blockParts(attachment.body, `attachments.${index}.body`, `附件${index + 1}`),
    ]),
    enclosures: document.enclosures.flatMap((enclosure, index) => [
      {
        path: `enclosures.${index}.title`,
        label: `所附文件${index + 1}标题`,
        text: enclosure.title,
        look: '',
      },
      ...blockParts(enclosure.body, `enclosures.${index}.body`, `所附文件${index + 1}`),
    ]),
    sealing: one('sealing', SEALING_NAMES[document.sealing]),
    seals: one(
      'seals',
      document.seals
        .map(({ diameter, image }) => `${diameter} mm${image === undefined ? '' : '，有图'}`)
        .join('；'),
    ),
    stamps: one('stamps', document.stamps.map(({ office, name }) => `${office}${name}`).join('、')),
    issuedOn: one('issuedOn', document.issuedOn),
    annotation: one('annotation', document.annotation),
    attendance: one(
      'attendance',
      [
        ['出席', groups(attendance?.present)],
        ['请假', groups(attendance?.leave)],
        ['列席', groups(attendance?.observers)],
      ]
        .filter(([, names]) => names !== '')
        .map(([kind, names]) => `${kind}：${names}`)
        .join('。'),
    ),
    copyTo: one('copyTo', document.copyTo.map((group) => group.join('，')).join('；')),
    printingOffice: one('printingOffice', document.printingOffice),
    printedOn: one('printedOn', document.printedOn),
    options: one(
      'options',
      [
        options.imprintOnEvenPage ? '版记在偶数页' : '',
        options.mirrorMargins ? '双面对称' : '',
        options.addresseesInImprint === 'auto'
          ? ''
          : `主送移入版记：${options.addresseesInImprint ? '是' : '否'}`,
      ]
        .filter((text) => text !== '')
        .join('，'),
    ),
  };
}

function blockParts(blocks: readonly Block[], path: string, name: string): DocumentPart[] {
  const counts = { paragraph: 0, table: 0, image: 0 };
  return blocks.flatMap((block, index): DocumentPart[] => {
    const at = `${path}.${index}`;
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        counts.paragraph += 1;
        return [
          {
            path: `${at}.text`,
            label: `${name}第${counts.paragraph}段`,
            text: block.text,
            look: block.type === 'heading' ? `${block.level}级标题` : '',
          },
        ];
      case 'table': {
        counts.table += 1;
        const label = `${name}表${counts.table}`;
        const rows = [...(block.header ?? []), ...block.rows];
        const look = JSON.stringify([block.widths, block.landscape, block.spans, block.header?.length ?? 0]);
        return [
          ...(block.caption === undefined
            ? []
            : [{ path: `${at}.caption`, label: `${label}表题`, text: block.caption, look: '' }]),
          ...rows.map((cells, row) => ({
            path: at,
            label: `${label}第${row + 1}行`,
            text: cells.join(' | '),
            cells,
            look: row === 0 ? look : '',
          })),
        ];
      }
      case 'image':
        counts.image += 1;
        return [
          {
            path: at,
            label: `${name}图${counts.image}`,
            text: `［图片 ${block.file}］`,
            look: `${block.width} mm`,
          },
        ];
      case 'pageBreak':
        return [{ path: at, label: `${name}分页`, text: '', look: '分页' }];
      default:
        return block satisfies never;
    }
  });
}
