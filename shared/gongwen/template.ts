import { z } from 'zod';
import { FORMATS, MARK_HEIGHT, MARK_WIDTH, SEALINGS } from './model.ts';
import type { Format, Genre, Gongwen } from './model.ts';
import { OFFICIAL_RED, OFFICIAL_REDS, RED_NAMES } from './red.ts';
import type { OfficialRed } from './red.ts';
import { checkNames, lengthOf } from './structure-report.ts';
import { findBadCharacter } from './text-checks.ts';

/**
 * 红头模板: what an office sets once for all documents of one red header. Only what is the same on every such
 * document is here; texts that belong to one document never are.
 */

export const FORMAT_LABELS: Readonly<Record<Format, string>> = {
  document: '通用格式',
  letter: '信函格式',
  order: '命令（令）格式',
  minutes: '纪要格式',
};

export const SEALING_LABELS: Readonly<Record<Gongwen['sealing'], string>> = {
  seal: '加盖印章',
  none: '不加盖印章',
  stamp: '加盖签名章',
};

/** What follows the names in the mark unless something else is said (7.2.4, 10). */
export const USUAL_SUFFIX: Readonly<Record<Format, string>> = {
  document: '文件',
  letter: '',
  order: '令',
  minutes: '纪要',
};

/** How documents of a format are usually sealed: practice for 纪要 (M-04), 10.2 for orders. */
export const USUAL_SEALING: Readonly<Record<Format, Gongwen['sealing']>> = {
  document: 'seal',
  letter: 'seal',
  order: 'stamp',
  minutes: 'none',
};

/** Labels of the template's fields, for forms and messages. */
export const TEMPLATE_LABELS = {
  format: '格式',
  issuers: '发文机关',
  markNames: '标志机关名',
  markSuffix: '标志后缀',
  charHeight: '字高',
  charWidth: '字宽',
  color: '红色',
  issuerCode: '机关代字',
  addressees: '主送机关',
  printingOffice: '印发机关',
  copyTo: '抄送机关',
  sealing: '用印',
} as const;

const line = z.string().transform((text) => text.normalize('NFC').trim());
const size = (label: string, { min, max }: { readonly min: number; readonly max: number }) => {
  const message = `${label}应在${min}到${max}毫米之间`;
  return z.number({ error: message }).min(min, message).max(max, message).optional();
};

export const templateContentSchema = z
  .strictObject({
    format: z.enum(FORMATS),
    issuers: z.array(line).min(1, '请填写发文机关'),
    /** Names in the mark where they differ from 发文机关; empty: the same. */
    markNames: z.array(line).default([]),
    markSuffix: line,
    /** mm of ink, as a ruler measures it; automatic when absent. */
    charHeight: size('字高', MARK_HEIGHT),
    charWidth: size('字宽', MARK_WIDTH),
    color: z.enum(OFFICIAL_REDS).default(OFFICIAL_RED),
    /** Proposed when a document of this template is numbered; empty: none. */
    issuerCode: line.default(''),
    addressees: z.array(line).default([]),
    printingOffice: line.default(''),
    copyTo: z.array(z.array(line)).default([]),
    sealing: z.enum(SEALINGS).default('seal'),
  })
  .superRefine((content, context) => {
    const report = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    };
    checkNames(report, 'issuers', content.issuers, '发文机关', 30);
    checkNames(report, 'markNames', content.markNames, '标志机关名', 30);
    checkNames(report, 'addressees', content.addressees, '主送机关', 100);
    content.copyTo.forEach((group, index) => checkNames(report, `copyTo.${index}`, group, '抄送机关', 100));
    if (content.printingOffice !== '')
      checkNames(report, 'printingOffice', [content.printingOffice], '印发机关', 1);
    if (lengthOf(content.markSuffix) > 10) report('markSuffix', '标志后缀最多10字');
    if (content.format === 'letter' && content.markSuffix !== '') {
      report('markSuffix', '信函格式的发文机关标志不加后缀，请留空');
    }
    if (content.format === 'letter' && content.printingOffice !== '') {
      report('printingOffice', '信函格式的版记不加印发机关，请留空');
    }
    if (lengthOf(content.issuerCode) > 20) report('issuerCode', '机关代字最多20字');
    else if (/[\s\d〔〕[\]【】（）()]|[号第]$/u.test(content.issuerCode)) {
      report('issuerCode', '机关代字只写代字，不写括号、年份、“第”和“号”');
    }
    const texts: readonly (readonly [string, readonly string[]])[] = [
      ['issuers', content.issuers],
      ['markNames', content.markNames],
      ['markSuffix', [content.markSuffix]],
      ['issuerCode', [content.issuerCode]],
      ['addressees', content.addressees],
      ['printingOffice', [content.printingOffice]],
      ['copyTo', content.copyTo.flat()],
    ];
    for (const [path, values] of texts) {
      const bad = values.map((text) => findBadCharacter(text, false)).find((fault) => fault !== undefined);
      if (bad !== undefined) report(path, bad);
    }
  });
export type TemplateContent = z.output<typeof templateContentSchema>;

/** Parts of a document a template can set, in the order a reader meets them. */
export const TEMPLATE_KEYS = [
  'format',
  'issuers',
  'issuerMark',
  'addressees',
  'sealing',
  'copyTo',
  'printingOffice',
  'printedOn',
] as const satisfies readonly (keyof Gongwen)[];
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

const KEY_LABELS: Readonly<Record<TemplateKey, string>> = {
  format: '格式',
  issuers: '发文机关',
  issuerMark: '机关标志',
  addressees: '主送机关',
  sealing: '用印',
  copyTo: '抄送机关',
  printingOffice: '印发机关',
  printedOn: '印发日期',
};

