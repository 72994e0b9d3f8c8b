import { z } from 'zod';
import { MATTER_SOURCES, MATTER_URGENCIES } from '../../../../shared/domain/flow-matter.ts';
import { showsStateSecret, titleShowsStateSecret } from '../../../../shared/domain/state-secret.ts';
import { INCOMING_SECRECY } from '../../../../shared/features/incoming-items.ts';
import { readViewState, writeViewState } from '../../../app/view-state.ts';
import type { MatterValues } from './matter-values.ts';

const KEY = 'matter.entry';

const storedSchema = z.object({
  title: z.string(),
  source: z.enum(MATTER_SOURCES),
  orderedBy: z.string(),
  orderedOn: z.string().optional(),
  orderedTime: z.string(),
  words: z.string(),
  secrecy: z.enum(INCOMING_SECRECY),
  urgency: z.enum(MATTER_URGENCIES),
  replyRequired: z.boolean(),
  dueOn: z.string().optional(),
  remark: z.string(),
  leadDepartmentId: z.string().optional(),
  assistDepartmentIds: z.array(z.string()),
});

/** What was typed and not registered yet, if anything. */
export function readEntryDraft(): MatterValues | null {
  const stored = readViewState(KEY, storedSchema.nullable()) ?? null;
  if (stored === null) return null;
  const { orderedOn, dueOn, leadDepartmentId, ...rest } = stored;
  return { ...rest, orderedOn, dueOn, leadDepartmentId };
}

/** Keeps what is typed over Esc, a way elsewhere and a restart. Words with a mark of a state secret are never written. */
export function keepEntryDraft(values: MatterValues): void {
  writeViewState(KEY, worthKeeping(values) && !secret(values) ? values : null);
}

export function dropEntryDraft(): void {
  writeViewState(KEY, null);
}

/** Something was written; a source or a date alone is chosen again as quickly. */
function worthKeeping(values: MatterValues): boolean {
  const { title, orderedBy, words, remark, leadDepartmentId, assistDepartmentIds } = values;
  const written = [title, orderedBy, words, remark].some((text) => text.trim() !== '');
  return written || leadDepartmentId !== undefined || assistDepartmentIds.length > 0;
}

function secret({ title, orderedBy, words, remark }: MatterValues): boolean {
  return titleShowsStateSecret(title) || [orderedBy, words, remark].some(showsStateSecret);
}
