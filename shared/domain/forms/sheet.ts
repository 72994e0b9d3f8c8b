/**
 * A printed form with its words filled in: what the layout engine draws. Lengths in mm, texts as they are to be read.
 * Declarations (`declaration.ts`) and records become sheets in `fill.ts`.
 */

export interface SheetParagraph {
  /** May hold line breaks. */
  readonly text: string;
  /** A `signature` is set to the right and stays with the words above it. */
  readonly kind?: 'signature';
  /** First line indented by two characters. */
  readonly indent?: true;
}

export interface SheetCell {
  readonly width: number;
  /** A label: 黑体, centred both ways, said again where its row goes on overleaf. */
  readonly label?: true;
  readonly paragraphs: readonly SheetParagraph[];
  /** Stands at the lower edge of the cell: places to sign. */
  readonly foot?: readonly SheetParagraph[];
  /** Values are set left and in the middle of their height where not said otherwise. */
  readonly align?: 'center' | 'right';
  readonly top?: true;
}

export interface SheetRow {
  readonly minHeight: number;
  /** Share of the room left on a form of one page. */
  readonly grow?: number;
  readonly cells: readonly SheetCell[];
}

export interface SheetSection {
  /** Said again at the top of every page the section goes on to. */
  readonly heading: readonly SheetRow[];
  readonly rows: readonly SheetRow[];
}

export interface FormSheet {
  /** 文件处理单. */
  readonly name: string;
  /** Stands before the name in the title; empty where the title is the name alone. */
  readonly officeName: string;
  /** Printed as QR code and in letters; none when empty. */
  readonly code: string;
  /** 工作秘密、作废: upper left on every page. */
  readonly marks: readonly string[];
  /** Small line over the table. */
  readonly above: { readonly left: string; readonly right: string };
  /** Small line under the table; empty when there is none. */
  readonly note: string;
  readonly sections: readonly SheetSection[];
}

/** A column of a register. */
export interface RegisterColumn {
  /** Of the list's column; `also` is set under it. */
  readonly key: string;
  readonly also?: string;
  readonly heading: string;
  /** mm. */
  readonly width: number;
  /** Columns of words share what the others leave, by their widths. */
  readonly flexible?: true;
  readonly align?: 'center' | 'right';
}

/** A register on A4 landscape. With two panels the columns stand on facing pages, as in the open book. */
export interface RegisterSheet {
  /** 收文登记簿. */
  readonly name: string;
  readonly officeName: string;
  /** What the list was filtered by: 例：2026年 承办中. */
  readonly scope: string;
  readonly printedOn: string;
  readonly panels: readonly (readonly RegisterColumn[])[];
}

/** Texts of one entry by column key. */
export type RegisterEntry = Readonly<Record<string, string>>;
