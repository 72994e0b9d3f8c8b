import type { z } from 'zod';
import type { officeContract } from '../../../shared/features/office.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { numberSeriesReport } from './number-report.ts';

type Input = z.output<(typeof officeContract.startSeries)['input']>;
type Output = z.output<(typeof officeContract.startSeries)['output']>;

/**
 * Lets a series go on after the last number of the paper register. May be put right as long as the program has
 * issued nothing in it; afterwards the start is history.
 * @throws AppError INVALID_INPUT, NOT_ALLOWED_IN_STATE
 */
export async function startSeries(change: Change, { issuerCode, year, lastUsed }: Input): Promise<Output> {
  const { tx } = change;
  const code = await tx
    .selectFrom('issuerCode')
    .selectAll()
    .where('code', '=', issuerCode)
    .executeTakeFirst();
  if (code === undefined) throw refuse('issuerCode', `没有机关代字“${issuerCode}”。请先在“机关代字”中添加。`);
  if (code.sample === 1) throw refuse('issuerCode', `“${issuerCode}”是示例的机关代字，不设起始号。`);
  const thisYear = new Date(change.at).getFullYear();
  if (year > thisYear + 1) throw refuse('year', `现在是${thisYear}年，不能设${year}年的起始号。请核对年份。`);
  const issued = await tx
    .selectFrom('issuedNumber')
    .select('serial')
    .where('issuerCodeId', '=', code.id)
    .where('year', '=', year)
    .limit(1)
    .executeTakeFirst();
  if (issued !== undefined) {
    throw new AppError(
      'NOT_ALLOWED_IN_STATE',
      `${issuerCode}〔${year}〕已由本程序编过号，起始号不能再改，没有改动。`,
    );
  }
  const series = await tx
    .selectFrom('numberSeries')
    .selectAll()
    .where('issuerCodeId', '=', code.id)
    .where('year', '=', year)
    .executeTakeFirst();
  const values = { first: lastUsed + 1, last: lastUsed };
  const stamps = change.stampNew();
  if (series === undefined) {
    await tx
      .insertInto('numberSeries')
      .values({ ...stamps, ...values, issuerCodeId: code.id, year, sample: 0 })
      .execute();
  } else {
    await tx
      .updateTable('numberSeries')
      .set({ ...values, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  await change.audit({
    entity: 'issuerCode',
    entityId: code.id,
    summary: `${issuerCode}〔${year}〕此前已编到 ${lastUsed} 号，从 ${lastUsed + 1} 号开始`,
    detail: { year, lastUsed, ...(series === undefined ? {} : { before: series.last }) },
  });
  const report = await numberSeriesReport(change.read);
  const row = report.find((candidate) => candidate.issuerCode === issuerCode && candidate.year === year);
  if (row === undefined) throw new Error('the series just written is not there');
  return row;
}

function refuse(field: 'issuerCode' | 'year', message: string): AppError {
  return new AppError('INVALID_INPUT', message, { fields: { [field]: message } });
}
