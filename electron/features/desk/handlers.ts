import type { deskContract } from '../../../shared/features/desk.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const deskHandlers: Handlers<typeof deskContract, Ctx> = {};
