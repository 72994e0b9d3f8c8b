import { z } from 'zod';
import type { IssuerCode, Office } from '../../../shared/features/office.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { IssuerCodeTable, Reader } from '../../db/schema.ts';

const names = z.array(z.string());

export function asIssuerCode(row: IssuerCodeTable): IssuerCode {
  return {
    id: row.id,
    rowVersion: row.rowVersion,
    code: row.code,
    issuers: names.parse(JSON.parse(row.issuers)),
    markSuffix: row.markSuffix,
    active: row.active === 1,
    sample: row.sample === 1,
  };
}

/** The office with its 机关代字, its own ones first. @throws AppError NOT_SET_UP */
export async function readOffice(read: Reader): Promise<Office> {
  const office = await read.selectFrom('office').selectAll().executeTakeFirst();
  if (office === undefined) throw new AppError('NOT_SET_UP', '还没有完成首次设置，请先填写单位信息。');
  const codes = await read
    .selectFrom('issuerCode')
    .selectAll()
    .orderBy('sample')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const sample = await read
    .selectFrom('outgoing')
    .select('id')
    .where('sample', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return {
    rowVersion: office.rowVersion,
    name: office.name,
    printingOffice: office.printingOffice,
    sampleLoaded: sample !== undefined || codes.some((code) => code.sample === 1),
    issuerCodes: codes.map(asIssuerCode),
  };
}
