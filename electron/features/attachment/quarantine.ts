import { existsSync, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/ipc/errors.ts';
import { fsyncFolder } from '../../db/durable-file.ts';
import { attachedName } from '../../db/file-store.ts';
import type { Ctx } from '../context.ts';
import { QUARANTINE_STEPS, splitName } from './names.ts';
import { auditItem, updateAttachment } from './store.ts';
import { copyFile, openCopies } from './work-copies.ts';

/**
 * Takes a stored file out of everything after a mark of a state secret was found in it: its rows say so without its
 * name, its text goes, and the file itself, its copy among the backups and its work copy are moved away. Nothing is
 * deleted: what becomes of it is decided by the office for secrecy.
 * @throws AppError FORBIDDEN always, with what to do
 */
export async function quarantine(ctx: Ctx, hash: string): Promise<never> {
  const { session } = ctx.services;
  const copies = await openCopies(ctx.read);
  const rows = await ctx.write(async (change) => {
    const carriers = await change.tx
      .selectFrom('attachment')
      .selectAll()
      .where('state', '<>', 'quarantined')
      .where('id', 'in', (versions) =>
        versions.selectFrom('attachmentVersion').select('attachmentId').where('fileHash', '=', hash),
      )
      .execute();
    for (const row of carriers) {
      const name = `（已隔离）${splitName(row.name).extension}`;
      await updateAttachment(change, row, { state: 'quarantined', voidReason: QUARANTINE_STEPS, name });
      await auditItem(change, row, '一个附件带国家秘密标志，已隔离', { hash });
    }
    const stamps = { updatedAt: change.at, updatedBy: change.actor.id };
    await change.tx
      .updateTable('fileText')
      .set({ text: '', searchText: '', state: 'unsupported', ...stamps })
      .where('fileHash', '=', hash)
      .execute();
    const ids = carriers.map(({ id }) => id);
    await change.tx
      .updateTable('workCopy')
      .set({ endedAt: change.at, ...stamps })
      .where('attachmentId', 'in', ids)
      .where('endedAt', 'is', null)
      .execute();
    return ids;
  });
  const away = path.join(path.dirname(session.filesFolder), 'quarantine');
  mkdirSync(away, { recursive: true });
  const name = attachedName(hash);
  await moveAway(path.join(session.filesFolder, name), path.join(away, name));
  await moveAway(path.join(session.backupFolder ?? '', 'files', name), path.join(away, `${name}.backup`));
  for (const copy of copies.filter(({ attachmentId }) => rows.includes(attachmentId))) {
    await moveAway(copyFile(session, copy), path.join(away, `${hash}.${copy.id}.work`));
  }
  fsyncFolder(away);
  ctx.services.log.info(`file quarantined for a mark: ${hash}`);
  throw new AppError('FORBIDDEN', QUARANTINE_STEPS);
}

async function moveAway(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to);
}
