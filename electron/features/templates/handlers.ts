import type { templatesContract } from '../../../shared/features/templates.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { exportTemplate, importTemplate } from './files.ts';
import { listTemplates, restoreTemplate, saveTemplate, voidTemplate } from './store.ts';

export const templatesHandlers: Handlers<typeof templatesContract, Ctx> = {
  list: (_input, ctx) => listTemplates(ctx.read),
  save: (input, ctx) => ctx.write((change) => saveTemplate(change, input)),
  void: ({ id, rowVersion, reason }, ctx) =>
    ctx.write((change) => voidTemplate(change, { id, rowVersion }, reason)),
  restore: (target, ctx) => ctx.write((change) => restoreTemplate(change, target)),
  exportFile: ({ id }, ctx) => exportTemplate(ctx, id),
  importFile: (_input, ctx) => importTemplate(ctx),
};
