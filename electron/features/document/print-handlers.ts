import { NO_OFFSET } from '../../../shared/domain/print.ts';
import type { printContract } from '../../../shared/features/document-print.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { calibrationPage } from './calibration-page.ts';
import { printTo } from './print-job.ts';
import { keepOffset, readPrintOptions } from './print-options.ts';
import { printerGone } from './print-run.ts';
import { cancelJob } from './running-jobs.ts';

export const printHandlers: Handlers<typeof printContract, Ctx> = {
  printOptions: ({ id }, ctx) => readPrintOptions(id, ctx),

  printTo: (order, ctx) => printTo(order, ctx),

  cancelPrint: ({ job }) => cancelJob(job),

  saveOffset: ({ printer, offset }, ctx) => keepOffset(ctx, printer, offset),

  printCalibration: async ({ printer, corrected }, { services }) => {
    const found = (await services.printer.printers()).find(({ name }) => name === printer);
    if (found === undefined) throw printerGone(printer);
    const kept = services.device.get('printing').printers[printer]?.offset ?? NO_OFFSET;
    const page = { svg: calibrationPage(found.displayName, corrected) };
    const offset = corrected ? kept : NO_OFFSET;
    await services.printer.printTo([page], '打印校准页', { printer, copies: 1, duplex: 'simplex', offset });
  },
};