/** Whether documents of a 文种 can have this format (10.2, 10.3). */
export function templateFits(genre: Genre, { format }: Pick<TemplateContent, 'format'>): boolean {
  if (format === 'order') return genre === '命令（令）';
  if (format === 'minutes') return genre === '纪要';
  return true;
}

function markOf(template: TemplateContent): NonNullable<Gongwen['issuerMark']> {
  const { format, markNames, issuers, markSuffix, charHeight, charWidth, color } = template;
  const own = markNames.length > 0 && markNames.join('\n') !== issuers.join('\n');
  return {
    ...(own ? { names: markNames } : {}),
    ...(markSuffix === USUAL_SUFFIX[format] ? {} : { suffix: markSuffix }),
    ...(charHeight === undefined ? {} : { charHeight }),
    ...(charWidth === undefined ? {} : { charWidth }),
    ...(color === OFFICIAL_RED ? {} : { color }),
  };
}

type Parts = { readonly [K in TemplateKey]?: Gongwen[K] | undefined };

/**
 * The parts a template sets; defaults it leaves open (主送、抄送、印发机关) are not among them. Undefined takes a
 * part away: the 版记 of a letter has neither 印发机关 nor 印发日期 (10.1).
 */
function partsOf(template: TemplateContent): Parts {
  const { format, issuers, addressees, sealing, copyTo, printingOffice } = template;
  return {
    format,
    issuers,
    issuerMark: markOf(template),
    sealing,
    ...(addressees.length === 0 ? {} : { addressees }),
    ...(copyTo.length === 0 ? {} : { copyTo }),
    ...(printingOffice === '' ? {} : { printingOffice }),
    ...(format === 'letter' ? { printingOffice: undefined, printedOn: undefined } : {}),
  };
}

const names = (list: readonly string[]): string => list.join('、');

function describeMark({ format, issuers, issuerMark }: Gongwen): string {
  const { names: own = issuers, suffix = USUAL_SUFFIX[format], charHeight, charWidth } = issuerMark ?? {};
  const color: OfficialRed = issuerMark?.color ?? OFFICIAL_RED;
  const height = charHeight === undefined ? '自动' : `${charHeight} 毫米`;
  const width = charWidth === undefined ? '自动' : `${charWidth} 毫米`;
  return `${names(own)}${suffix}；字高${height}，字宽${width}；${RED_NAMES[color]}`;
}

function describe(key: TemplateKey, document: Gongwen): string {
  switch (key) {
    case 'format':
      return FORMAT_LABELS[document.format];
    case 'issuers':
      return names(document.issuers);
    case 'issuerMark':
      return describeMark(document);
    case 'addressees':
      return names(document.addressees);
    case 'sealing':
      return SEALING_LABELS[document.sealing];
    case 'copyTo':
      return document.copyTo.map(names).join('；');
    case 'printingOffice':
      return document.printingOffice ?? '';
    case 'printedOn':
      return document.printedOn ?? '';
    default:
      return key satisfies never;
  }
}

/** One thing a template would change in a document, in words a person can judge. */
export interface TemplateChange {
  readonly key: TemplateKey;
  readonly label: string;
  /** Empty: the document has nothing there. */
  readonly before: string;
  /** Empty: the part is taken away. */
  readonly after: string;
  /** The document has its own words there, which the template's default would replace. */
  readonly replacesText: boolean;
}

function withParts(document: Gongwen, parts: readonly (readonly [string, unknown])[]): Gongwen {
  const kept = Object.entries({ ...document, ...Object.fromEntries(parts) }).filter(
    ([, value]) => value !== undefined,
  );
  // Only whole parts of the template's own type are taken over, and only optional ones away: the shape holds.
  return Object.fromEntries(kept) as Gongwen;
}

const DEFAULTS_ONLY: ReadonlySet<TemplateKey> = new Set(['addressees', 'copyTo', 'printingOffice']);

/** Everything the template would change; empty when the document already is as the template says. */
export function templateChanges(document: Gongwen, template: TemplateContent): TemplateChange[] {
  const applied = withParts(document, Object.entries(partsOf(template)));
  return TEMPLATE_KEYS.flatMap((key) => {
    const before = describe(key, document);
    const after = describe(key, applied);
    if (before === after) return [];
    const replacesText = DEFAULTS_ONLY.has(key) && before !== '' && after !== '';
    return [{ key, label: KEY_LABELS[key], before, after, replacesText }];
  });
}

/**
 * The document with the template's parts, or with those of `keys` only. Text, title, number and 成文日期 are never
 * touched; what the template leaves open stays as it is.
 */
export function applyTemplate(
  document: Gongwen,
  template: TemplateContent,
  keys: readonly TemplateKey[] = TEMPLATE_KEYS,
): Gongwen {
  const changed = new Set(templateChanges(document, template).map(({ key }) => key));
  const taken = Object.entries(partsOf(template)).filter(([name]) =>
    TEMPLATE_KEYS.some((key) => key === name && keys.includes(key) && changed.has(key)),
  );
  return withParts(document, taken);
}

const HEADER: ReadonlySet<TemplateKey> = new Set(['format', 'issuers', 'issuerMark']);

/** The 机关代字 of the template a document looks like: same format, issuers and mark; undefined without one. */
export function proposedIssuerCode(
  document: Gongwen,
  templates: readonly TemplateContent[],
): string | undefined {
  return templates.find(
    (template) =>
      template.issuerCode !== '' && !templateChanges(document, template).some(({ key }) => HEADER.has(key)),
  )?.issuerCode;
}
