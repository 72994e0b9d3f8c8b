import { z } from 'zod';
import { FORMATS, SEALINGS } from '../../../shared/gongwen/model.ts';
import { OFFICIAL_REDS } from '../../../shared/gongwen/red.ts';
import { readViewState, writeViewState } from '../../app/view-state.ts';
import type { TemplateValues } from './form-values.ts';

/**
 * What was typed and not saved when the window closed. It waits on this computer for the next opening; the
 * template itself changes only when the person saves.
 */
const KEY = 'templates.unsaved';

const valuesSchema: z.ZodType<TemplateValues> = z.strictObject({
  name: z.string(),
  format: z.enum(FORMATS),
  issuers: z.string(),
  markNames: z.string(),
  markSuffix: z.string(),
  charHeight: z.number().nullable(),
  charWidth: z.number().nullable(),
  color: z.enum(OFFICIAL_REDS),
  issuerCode: z.string(),
  addressees: z.string(),
  printingOffice: z.string(),
  copyTo: z.string(),
  sealing: z.enum(SEALINGS),
});

const draftSchema = z.strictObject({ id: z.string().nullable(), values: valuesSchema });

export interface UnsavedDraft {
  /** Null: a new template. */
  readonly id: string | null;
  readonly values: TemplateValues;
}

export function readUnsavedDraft(): UnsavedDraft | undefined {
  return readViewState(KEY, draftSchema);
}

export function keepUnsavedDraft(draft: UnsavedDraft | null): void {
  writeViewState(KEY, draft);
}
