import { GENRE_FACTS } from '../../../../../shared/gongwen/genres.ts';
import type { Gongwen } from '../../../../../shared/gongwen/model.ts';

/** Groups of the form in the order of the page (GB/T 9704-2012 7.1). */
export const FIELD_GROUPS = [
  { key: 'basic', label: '基本' },
  { key: 'header', label: '版头' },
  { key: 'main', label: '主体' },
  { key: 'imprint', label: '版记' },
  { key: 'options', label: '版式' },
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number]['key'];

/** Which control enters the field; one component for each. */
export type FieldKind =
  | 'format'
  | 'genre'
  | 'names'
  | 'issuerMark'
  | 'copyNumber'
  | 'secrecy'
  | 'hidden'
  | 'urgency'
  | 'documentNumber'
  | 'signatories'
  | 'title'
  | 'body'
  | 'attachments'
  | 'enclosures'
  | 'sealing'
  | 'seals'
  | 'stamps'
  | 'date'
  | 'text'
  | 'attendance'
  | 'copyTo'
  | 'options';

export interface FieldSpec {
  readonly label: string;
  readonly group: FieldGroup;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Shown in the empty field. */
  readonly placeholder?: string;
  /** One line under the field. */
  readonly hint?: string;
  /** Shown only when this holds. */
  readonly shownWhen?: (document: Gongwen) => boolean;
}

/**
 * One row for every key of the model: the form, the jump from the page and the list of faults are
 * drawn from it. A key of the model without a row does not compile.
 */
export const FIELDS = {
  genre: { label: '文种', group: 'basic', kind: 'genre', required: true },
  format: { label: '格式', group: 'basic', kind: 'format' },
  issuers: {
    label: '发文机关',
    group: 'basic',
    kind: 'names',
    required: true,
    placeholder: '一行一个，主办机关在前',
  },
  issuerMark: { label: '机关标志', group: 'header', kind: 'issuerMark' },
  documentNumber: { label: '发文字号', group: 'header', kind: 'documentNumber' },
  urgency: { label: '紧急程度', group: 'header', kind: 'urgency' },
  signatories: {
    label: '签发人',
    group: 'header',
    kind: 'signatories',
    shownWhen: (document) =>
      GENRE_FACTS[document.genre].signatories !== 'never' || document.signatories.length > 0,
  },
  copyNumber: { label: '份号', group: 'header', kind: 'copyNumber', placeholder: '6 位数字，可不填' },
  secrecy: { label: '密级', group: 'header', kind: 'secrecy' },
  secrecyTerm: { label: '保密期限', group: 'header', kind: 'hidden' },
  title: {
    label: '标题',
    group: 'main',
    kind: 'title',
    required: true,
    placeholder: '发文机关＋事由＋文种；按 Enter 可指定回行处',
  },
  addressees: { label: '主送机关', group: 'main', kind: 'names', placeholder: '一行一个，可整段粘贴' },
  body: { label: '正文', group: 'main', kind: 'body', required: true },
  attachments: { label: '附件', group: 'main', kind: 'attachments' },
  enclosures: { label: '被印发文件', group: 'main', kind: 'enclosures' },
  sealing: { label: '用印', group: 'main', kind: 'sealing' },
  stamps: {
    label: '签名章',
    group: 'main',
    kind: 'stamps',
    shownWhen: (document) => document.sealing === 'stamp',
  },
  issuedOn: { label: '成文日期', group: 'main', kind: 'date', required: true },
  annotation: { label: '附注', group: 'main', kind: 'text', placeholder: '不写括号，如：此件公开发布' },
  attendance: {
    label: '出席人员',
    group: 'main',
    kind: 'attendance',
    shownWhen: (document) => document.format === 'minutes' || document.attendance !== undefined,
  },
  copyTo: {
    label: '抄送机关',
    group: 'imprint',
    kind: 'copyTo',
    placeholder: '同组用顿号分开，另起一行即另一组',
  },
  printingOffice: { label: '印发机关', group: 'imprint', kind: 'text', required: true },
  printedOn: { label: '印发日期', group: 'imprint', kind: 'date', required: true },
  seals: {
    label: '印章',
    group: 'options',
    kind: 'seals',
    shownWhen: (document) => document.sealing === 'seal',
  },
  options: { label: '版式选项', group: 'options', kind: 'options' },
} as const satisfies Readonly<Record<keyof Gongwen, FieldSpec>>;

export type FieldKey = keyof typeof FIELDS;

const SPECS: Readonly<Record<FieldKey, FieldSpec>> = FIELDS;

export function fieldOf(key: FieldKey): FieldSpec {
  return SPECS[key];
}

/** The fields of a group, required ones first within the order of the table. */
export function fieldsOf(group: FieldGroup): readonly FieldKey[] {
  return fieldKeys().filter((key) => SPECS[key].group === group && SPECS[key].kind !== 'hidden');
}

/** Kinds that consist of several controls, each with a name of its own, under one heading. */
const GROUP_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'attachments',
  'enclosures',
  'signatories',
  'stamps',
  'seals',
  'attendance',
  'options',
  'sealing',
  'body',
  'secrecy',
]);

export function isGroup(key: FieldKey): boolean {
  return GROUP_KINDS.has(SPECS[key].kind);
}

export function fieldKeys(): readonly FieldKey[] {
  // Object.keys of a constant table answers exactly its keys.
  return Object.keys(FIELDS) as FieldKey[];
}

/** The field a model path such as `addressees.0` belongs to, or undefined. */
export function fieldKeyOf(path: string): FieldKey | undefined {
  const head = path.split('.')[0];
  return fieldKeys().find((key) => key === head);
}
