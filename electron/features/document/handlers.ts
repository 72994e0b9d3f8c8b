import type { documentContract } from '../../../shared/features/document.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { isProgramFile } from '../../../shared/domain/program-files.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { forEngine, sameNumberFaults } from '../links.ts';
import { exportFiles } from './export-files.ts';
import { printHandlers } from './print-handlers.ts';
import { printableDocument } from './print-job.ts';
import { printByDialog } from './print-run.ts';

export const documentHandlers: Handlers<typeof documentContract, Ctx> = {
  preview: async ({ document, editor, id, window }, ctx) => {
    const { docgen, session, now } = ctx.services;
    const preview = await docgen.preview(forEngine(document, session), editor, window);
    const twice = id === undefined ? [] : await sameNumberFaults(ctx.read, document, id, now());
    return { ...preview, faults: [...preview.faults, ...twice] };
  },

  previewPages: async ({ editor, version, window }, { services }) => {
    const pages = await services.docgen.previewPages(editor, version, window);
    return pages && { pages: [...pages] };
  },

  exportFiles: (order, ctx) => exportFiles(ctx, order),

  openExported: async ({ token, how }, { services }) => {
    const file = services.paths.find(token);
    // Tokens are also given for files that were dropped on the page.
    if (file === undefined || isProgramFile(file)) {
      throw new AppError('NOT_FOUND', '找不到刚才导出的文件，请到导出的文件夹里打开。');
    }
    if (how === 'reveal') services.shell.reveal(file);
    else await services.shell.openFile(file);
  },

  ...printHandlers,

  print: async ({ id, ranges, voidedAcknowledged }, ctx) =>
    printByDialog(ctx, await printableDocument(ctx, id, voidedAcknowledged), ranges),
};
