import type { officeContract } from '../../../shared/features/office.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { checkVersion } from '../../db/saved-row.ts';
import type { Ctx } from '../context.ts';
import { saveIssuerCode } from './issuer-codes.ts';
import { numberSeriesReport } from './number-report.ts';
import { readOffice } from './office.ts';
import { listDepartments, listPeople, saveDepartment, savePerson } from './people.ts';
import { loadSample, removeSample } from './sample.ts';
import { startSeries } from './start-series.ts';

export const officeHandlers: Handlers<typeof officeContract, Ctx> = {
  get: (_input, ctx) => readOffice(ctx.read),

  update: ({ rowVersion, name, printingOffice }, ctx) =>
    ctx.write(async (change) => {
      const row = await change.tx.selectFrom('office').selectAll().executeTakeFirst();
      if (row === undefined) throw new AppError('NOT_SET_UP', '还没有完成首次设置，请先填写单位信息。');
      checkVersion(row, rowVersion, '单位信息');
      await change.tx
        .updateTable('office')
        .set({ name, printingOffice, ...change.stampChanged(rowVersion) })
        .execute();
      await change.audit({
        entity: 'office',
        entityId: row.id,
        summary: `单位信息改为：${name}，印发机关 ${printingOffice}`,
        detail: { name: row.name, printingOffice: row.printingOffice },
      });
      return readOffice(change.read);
    }),

  saveIssuerCode: (input, ctx) => ctx.write((change) => saveIssuerCode(change, input)),
  numberSeries: (_input, ctx) => numberSeriesReport(ctx.read),
  startSeries: (input, ctx) => ctx.write((change) => startSeries(change, input)),
  people: (_input, ctx) => listPeople(ctx.read),
  savePerson: (input, ctx) => ctx.write((change) => savePerson(change, input)),
  departments: (_input, ctx) => listDepartments(ctx.read),
  saveDepartment: (input, ctx) => ctx.write((change) => saveDepartment(change, input)),
  loadSample: (_input, ctx) => loadSample(ctx),
  removeSample: (_input, ctx) => removeSample(ctx),
};
