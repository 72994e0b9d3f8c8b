import type { z } from 'zod';
import { DISTRIBUTION_METHODS, SEAL_CATEGORIES } from '../../../shared/domain/outgoing-fields.ts';
import { recipientSchema } from '../../../shared/features/outgoing-process.ts';
import type { SealUse } from '../../../shared/features/outgoing-process.ts';
import type { DistributionList, Seal, sealsContract } from '../../../shared/features/outgoing-seals.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { SealUseTable } from '../../db/outgoing-schema.ts';
import { saveRow } from '../../db/saved-row.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { refuse } from '../handling/refuse.ts';

type Contract = typeof sealsContract;

/** Seals with the book of their uses, and lists of units for 分发. */
export const sealHandlers: Handlers<Contract, Ctx> = {
  seals: (_input, ctx) => listSeals(ctx.read),
  saveSeal: (input, ctx) => ctx.write((change) => saveSeal(change, input)),
  sealUses: (input, ctx) => listSealUses(ctx.read, input),
  distributionLists: (_input, ctx) => listDistributionLists(ctx.read),
  saveDistributionList: (input, ctx) => ctx.write((change) => saveDistributionList(change, input)),
  voidDistributionList: ({ id, rowVersion, reason }, ctx) =>
    ctx.write(async (change) => {
      const row = (await listDistributionLists(change.read)).find((list) => list.id === id);
      if (row === undefined) throw new AppError('NOT_FOUND', '找不到这份分发名单，没有改动。请刷新后重试。');
      await saveRow(change, { id, rowVersion }, '分发名单', {
        find: () => Promise.resolve(row),
        insert: () => Promise.reject(new Error('a list that is voided exists')),
        update: (_id, stamps) =>
          change.tx
            .updateTable('distributionList')
            .set({ voidReason: reason, ...stamps })
            .where('id', '=', id)
            .execute(),
      });
      await change.audit({
        entity: 'distributionList',
        entityId: id,
        summary: `停用分发名单“${row.name}”：${reason}`,
      });
    }),
};

async function listSeals(read: Reader): Promise<Seal[]> {
  const rows = await read.selectFrom('seal').selectAll().orderBy('active', 'desc').orderBy('id').execute();
  const uses = await read
    .selectFrom('sealUse')
    .select(['sealId', ({ fn }) => fn.sum<number>('count').as('count')])
    .groupBy('sealId')
    .execute();
  return rows.map(({ id, rowVersion, name, category, keeper, active }) => ({
    id,
    rowVersion,
    name,
    category: SEAL_CATEGORIES.find((known) => known === category) ?? '专用',
    keeper,
    active: active === 1,
    uses: uses.find(({ sealId }) => sealId === id)?.count ?? 0,
  }));
}

async function saveSeal(change: Change, input: z.output<Contract['saveSeal']['input']>): Promise<Seal> {
  const { name, category, keeper } = input;
  const namesake = await change.tx
    .selectFrom('seal')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== input.id) {
    refuse('name', `印章“${name}”已有了。请换一个名称，或修改原有的那一枚。`);
  }
  const values = { name, category, keeper, active: input.active ? (1 as const) : (0 as const) };
  const id = await saveRow(change, input, '印章', {
    find: (known) =>
      change.tx.selectFrom('seal').select('rowVersion').where('id', '=', known).executeTakeFirst(),
    insert: (stamps) =>
      change.tx
        .insertInto('seal')
        .values({ ...stamps, ...values })
        .execute(),
    update: (known, stamps) =>
      change.tx
        .updateTable('seal')
        .set({ ...values, ...stamps })
        .where('id', '=', known)
        .execute(),
  });
  await change.audit({
    entity: 'seal',
    entityId: id,
    summary: `印章 ${name}（${category}）${keeper === '' ? '' : `，${keeper}保管`}${input.active ? '' : '，停用'}`,
  });
  const saved = (await listSeals(change.read)).find((seal) => seal.id === id);
  if (saved === undefined) throw new Error('a seal just saved cannot be found');
  return saved;
}

/** A row of the book as it is read. */
export function asSealUse(row: SealUseTable): SealUse {
  const { id, usedOn, sealName, departmentName, outgoingId, documentNumber, title, addressees } = row;
  const { copies, count, crossPageCount, approvedBy, operatorName, note } = row;
  return {
    id,
    ledgerNumber: `${row.year}-${String(row.serial).padStart(4, '0')}`,
    usedOn,
    sealName,
    departmentName,
    outgoingId,
    documentNumber,
    title,
    addressees,
    copies,
    count,
    crossPageCount,
    approvedBy,
    operatorName,
    note,
  };
}

async function listSealUses(
  read: Reader,
  { year, sealId, text, offset, limit }: z.output<Contract['sealUses']['input']>,
): Promise<{ total: number; rows: SealUse[] }> {
  let query = read.selectFrom('sealUse');
  if (year !== undefined) query = query.where('year', '=', year);
  if (sealId !== undefined) query = query.where('sealId', '=', sealId);
  const words = text?.trim() ?? '';
  if (words !== '') {
    // instr takes % and _ as they are typed.
    query = query.where((eb) =>
      eb.or(
        (['title', 'documentNumber', 'departmentName', 'approvedBy'] as const).map((column) =>
          eb(eb.fn<number>('instr', [column, eb.val(words)]), '>', 0),
        ),
      ),
    );
  }
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('serial', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, rows: rows.map(asSealUse) };
}

const listedUnits = recipientSchema.pick({ unit: true, copies: true, method: true }).array();

async function listDistributionLists(read: Reader): Promise<DistributionList[]> {
  const rows = await read
    .selectFrom('distributionList')
    .selectAll()
    .where('voidReason', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ id, rowVersion, name, units }) => ({
    id,
    rowVersion,
    name,
    units: listedUnits.parse(JSON.parse(units)),
  }));
}

async function saveDistributionList(
  change: Change,
  input: z.output<Contract['saveDistributionList']['input']>,
): Promise<DistributionList> {
  const lists = await listDistributionLists(change.read);
  if (lists.some(({ id, name }) => name === input.name && id !== input.id)) {
    refuse('name', `分发名单“${input.name}”已有了。请换一个名称，或修改原有的那一份。`);
  }
  const values = { name: input.name, units: JSON.stringify(input.units) };
  const id = await saveRow(change, input, '分发名单', {
    find: (known) => Promise.resolve(lists.find((list) => list.id === known)),
    insert: (stamps) =>
      change.tx
        .insertInto('distributionList')
        .values({ ...stamps, ...values, voidReason: null })
        .execute(),
    update: (known, stamps) =>
      change.tx
        .updateTable('distributionList')
        .set({ ...values, ...stamps })
        .where('id', '=', known)
        .execute(),
  });
  await change.audit({
    entity: 'distributionList',
    entityId: id,
    summary: `分发名单“${input.name}”：${input.units.length} 个单位`,
  });
  const saved = (await listDistributionLists(change.read)).find((list) => list.id === id);
  if (saved === undefined) throw new Error('a list just saved cannot be found');
  return saved;
}

export const asMethod = (text: string) =>
  DISTRIBUTION_METHODS.find((method) => method === text) ?? '公文交换';
