import type { PageWindow, PreviewPage } from '../../shared/features/document.ts';
import type { FormSheet, RegisterEntry, RegisterSheet } from '../../shared/domain/forms/sheet.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { FontReport, FontSetOptions } from './fonts/font-set.ts';
import type { FormPage, PagePurpose } from './forms/render-forms.ts';
import type { ImageFormat } from './image/page-image.ts';
import type { FileKind, PageImage, PreviewDrawn } from './render.ts';

/** What the main side and the worker say to each other. */

export interface WorkerSetUp {
  readonly fonts: FontSetOptions;
}

/** What the worker can be asked, with its question and answer. */
export interface Tasks {
  readonly preview: {
    readonly ask: {
      readonly document: Gongwen;
      readonly editor: string;
      readonly window: PageWindow | undefined;
    };
    /** `version` names the pages that the worker keeps for `previewPages`. */
    readonly answer: PreviewDrawn & { readonly version: number; readonly milliseconds: number };
  };
  readonly previewPages: {
    readonly ask: { readonly editor: string; readonly version: number; readonly window: PageWindow };
    readonly answer: readonly PreviewPage[] | null;
  };
  readonly render: {
    readonly ask: { readonly document: Gongwen; readonly kind: FileKind; readonly createdAt: Date };
    readonly answer: Uint8Array;
  };
  /** Picture of one page, 1-based. */
  readonly image: {
    readonly ask: {
      readonly document: Gongwen;
      readonly page: number;
      readonly widthPx: number;
      readonly format: ImageFormat;
    };
    readonly answer: PageImage;
  };
  readonly print: {
    readonly ask: { readonly document: Gongwen };
    readonly answer: readonly { readonly svg: string }[];
  };
  readonly formPages: {
    readonly ask: { readonly sheet: FormSheet; readonly purpose: PagePurpose };
    readonly answer: readonly FormPage[];
  };
  readonly formPdf: {
    readonly ask: { readonly sheet: FormSheet; readonly createdAt: Date };
    readonly answer: Uint8Array;
  };
  /** Further entries of a register, in parts so that nothing else waits long; answers the pages so far. */
  readonly registerAdd: {
    readonly ask: {
      readonly job: string;
      readonly sheet: RegisterSheet;
      readonly entries: readonly RegisterEntry[];
    };
    readonly answer: number;
  };
  /** Number of pages. This and what follows answer null when the worker has the register no more. */
  readonly registerFinish: { readonly ask: { readonly job: string }; readonly answer: number | null };
  readonly registerPages: {
    readonly ask: { readonly job: string; readonly window: PageWindow; readonly purpose: PagePurpose };
    readonly answer: readonly FormPage[] | null;
  };
  readonly registerPdf: {
    readonly ask: { readonly job: string; readonly createdAt: Date };
    readonly answer: Uint8Array | null;
  };
  readonly registerDrop: { readonly ask: { readonly job: string }; readonly answer: null };
  readonly fonts: {
    readonly ask: Readonly<Record<string, never>>;
    readonly answer: readonly FontReport[];
  };
}
export type TaskName = keyof Tasks;

export type Request = {
  [K in TaskName]: { readonly id: number; readonly task: K } & Tasks[K]['ask'];
}[TaskName];

export type Message = Request | { readonly task: 'close' };

export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: Tasks[TaskName]['answer'] }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly stack: string };
