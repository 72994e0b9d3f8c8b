import { z } from 'zod';
import { templateContentSchema } from '../gongwen/template.ts';
import { command, query } from '../ipc/define.ts';

/** 红头模板: list, save, void, and one template as one JSON file. */

const id = z.string().max(40);
const reason = z.string().trim().min(2, '请写明理由（至少两个字）').max(200, '理由不超过200字');
const target = { id, rowVersion: z.int() };

export const templateNameSchema = z
  .string()
  .trim()
  .min(1, '请填写模板名称')
  .max(40, '模板名称不超过40字')
  .transform((name) => name.normalize('NFC'));

export const templateSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  content: templateContentSchema,
  /** Null while it is in use. */
  voidReason: z.string().nullable(),
  updatedAt: z.number(),
});
export type Template = z.output<typeof templateSchema>;

/** A file holds exactly one template; strict, so that nothing of it is lost or taken for something else. */
export const templateFileSchema = z.strictObject({
  kind: z.literal('gongwentai-template'),
  version: z.literal(1),
  name: templateNameSchema,
  content: templateContentSchema,
});
export type TemplateFile = z.output<typeof templateFileSchema>;

export const importedTemplateSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), template: templateSchema }),
  /** The name is taken: nothing was stored; saved under `proposedName` when the person agrees. */
  z.strictObject({
    outcome: z.literal('nameTaken'),
    name: z.string(),
    proposedName: z.string(),
    content: templateContentSchema,
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    fileName: z.string(),
    faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  }),
]);
export type ImportedTemplate = z.output<typeof importedTemplateSchema>;

export const templatesContract = {
  /** Those in use by name, then the voided ones, the newest first. */
  list: query(z.void(), z.array(templateSchema), ['template']),
  /** Without `id` a new one. A stale rowVersion answers CONFLICT and changes nothing. */
  save: command(
    z.strictObject({
      id: id.optional(),
      rowVersion: z.int().optional(),
      name: templateNameSchema,
      content: templateContentSchema,
      /** It comes from a file; the trail says so. */
      imported: z.boolean().optional(),
    }),
    templateSchema,
    ['template'],
  ),
  /** 作废: not offered any more; documents made with it stay as they are. */
  void: command(z.strictObject({ ...target, reason }), templateSchema, ['template']),
  restore: command(z.strictObject(target), templateSchema, ['template']),
  /** Asks where to save; null when cancelled. */
  exportFile: command(
    z.strictObject({ id }),
    z.strictObject({ token: z.string(), name: z.string(), folder: z.string() }).nullable(),
    ['auditEvent'],
  ),
  /** Asks for a file; null when cancelled. Faults change nothing, nothing is ever overwritten. */
  importFile: command(z.void(), importedTemplateSchema.nullable(), ['template']),
} as const;
