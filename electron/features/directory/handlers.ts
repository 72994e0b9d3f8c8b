import type { directoryContract } from '../../../shared/features/directory.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const directoryHandlers: Handlers<typeof directoryContract, Ctx> = {};
