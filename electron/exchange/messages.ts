import type { Sheet } from '../../shared/domain/exchange/cell.ts';

/** A cell to write; dates are Excel's day numbers of the 1900 system, so that no time zone can move them. */
export type OutCell = string | number | { readonly day: number } | { readonly moment: number } | null;

export interface OutColumn {
  readonly heading: string;
  /** Characters of the default font. */
  readonly width: number;
  readonly type: 'text' | 'number' | 'date' | 'moment';
}

export type FileFormat = 'xlsx' | 'csv-gb18030' | 'csv-utf8';

/** The frame of a sheet; rows follow in slices. */
export interface SheetFrame {
  readonly format: FileFormat;
  readonly sheetName: string;
  /** Lines over the table: the name of the book, then who and when. */
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly columns: readonly OutColumn[];
  readonly author: string;
  /** Epoch ms, written into the file as its making. */
  readonly madeAt: number;
}

export interface OutRow {
  readonly cells: readonly OutCell[];
  /** 工作秘密: the row is marked. */
  readonly marked: boolean;
}

/** What can be read of a file: its sheets, or why nothing can. */
export interface ReadFile {
  readonly sheets: readonly Sheet[];
  /** e.g. GB18030; null for a workbook. */
  readonly encoding: string | null;
}

export interface Tasks {
  begin: { ask: { readonly frame: SheetFrame }; answer: null };
  rows: { ask: { readonly rows: readonly OutRow[] }; answer: null };
  finish: { ask: object; answer: Uint8Array };
  read: { ask: { readonly bytes: Uint8Array; readonly fileName: string }; answer: ReadFile };
}
export type TaskName = keyof Tasks;
export type Request = {
  [K in TaskName]: { readonly id: number; readonly task: K } & Tasks[K]['ask'];
}[TaskName];

export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: Tasks[TaskName]['answer'] }
  | {
      readonly id: number;
      readonly ok: false;
      readonly message: string;
      readonly stack: string;
      /** The message is worded for the person. */
      readonly refused: boolean;
    };
