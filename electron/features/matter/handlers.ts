import type { matterContract } from '../../../shared/features/matter.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const matterHandlers: Handlers<typeof matterContract, Ctx> = {};
