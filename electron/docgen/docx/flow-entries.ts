import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';
import type {
  ElementKind,
  ImageItem,
  LaidOut,
  PageItem,
  RuleItem,
  TextItem,
} from '../../../shared/gongwen/pages.ts';
import { blockPath, findBlock } from './block-path.ts';
import { toLine, zoneOf } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';

/** A paragraph of the document with the lines the layout broke it into. */
export interface TextEntry {
  readonly kind: 'text';
  readonly key: string;
  readonly element: ElementKind;
  readonly path: string;
  readonly style: string;
  readonly lines: readonly PageLine[];
  /** Every line ends where the drafter or the sense wants it: titles and long names. */
  readonly hardLines: boolean;
  /** Continues the paragraph before it, which had to be cut at the page's end. */
  readonly continued?: boolean;
  /** Its last line is set to the full width, although it is the last of this part. */
  readonly cut?: boolean;
}

/** A table: its text and rules, page by page. */
export interface TableEntry {
  readonly kind: 'table';
  readonly key: string;
  readonly path: string;
  readonly texts: readonly { readonly pageIndex: number; readonly item: TextItem }[];
  readonly rules: readonly { readonly pageIndex: number; readonly item: RuleItem }[];
}

/** A picture that stands on a line of its own. */
export interface ImageEntry {
  readonly kind: 'image';
  readonly key: string;
  readonly pageIndex: number;
  readonly item: ImageItem;
}

export type FlowEntry = TextEntry | TableEntry | ImageEntry;

const CAPTION = /\.caption$/u;

const STYLE_OF: Partial<Record<ElementKind, string>> = {
  title: 'GongwenTitle',
  addressees: 'GongwenAddressees',
  attachmentNote: 'GongwenAttachmentNote',
  issuerSignature: 'GongwenIssuer',
  issuedOn: 'GongwenDate',
  annotation: 'GongwenAnnotation',
  attachmentLabel: 'GongwenAttachmentLabel',
  attachmentTitle: 'GongwenAttachmentTitle',
  enclosureTitle: 'GongwenEnclosureTitle',
  attendance: 'GongwenAttendance',
};

const HARD_LINES: ReadonlySet<ElementKind> = new Set([
  'title',
  'attachmentTitle',
  'enclosureTitle',
  'issuerSignature',
]);

/** A heading that ends in a full stop runs on into the paragraph behind it (as the layout sets it). */
const runsIn = (block: Block | undefined, next: Block | undefined): boolean =>
  block?.type === 'heading' && block.text.endsWith('。') && next?.type === 'paragraph';

function bodyEntry(document: Gongwen, path: string): { key: string; style: string } | undefined {
  const place = findBlock(document, path);
  if (place === undefined) return undefined;
  const { blocks, index, base } = place;
  const before = blocks[index - 1];
  const block = blocks[index];
  if (runsIn(before, block)) return { key: `${base}.${index - 1}`, style: 'GongwenBody' };
  const isHeading = block?.type === 'heading' && !runsIn(block, blocks[index + 1]);
  return { key: `${base}.${index}`, style: isHeading ? `GongwenHeading${block.level}` : 'GongwenBody' };
}

function textEntry(document: Gongwen, line: PageLine): TextEntry | undefined {
  const item = line.items.at(-1);
  if (item === undefined) return undefined;
  const { element, path } = item;
  const common = { kind: 'text', element, path, lines: [line] } as const;
  if (element === 'table') {
    return { ...common, key: path, style: 'GongwenTableCaption', hardLines: false };
  }
  const known = STYLE_OF[element];
  if (known !== undefined) {
    return { ...common, key: `${element}:${path}`, style: known, hardLines: HARD_LINES.has(element) };
  }
  const body = bodyEntry(document, path);
  return { ...common, key: body?.key ?? path, style: body?.style ?? 'GongwenBody', hardLines: false };
}

const isTableItem = (item: PageItem): item is TextItem | RuleItem =>
  (item.kind === 'text' || item.kind === 'rule') && item.element === 'table' && !CAPTION.test(item.path);

const isFlowText = (item: PageItem): item is TextItem =>
  item.kind === 'text' && item.text !== '' && (zoneOf(item.element) === 'flow' || CAPTION.test(item.path));

const isFlowImage = (item: PageItem): item is ImageItem => item.kind === 'image' && item.element !== 'seal';

/** Everything that flows from the title to the 附注 and through the attachments, in reading order. */
export function flowEntries(document: Gongwen, laidOut: LaidOut): FlowEntry[] {
  const entries: FlowEntry[] = [];
  // the lines and items of the entry being read; the entry itself holds the same arrays
  let lines: PageLine[] = [];
  let texts: { pageIndex: number; item: TextItem }[] = [];
  let rules: { pageIndex: number; item: RuleItem }[] = [];
  const addLine = (line: PageLine): void => {
    const entry = textEntry(document, line);
    if (entry === undefined) return;
    if (entries.at(-1)?.key === entry.key) {
      lines.push(line);
      return;
    }
    lines = [line];
    entries.push({ ...entry, lines });
  };
  const addTable = (item: TextItem | RuleItem, pageIndex: number): void => {
    const path = blockPath(item.path);
    const key = `table:${path}`;
    if (entries.at(-1)?.key !== key) {
      texts = [];
      rules = [];
      entries.push({ kind: 'table', key, path, texts, rules });
    }
    if (item.kind === 'text') texts.push({ pageIndex, item });
    else rules.push({ pageIndex, item });
  };
  laidOut.pages.forEach((page, pageIndex) => {
    let pending: TextItem[] = [];
    const flush = (): void => {
      if (pending.length > 0) addLine(toLine(pending, page, pageIndex));
      pending = [];
    };
    for (const item of page.items) {
      if (isFlowText(item)) {
        if (pending[0] !== undefined && pending[0].line !== item.line) flush();
        pending.push(item);
        continue;
      }
      flush();
      if (isTableItem(item)) addTable(item, pageIndex);
      else if (isFlowImage(item)) entries.push({ kind: 'image', key: `image:${item.path}`, pageIndex, item });
    }
    flush();
  });
  return entries;
}
