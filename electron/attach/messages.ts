import type { FileReading, FileSource } from './read-file.ts';
import type { PageProgress, Recognised } from './recognise.ts';

/** What the main process and the reading process say to each other. */
export type AttachRequest =
  | { readonly id: number; readonly task: 'read'; readonly source: FileSource; readonly name: string }
  | {
      readonly id: number;
      readonly task: 'recognise';
      readonly file: string;
      readonly kind: 'pdf' | 'picture';
    };

export type AttachReply =
  | { readonly id: number; readonly progress: PageProgress }
  | { readonly id: number; readonly answer: FileReading | Recognised }
  | { readonly id: number; readonly failure: { readonly code: string; readonly message: string } };
