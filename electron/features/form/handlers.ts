import { FORMS } from '../../../shared/domain/forms/forms.ts';
import type { formContract } from '../../../shared/features/form.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { cancelJob, printByDialog, printCopies, printerChoices } from '../links-form.ts';
import { findByCode } from './find-code.ts';
import { readItem } from './item.ts';
import { exportForm, printableForm } from './output.ts';
import {
  exportRegister,
  prepareRegister,
  printableRegister,
  registerPages,
  releaseRegister,
} from './registers.ts';
import { makeSheet } from './sheet.ts';

export const formHandlers: Handlers<typeof formContract, Ctx> = {
  list: async ({ kind, id }, ctx) => {
    const item = await readItem(ctx, kind, id);
    return {
      label: [item.number, item.title].filter((part) => part !== '').join(' '),
      code: item.code,
      workSecret: item.workSecret,
      forms: item.forms.map((form) => ({
        form,
        name: FORMS[form].name,
        urgeLevel: form === 'urging' ? (item.lastUrgeLevel ?? '提醒') : null,
      })),
    };
  },

  preview: async (order, ctx) => {
    const { sheet } = await makeSheet(ctx, order);
    return { pages: [...(await ctx.services.docgen.formPages(sheet, 'screen'))] };
  },

  exportPdf: (order, ctx) => exportForm(ctx, order),
  printers: (_input, ctx) => printerChoices(ctx),
  printTo: (order, ctx) => printCopies(ctx, { ...order, keepDuplex: false }, () => printableForm(ctx, order)),
  print: async ({ ranges, ...order }, ctx) => printByDialog(ctx, await printableForm(ctx, order), ranges),

  prepareRegister: async ({ job, ...order }, ctx) => {
    const { entries, pages, workSecrets } = await prepareRegister(ctx, job, order);
    return { entries, pages, workSecrets };
  },
  registerPages: async ({ job, window }, ctx) => ({ pages: await registerPages(ctx, job, window) }),
  exportRegister: ({ job }, ctx) => exportRegister(ctx, job),
  printRegister: ({ job, ranges }, ctx) => printByDialog(ctx, printableRegister(ctx, job), ranges),
  printRegisterTo: ({ register, ...order }, ctx) =>
    printCopies(ctx, { ...order, keepDuplex: false }, () =>
      Promise.resolve(printableRegister(ctx, register)),
    ),
  cancelJob: ({ job }) => cancelJob(job),
  releaseRegister: ({ job }, ctx) => releaseRegister(ctx, job),

  findCode: ({ code }, ctx) => findByCode(ctx.read, code),
};
