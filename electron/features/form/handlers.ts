import type { formContract } from '../../../shared/features/form.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const formHandlers: Handlers<typeof formContract, Ctx> = {};
