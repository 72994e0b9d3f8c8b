import { z } from 'zod';
import { DISTRIBUTION_METHODS, SEAL_CATEGORIES } from '../domain/outgoing-fields.ts';
import { command, query } from '../ipc/define.ts';
import { count, needed, text } from './incoming-items.ts';
import { sealUseSchema } from './outgoing-process.ts';

/** Seals with the book of their uses, and lists of units for 分发. */

const id = z.string().max(40);
const target = { id: id.optional(), rowVersion: z.int().optional() };

export const sealSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  category: z.enum(SEAL_CATEGORIES),
  keeper: z.string(),
  active: z.boolean(),
  uses: z.int(),
});
export type Seal = z.output<typeof sealSchema>;

const listedUnit = z.strictObject({
  unit: needed('分发单位', 60),
  copies: count('份数', 9999),
  method: z.enum(DISTRIBUTION_METHODS),
});

export const distributionListSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  units: z.array(listedUnit),
});
export type DistributionList = z.output<typeof distributionListSchema>;

export const sealsContract = {
  seals: query(z.void(), z.array(sealSchema), ['seal']),
  saveSeal: command(
    z.strictObject({
      ...target,
      name: needed('印章名称', 60),
      category: z.enum(SEAL_CATEGORIES),
      keeper: text('保管人', 30),
      active: z.boolean(),
    }),
    sealSchema,
    ['seal'],
  ),
  /** 用印登记簿, newest first. */
  sealUses: query(
    z.strictObject({
      year: z.int().optional(),
      sealId: id.optional(),
      text: z.string().max(100).optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ total: z.int(), rows: z.array(sealUseSchema) }),
    ['seal'],
  ),
  distributionLists: query(z.void(), z.array(distributionListSchema), ['distributionList']),
  saveDistributionList: command(
    z.strictObject({
      ...target,
      name: needed('名单名称', 40),
      units: z.array(listedUnit).min(1, '请至少填写一个单位').max(500, '分发单位不超过500个'),
    }),
    distributionListSchema,
    ['distributionList'],
  ),
  voidDistributionList: command(
    z.strictObject({ id, rowVersion: z.int(), reason: needed('理由', 200) }),
    z.void(),
    ['distributionList'],
  ),
} as const;
