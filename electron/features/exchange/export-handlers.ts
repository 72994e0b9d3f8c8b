import type { exportContract } from '../../../shared/features/exchange-export.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { cancelJob } from '../links-exchange.ts';
import { exportRows } from './export-list.ts';
import { readLayouts, removeLayout, saveLayout } from './layouts.ts';

export const exportHandlers: Handlers<typeof exportContract, Ctx> = {
  layouts: ({ list }, ctx) => readLayouts(ctx.read, list),
  saveLayout: (layout, ctx) => ctx.write((change) => saveLayout(change, layout)),
  removeLayout: (target, ctx) => ctx.write((change) => removeLayout(change, target)),
  exportList: (order, ctx) => exportRows(ctx, order),
  cancelJob: ({ job }) => cancelJob(job),
};
