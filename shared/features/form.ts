import { z } from 'zod';
import { URGE_LEVELS } from '../domain/flow-incoming.ts';
import { FORM_KEYS } from '../domain/forms/declaration.ts';
import { REGISTER_SIZES } from '../domain/forms/registers.ts';
import { CODED_KINDS } from '../domain/item-code.ts';
import { DUPLEX_MODES, MAX_COPIES } from '../domain/print.ts';
import { command, query } from '../ipc/define.ts';
import { pageRangesSchema, printerSchema, printResultSchema } from './document-print.ts';
import { exportedFileSchema, pageWindowSchema } from './document.ts';
import { exportSourceSchema } from './exchange-export.ts';

/** 文件处理单, 发文稿纸, 传阅单, 退文通知单, 催办通知单, 交办单 and the registers, as they are printed. */

const id = z.string().max(40);
const job = z.string().min(1).max(60);
const kind = z.enum(CODED_KINDS);

export const formPageSchema = z.strictObject({
  /** 1-based. */
  index: z.int(),
  /** mm. */
  width: z.number(),
  height: z.number(),
  /** Self-contained SVG text. */
  svg: z.string(),
});
export type FormPageDrawn = z.output<typeof formPageSchema>;

const printing = {
  job,
  printer: z.string().min(1).max(300),
  copies: z.int().min(1).max(MAX_COPIES),
  duplex: z.enum(DUPLEX_MODES),
  ranges: pageRangesSchema,
};

/** One form of one item, with what the person has chosen about it. */
export const formOrderSchema = z.strictObject({
  kind,
  id,
  form: z.enum(FORM_KEYS),
  /** True 填写已有内容, false 留空手填. */
  filled: z.boolean(),
  /** Adds the 办理过程. */
  history: z.boolean(),
  /** Of a 催办通知单; that of the last urging when absent. */
  urgeLevel: z.enum(URGE_LEVELS).optional(),
});
export type FormOrder = z.output<typeof formOrderSchema>;

export const registerOrderSchema = z.strictObject({
  /** The rows as the list on the screen has them. */
  source: exportSourceSchema,
  size: z.enum(REGISTER_SIZES),
  /** What the list is filtered by, in words, for the line over the table. */
  scope: z.string().max(200),
});
export type RegisterOrder = z.output<typeof registerOrderSchema>;

const exported = z.strictObject({ files: z.array(exportedFileSchema) }).nullable();
const outcome = z.strictObject({ outcome: z.enum(['printed', 'cancelled']) });

export const formContract = {
  /** The forms an item can be printed on, the one for its present state first. */
  list: query(
    z.strictObject({ kind, id }),
    z.strictObject({
      /** Number and title. */
      label: z.string(),
      code: z.string(),
      workSecret: z.boolean(),
      forms: z.array(
        z.strictObject({
          form: z.enum(FORM_KEYS),
          name: z.string(),
          /** Level of the last urging, where the form has levels. */
          urgeLevel: z.enum(URGE_LEVELS).nullable(),
        }),
      ),
    }),
    ['incoming', 'outgoing', 'matter', 'office'],
  ),
  preview: query(formOrderSchema, z.strictObject({ pages: z.array(formPageSchema) }), [
    'incoming',
    'outgoing',
    'matter',
    'office',
    'person',
    'department',
  ]),
  /** Asks where to save; null when cancelled there. */
  exportPdf: command(formOrderSchema, exported, ['auditEvent']),
  printers: query(
    z.void(),
    z.strictObject({ printers: z.array(printerSchema), lastPrinter: z.string().nullable() }),
    [],
  ),
  /** Prints at once on a named printer. */
  printTo: command(z.strictObject({ ...formOrderSchema.shape, ...printing }), printResultSchema, [
    'auditEvent',
  ]),
  /** The system's print dialog. */
  print: command(z.strictObject({ ...formOrderSchema.shape, ranges: pageRangesSchema }), outcome, [
    'auditEvent',
  ]),

  /**
   * Lays a register out under the name of the job, with progress by event. The pages stay with the engine until
   * `releaseRegister`.
   */
  prepareRegister: query(
    z.strictObject({ ...registerOrderSchema.shape, job }),
    z.strictObject({ entries: z.int(), pages: z.int(), workSecrets: z.int() }),
    [],
  ),
  registerPages: query(
    z.strictObject({ job, window: pageWindowSchema }),
    z.strictObject({ pages: z.array(formPageSchema) }),
    [],
  ),
  exportRegister: command(z.strictObject({ job }), exported, ['auditEvent']),
  printRegister: command(z.strictObject({ job, ranges: pageRangesSchema }), outcome, ['auditEvent']),
  /** `register`: the job of the prepared one; `job`: this printing. */
  printRegisterTo: command(z.strictObject({ ...printing, register: job }), printResultSchema, ['auditEvent']),
  cancelJob: command(z.strictObject({ job }), z.void(), []),
  releaseRegister: command(z.strictObject({ job }), z.void(), []),

  /** The item a scanned or typed code belongs to. @throws AppError NOT_FOUND, saying what is wrong with the code */
  findCode: query(
    z.strictObject({ code: z.string().max(60) }),
    z.strictObject({ kind, id: z.string(), label: z.string() }),
    ['incoming', 'outgoing', 'matter'],
  ),
} as const;
