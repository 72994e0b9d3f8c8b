import type { FontRole } from '../../../shared/gongwen/pages.ts';
import { BODY_SPACING, cells, PITCH, SMALL_CELL, TITLE_LINE } from './grid.ts';

/**
 * The named styles of the document. All formatting that a clerk may want to change for every document at
 * once is here; the paragraphs only name their style. Names avoid those that Chinese Word shows for its
 * built-in styles (正文, 标题, 页码, 日期), which would clash on opening.
 */
export interface StyleSpec {
  readonly id: string;
  /** What Word lists in its style pane. */
  readonly name: string;
  readonly type: 'paragraph' | 'character' | 'table';
  readonly basedOn?: string;
  /** Style of the paragraph that follows on Enter. */
  readonly next?: string;
  readonly role?: FontRole;
  /** Font size in pt. */
  readonly size?: number;
  /** Added to every character's advance, twips. */
  readonly spacing?: number;
  /** In the red of the document. */
  readonly isRed?: boolean;
  readonly alignment?: 'left' | 'center' | 'right' | 'both';
  /** Exact line height in twips. */
  readonly line?: number;
  /** The line is as high as what stands on it (a picture). */
  readonly autoLine?: boolean;
  /** White above the paragraph in twips. */
  readonly before?: number;
  /** White below the paragraph in twips. */
  readonly after?: number;
  /** Starts a new side. */
  readonly pageBreakBefore?: boolean;
  /** Never the last line of a page. */
  readonly keepNext?: boolean;
  /** Twips. */
  readonly indent?: {
    readonly left?: number;
    readonly right?: number;
    readonly firstLine?: number;
    readonly hanging?: number;
  };
  /** 0-based, so that Word's navigation pane lists the headings. */
  readonly outlineLevel?: number;
}

const paragraph = (id: string, name: string, rest: Omit<StyleSpec, 'id' | 'name' | 'type'>): StyleSpec => ({
  id,
  name,
  type: 'paragraph',
  basedOn: 'Normal',
  ...rest,
});

const character = (id: string, name: string, role: FontRole): StyleSpec => ({
  id,
  name,
  type: 'character',
  basedOn: 'DefaultParagraphFont',
  role,
});

/** The title of an enclosure or attachment stands in the middle of the third line (7.3.7). */
const ENCLOSURE_TITLE_BEFORE = Math.round(2.5 * PITCH - TITLE_LINE / 2);
const ATTACHMENT_TITLE_BEFORE = ENCLOSURE_TITLE_BEFORE - PITCH;

const TWO_CELLS = { firstLine: cells(2) };

