/**
 * Laid-out pages: the one result of `layout()` that the PDF writer, the SVG preview, print and
 * `gongwen layout` all draw. Pure numbers: millimetres from the upper left corner of the paper,
 * font sizes in pt. Nothing here is measured again by a writer.
 */

/** Role a text plays; which real font file serves it is the font set's business. */
export type FontRole = 'fangsong' | 'title' | 'hei' | 'kai' | 'song';

/** Key into `LaidOut.faces`; one per font file (and collection member) really used. */
export type FaceId = string;

/** 要素 of GB/T 9704-2012 that an item on the page belongs to. */
export type ElementKind =
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  | 'issuerMark'
  | 'documentNumber'
  | 'signatories'
  | 'redRule'
  | 'title'
  | 'addressees'
  | 'body'
  | 'attachmentNote'
  | 'issuerSignature'
  | 'issuedOn'
  | 'seal'
  | 'annotation'
  | 'attachmentLabel'
  | 'attachmentTitle'
  | 'attachment'
  | 'enclosureTitle'
  | 'enclosure'
  | 'attendance'
  | 'imprint'
  | 'imprintRule'
  | 'pageNumber'
  | 'table';

export type InkColor = 'black' | 'red';

interface ItemBase {
  readonly element: ElementKind;
  /** Model path of the source, e.g. `title`, `body.3`, `attachments.0.body.2`. */
  readonly path: string;
}

/** One run of characters of one face on one line. `xs[i]` is the left edge in mm of the i-th code point. */
export interface TextItem extends ItemBase {
  readonly kind: 'text';
  readonly text: string;
  readonly face: FaceId;
  readonly sizePt: number;
  readonly color: InkColor;
  /** y of the baseline in mm. */
  readonly baseline: number;
  readonly xs: readonly number[];
  /** Right edge in mm of the last character's cell. */
  readonly right: number;
  /** Horizontal scale of the glyphs, 1 = as designed (a long 发文机关标志 is narrowed). */
  readonly scaleX: number;
  /** Index of the line on the page; runs of one line share it, so that line breaks can be compared. */
  readonly line: number;
}

/** A straight rule; `y` is its centre line, `thickness` in mm. Vertical rules have x1 === x2. */
export interface RuleItem extends ItemBase {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly color: InkColor;
}

export interface ImageItem extends ItemBase {
  readonly kind: 'image';
  readonly file: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room kept for a seal: drawn dashed in the preview only, never in the output. */
export interface SealItem extends ItemBase {
  readonly kind: 'seal';
  readonly centerX: number;
  readonly centerY: number;
  readonly diameter: number;
}

export type PageItem = TextItem | RuleItem | ImageItem | SealItem;

export interface LaidOutPage {
  /** 1-based position in the whole document. */
  readonly index: number;
  /** The printed number, absent where none is printed (P-05, P-07). */
  readonly pageNumber?: number;
  /** Paper in mm: always 210 × 297; the content of a landscape table page is turned, not the paper. */
  readonly width: number;
  readonly height: number;
  /**
   * A page with a 横排表格 (clause 8). Its items, but for the page number, are given on a paper lying on its
   * side (297 × 210); turned counter-clockwise, x and y there stand at y = 297 − x and x = y here.
   */
  readonly turned?: true;
  readonly typeArea: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly items: readonly PageItem[];
}

export interface FaceInfo {
  readonly role: FontRole;
  readonly family: string;
  readonly postscriptName: string;
  /** True when the family is not the one the role asks for. */
  readonly standIn: boolean;
}

/** Something the layout did that a person should know (spacing tightened, mark narrowed, …), in Chinese. */
export interface LayoutNote {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

export interface LaidOut {
  readonly pages: readonly LaidOutPage[];
  readonly faces: Readonly<Record<FaceId, FaceInfo>>;
  readonly notes: readonly LayoutNote[];
  /** `#RRGGBB` of everything whose `color` is red; the official red when absent (`redOf`). */
  readonly redHex?: string;
}
