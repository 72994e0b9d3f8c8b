import type { exchangeContract } from '../../../shared/features/exchange.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const exchangeHandlers: Handlers<typeof exchangeContract, Ctx> = {};