export const STYLES: readonly StyleSpec[] = [
  paragraph('GongwenFlush', '版头左上', { alignment: 'left' }),
  paragraph('GongwenFlushHei', '密级和紧急程度', { basedOn: 'GongwenFlush', role: 'hei' }),
  paragraph('GongwenMark', '发文机关标志', {
    role: 'title',
    size: 42,
    spacing: 0,
    isRed: true,
    alignment: 'center',
    line: 1200,
  }),
  paragraph('GongwenNumber', '发文字号', { alignment: 'center' }),
  paragraph('GongwenSignatory', '签发人', { alignment: 'left' }),
  paragraph('GongwenHeaderAnchor', '版头占位', { alignment: 'left' }),
  paragraph('GongwenAnchor', '占位', { size: 1, spacing: 0, alignment: 'left', line: 20 }),
  paragraph('GongwenTitle', '公文标题', {
    next: 'GongwenAddressees',
    role: 'title',
    size: 22,
    spacing: 0,
    alignment: 'center',
    line: TITLE_LINE,
    after: PITCH,
    keepNext: true,
    outlineLevel: 0,
  }),
  paragraph('GongwenAddressees', '主送机关', { next: 'GongwenBody' }),
  paragraph('GongwenBody', '公文正文', { indent: TWO_CELLS }),
  paragraph('GongwenHeading1', '一级标题', {
    basedOn: 'GongwenBody',
    next: 'GongwenBody',
    role: 'hei',
    keepNext: true,
    outlineLevel: 1,
  }),
  paragraph('GongwenHeading2', '二级标题', {
    basedOn: 'GongwenBody',
    next: 'GongwenBody',
    role: 'kai',
    keepNext: true,
    outlineLevel: 2,
  }),
  paragraph('GongwenHeading3', '三级标题', {
    basedOn: 'GongwenBody',
    next: 'GongwenBody',
    keepNext: true,
    outlineLevel: 3,
  }),
  paragraph('GongwenHeading4', '四级标题', {
    basedOn: 'GongwenBody',
    next: 'GongwenBody',
    keepNext: true,
    outlineLevel: 4,
  }),
  paragraph('GongwenAttachmentNote', '附件说明', {
    next: 'GongwenIssuer',
    before: PITCH,
    indent: { left: cells(5), hanging: cells(3) },
  }),
  paragraph('GongwenIssuer', '发文机关署名', { next: 'GongwenDate', alignment: 'center' }),
  paragraph('GongwenDate', '成文日期', {
    next: 'GongwenAnnotation',
    alignment: 'left',
  }),
  paragraph('GongwenAnnotation', '附注', { indent: TWO_CELLS }),
  paragraph('GongwenAttachmentLabel', '附件标识', {
    next: 'GongwenAttachmentTitle',
    pageBreakBefore: true,
    role: 'hei',
    alignment: 'left',
    outlineLevel: 0,
  }),
  paragraph('GongwenAttachmentTitle', '附件标题', {
    basedOn: 'GongwenTitle',
    before: ATTACHMENT_TITLE_BEFORE,
    next: 'GongwenBody',
  }),
  paragraph('GongwenEnclosureTitle', '被印发文件标题', {
    basedOn: 'GongwenTitle',
    pageBreakBefore: true,
    before: ENCLOSURE_TITLE_BEFORE,
    next: 'GongwenBody',
  }),
  paragraph('GongwenAttendance', '出席名单', { indent: { left: cells(5), hanging: cells(3) } }),
  paragraph('GongwenTableCaption', '表题', {
    role: 'hei',
    size: 14,
    spacing: 0,
    alignment: 'center',
    line: 560,
    keepNext: true,
  }),
  paragraph('GongwenPicture', '公文图片', {
    next: 'GongwenBody',
    size: 1,
    spacing: 0,
    alignment: 'center',
    autoLine: true,
  }),
  paragraph('GongwenTableText', '表格文字', { size: 14, spacing: 0, alignment: 'center', line: 392 }),
  paragraph('GongwenTableHead', '表头文字', { basedOn: 'GongwenTableText', role: 'hei' }),
  paragraph('GongwenImprint', '版记', {
    size: 14,
    spacing: 0,
    line: 560,
    indent: { left: SMALL_CELL, right: SMALL_CELL },
  }),
  paragraph('GongwenPageNumber', '公文页码', {
    role: 'song',
    size: 14,
    spacing: 0,
    alignment: 'left',
    line: SMALL_CELL,
  }),
  paragraph('GongwenPageNumberOdd', '公文页码（单页）', {
    basedOn: 'GongwenPageNumber',
    alignment: 'right',
    indent: { right: SMALL_CELL },
  }),
  paragraph('GongwenPageNumberEven', '公文页码（双页）', {
    basedOn: 'GongwenPageNumber',
    indent: { left: SMALL_CELL },
  }),
  character('GongwenHei', '黑体字', 'hei'),
  character('GongwenKai', '楷体字', 'kai'),
  character('GongwenFangsong', '仿宋字', 'fangsong'),
  character('GongwenSong', '宋体字', 'song'),
  { id: 'GongwenTable', name: '公文表格', type: 'table', basedOn: 'TableNormal' },
];

/** The base of every paragraph style: 三号仿宋, exact pitch. */
export const NORMAL: StyleSpec = {
  id: 'Normal',
  name: 'Normal',
  type: 'paragraph',
  role: 'fangsong',
  size: 16,
  spacing: BODY_SPACING,
  alignment: 'both',
  line: PITCH,
};
