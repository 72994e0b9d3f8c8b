import { choosePages } from '../../../shared/domain/print.ts';
import type { documentContract } from '../../../shared/features/document.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { forEngine, readDocument, sameNumberFaults } from '../links.ts';
import { exportFiles } from './export-files.ts';
import { stemOf } from './file-names.ts';
import { printHandlers } from './print-handlers.ts';
import { refuseUnlessKnown } from './voided.ts';

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
    if (file === undefined) {
      throw new AppError('NOT_FOUND', '找不到刚才导出的文件，请到导出的文件夹里打开。');
    }
    if (how === 'reveal') services.shell.reveal(file);
    else await services.shell.openFile(file);
  },

  ...printHandlers,

  print: async ({ id, ranges, voidedAcknowledged }, ctx) => {
    const { docgen, printer } = ctx.services;
    const stored = await readDocument(ctx.read, ctx.services.session, id);
    refuseUnlessKnown(stored.voided, voidedAcknowledged);
    const pages = choosePages(await docgen.printPages(stored.document), ranges);
    if (pages.length === 0) throw new AppError('INVALID_INPUT', '没有要打印的页，请改页码范围。');
    const outcome = await printer.print(pages, stemOf(stored));
    if (outcome === 'printed') {
      await ctx.write(async (change) => {
        await change.audit({
          entity: 'outgoing',
          entityId: id,
          summary: `打印${stored.voided ? '作废件' : ''} ${pages.length} 面`,
          detail: { pages: pages.length },
        });
      });
    }
    return { outcome };
  },
};
