import type { exchangeContract } from '../../../shared/features/exchange.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { exportHandlers } from './export-handlers.ts';
import { importHandlers } from './import-handlers.ts';

export const exchangeHandlers: Handlers<typeof exchangeContract, Ctx> = {
  ...exportHandlers,
  ...importHandlers,
};
