import type { z } from 'zod';
import type { IssuerCode, officeContract } from '../../../shared/features/office.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { saveRow } from '../../db/saved-row.ts';
import type { Change } from '../../db/transaction.ts';
import { asIssuerCode } from './office.ts';

type Input = z.output<(typeof officeContract.saveIssuerCode)['input']>;

/** Adds or changes a 机关代字. Once numbers were issued under it, its wording is history and stays. */
export async function saveIssuerCode(change: Change, input: Input): Promise<IssuerCode> {
  const { tx } = change;
  const namesake = await tx
    .selectFrom('issuerCode')
    .select('id')
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== input.id) {
    throw refuseCode(`机关代字“${input.code}”已有了。请改用另一个，或修改原有的那一个。`);
  }
  const values = {
    code: input.code,
    issuers: JSON.stringify(input.issuers),
    markSuffix: input.markSuffix,
    active: input.active ? (1 as const) : (0 as const),
  };
  const id = await saveRow(change, input, '机关代字', {
    find: (key) => tx.selectFrom('issuerCode').select('rowVersion').where('id', '=', key).executeTakeFirst(),
    insert: (stamps) =>
      tx
        .insertInto('issuerCode')
        .values({ ...stamps, ...values, sample: 0 })
        .execute(),
    update: async (key, stamps) => {
      await refuseRenameAfterUse(change, key, input.code);
      await tx
        .updateTable('issuerCode')
        .set({ ...values, ...stamps })
        .where('id', '=', key)
        .execute();
    },
  });
  await change.audit({
    entity: 'issuerCode',
    entityId: id,
    summary: `机关代字 ${input.code}：${input.issuers.join('、')}${input.active ? '' : '（停用）'}`,
  });
  return asIssuerCode(
    await tx.selectFrom('issuerCode').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

async function refuseRenameAfterUse(change: Change, id: string, newCode: string): Promise<void> {
  const { code } = await change.tx
    .selectFrom('issuerCode')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (code === newCode) return;
  const used = await change.tx
    .selectFrom('issuedNumber')
    .select('id')
    .where('issuerCodeId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (used !== undefined) {
    throw refuseCode(`“${code}”已经发过文号，不能改字。请停用它，再另建新的机关代字。`);
  }
}

function refuseCode(message: string): AppError {
  return new AppError('INVALID_INPUT', message, { fields: { code: message } });
}
