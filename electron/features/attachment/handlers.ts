import type { attachmentContract } from '../../../shared/features/attachment.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';

export const attachmentHandlers: Handlers<typeof attachmentContract, Ctx> = {};
