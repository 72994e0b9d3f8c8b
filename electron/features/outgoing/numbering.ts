import { AppError } from '../../../shared/ipc/errors.ts';
import type { IssuerCodeTable, Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

/** @throws AppError INVALID_INPUT when the office has no such 机关代字 */
export async function readIssuerCode(read: Reader, code: string): Promise<IssuerCodeTable> {
  const row = await read.selectFrom('issuerCode').selectAll().where('code', '=', code).executeTakeFirst();
  if (row === undefined) {
    const message = `没有机关代字“${code}”。请先在“设置”中添加，再编号。`;
    throw new AppError('INVALID_INPUT', message, { fields: { issuerCode: message } });
  }
  return row;
}

/** The serial that would come next; nothing is reserved. */
export async function nextSerial(read: Reader, issuerCodeId: string, year: number): Promise<number> {
  const series = await read
    .selectFrom('numberSeries')
    .select('last')
    .where('issuerCodeId', '=', issuerCodeId)
    .where('year', '=', year)
    .executeTakeFirst();
  return (series?.last ?? 0) + 1;
}

/**
 * Takes the next serial of 机关代字 and year for a document, in the caller's transaction: the series moves by one
 * and the serial is recorded with the document, or nothing happens at all. Unique indexes and triggers of the
 * file guard the same, whatever a later program may try.
 */
export async function takeSerial(
  change: Change,
  code: IssuerCodeTable,
  year: number,
  outgoingId: string,
): Promise<number> {
  const { tx } = change;
  const series = await tx
    .selectFrom('numberSeries')
    .selectAll()
    .where('issuerCodeId', '=', code.id)
    .where('year', '=', year)
    .executeTakeFirst();
  const serial = (series?.last ?? 0) + 1;
  if (series === undefined) {
    await tx
      .insertInto('numberSeries')
      .values({
        ...change.stampNew(),
        issuerCodeId: code.id,
        year,
        first: serial,
        last: serial,
        sample: code.sample,
      })
      .execute();
  } else {
    await tx
      .updateTable('numberSeries')
      .set({ last: serial, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  await tx
    .insertInto('issuedNumber')
    .values({
      ...change.stampNew(),
      issuerCodeId: code.id,
      year,
      serial,
      outgoingId,
      state: 'issued',
      voidReason: null,
      sample: code.sample,
    })
    .execute();
  return serial;
}

/** A sample and a real document never share a series, or removing the sample would tear a gap. */
export function checkSeries(
  code: { readonly code: string; readonly active: number; readonly sample: number },
  sample: boolean,
  year: number,
  now: number,
): void {
  const fault = seriesFault(code, sample, year, now);
  if (fault !== undefined)
    throw new AppError('INVALID_INPUT', fault.message, { fields: { [fault.field]: fault.message } });
}

function seriesFault(
  code: { readonly code: string; readonly active: number; readonly sample: number },
  sample: boolean,
  year: number,
  now: number,
): { field: 'issuerCode' | 'year'; message: string } | undefined {
  if (code.active === 0) {
    return {
      field: 'issuerCode',
      message: `机关代字“${code.code}”已停用。请选用在用的机关代字，或在“设置”中启用它。`,
    };
  }
  if (code.sample === 1 && !sample) {
    return { field: 'issuerCode', message: `“${code.code}”是示例单位的机关代字。请用本单位的机关代字编号。` };
  }
  if (code.sample === 0 && sample) {
    return {
      field: 'issuerCode',
      message: '示例公文不能占用本单位的文号。请用示例的机关代字，或“复制为新件”后再编号。',
    };
  }
  const thisYear = new Date(now).getFullYear();
  if (year > thisYear + 1) {
    return { field: 'year', message: `现在是${thisYear}年，不能发${year}年的文号。请核对年份和电脑时间。` };
  }
  return undefined;
}
