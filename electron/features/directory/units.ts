import type { z } from 'zod';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { directoryContract, Unit } from '../../../shared/features/directory.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { saveRow } from '../../db/saved-row.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { initialsOf } from '../links.ts';

type UnitsInput = z.output<(typeof directoryContract.units)['input']>;
type UnitInput = z.output<(typeof directoryContract.saveUnit)['input']>;

const COLUMNS = [
  'id',
  'rowVersion',
  'name',
  'initials',
  'useCount',
  'active',
  'contact',
  'phone',
  'fax',
  'address',
  'remark',
] as const;

/** Units in which all words occur, in the name, the initials or the person to ask; those in use first, then the most used. */
export async function listUnits(
  read: Reader,
  { text, limit, offset }: UnitsInput,
): Promise<{ total: number; rows: Unit[] }> {
  let units = read.selectFrom('correspondent');
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const pattern = `%${foldText(word).replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    units = units.where((where) =>
      where.or((['nameKey', 'initials', 'contact'] as const).map((column) => where(column, 'like', pattern))),
    );
  }
  const { total } = await units
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await units
    .select(COLUMNS)
    .orderBy('active', 'desc')
    .orderBy('useCount', 'desc')
    .orderBy('lastUsedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, rows: rows.map((row) => Object.assign({}, row, { active: row.active === 1 })) };
}

/** @throws AppError INVALID_INPUT when another unit has the name, however it is typed */
export async function saveUnit(change: Change, input: UnitInput): Promise<Unit> {
  const { id: target, rowVersion, active, ...content } = input;
  const nameKey = foldText(input.name);
  const namesake = await change.tx
    .selectFrom('correspondent')
    .select('id')
    .where('nameKey', '=', nameKey)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== target) {
    const message = `单位“${input.name}”已有了，没有保存。请修改原有的那一个。`;
    throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
  }
  const values = {
    ...content,
    nameKey,
    initials: initialsOf(input.name),
    active: active ? (1 as const) : (0 as const),
  };
  const { tx } = change;
  const id = await saveRow(change, { id: target, rowVersion }, '单位', {
    find: (key) =>
      tx.selectFrom('correspondent').select('rowVersion').where('id', '=', key).executeTakeFirst(),
    insert: (stamps) =>
      tx
        .insertInto('correspondent')
        .values({ ...stamps, ...values, useCount: 0, lastUsedAt: change.at })
        .execute(),
    update: (key, stamps) =>
      tx
        .updateTable('correspondent')
        .set({ ...values, ...stamps })
        .where('id', '=', key)
        .execute(),
  });
  await change.audit({
    entity: 'correspondent',
    entityId: id,
    summary: `单位 ${input.name}${active ? '' : '（停用）'}`,
  });
  const row = await tx
    .selectFrom('correspondent')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, active };
}
