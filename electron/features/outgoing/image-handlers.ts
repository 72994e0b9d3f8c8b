import { readFile } from 'node:fs/promises';
import type { imagesContract } from '../../../shared/features/outgoing-images.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { storedFile, storeFile } from '../../db/file-store.ts';
import type { Ctx } from '../context.ts';
import { checkPicture } from './picture-check.ts';
import { readOutgoing } from './store.ts';

export const imageHandlers: Handlers<typeof imagesContract, Ctx> = {
  addImage: async ({ id, bytes }, ctx) => {
    await readOutgoing(ctx.read, id);
    const checked = checkPicture(bytes);
    if (checked.kind === undefined) {
      const message = `这张图片${checked.problem}。没有插入。`;
      throw new AppError('INVALID_INPUT', message, { fields: { bytes: message } });
    }
    const { kind, width, height } = checked;
    // The file first: a picture nobody names is harmless, a name without its picture is not.
    const file = await storeFile(ctx.services.session.filesFolder, bytes, kind);
    await ctx.write((change) =>
      change.audit({
        entity: 'outgoing',
        entityId: id,
        summary: `存入图片 ${width}×${height} 像素`,
        detail: { file },
      }),
    );
    return { file, width, height };
  },

  image: async ({ file }, { services }) => {
    const stored = storedFile(services.session.filesFolder, file);
    if (stored === undefined) return null;
    const bytes = await readFile(stored).catch(() => null);
    if (bytes === null) return null;
    return { type: file.endsWith('.png') ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(bytes) };
  },
};
