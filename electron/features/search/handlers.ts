import type { searchContract } from '../../../shared/features/search.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const searchHandlers: Handlers<typeof searchContract, Ctx> = {};
