import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import path from 'node:path';
import { isProgramFile } from '../../../shared/domain/program-files.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { copyVerified, hashFile, storeCopy } from '../../db/file-store.ts';
import type { Reader } from '../../db/schema.ts';
import type { OfficeSession } from '../../db/session.ts';
import type { Ctx } from '../context.ts';
import { exportStem } from '../links.ts';
import { insertVersion } from './add.ts';
import { readChecked } from './add.ts';
import { nextVersion } from './change.ts';
import { splitName } from './names.ts';
import { readOwner } from './owners.ts';
import {
  auditItem,
  goodFile,
  readAttachment,
  readVersion,
  requireActive,
  updateAttachment,
} from './store.ts';
import type { StoredAttachment } from './store.ts';

/** Copies that other programs work on: `work/` of the data folder, one folder an item, readable names. */
const WORK_FOLDER = 'work';
/** Of versions that are only looked at. */
export const LOOK_FOLDER = '只供查看';

export interface OpenCopy {
  readonly id: string;
  readonly attachmentId: string;
  /** Below `work/`. */
  readonly place: string;
  readonly fileHash: string;
}

export function workFolder(session: OfficeSession): string {
  return path.join(path.dirname(session.filesFolder), WORK_FOLDER);
}

export const copyFile = (session: OfficeSession, { place }: Pick<OpenCopy, 'place'>) =>
  path.join(workFolder(session), ...place.split('/'));

export function openCopies(read: Reader): Promise<OpenCopy[]> {
  return read
    .selectFrom('workCopy')
    .select(['id', 'attachmentId', 'place', 'fileHash'])
    .where('endedAt', 'is', null)
    .execute();
}

/**
 * Opens the current version in the system's program, on the copy that is there already or a new one.
 * @throws AppError FORBIDDEN for what the system would run
 */
export async function openInProgram(ctx: Ctx, id: string): Promise<{ readOnly: boolean }> {
  const { session, shell } = ctx.services;
  const found = await readAttachment(ctx.read, id);
  requireActive(found);
  requireDocument(found);
  const owner = await readOwner(ctx.read, found);
  if (owner.readOnly !== null) {
    await openToLook(ctx, found, found.version);
    return { readOnly: true };
  }
  const open = await currentCopy(ctx, id);
  if (open !== undefined) {
    await shell.openFile(copyFile(session, open));
    return { readOnly: false };
  }
  const row = await readAttachment(ctx.read, id);
  const place = freePlace(session, exportStem(owner.number, owner.title), row.name);
  await writeCopy(ctx, row, place, row.version);
  await ctx.write(async (change) => {
    await change.tx
      .updateTable('workCopy')
      .set({ endedAt: change.at, updatedAt: change.at, updatedBy: change.actor.id })
      .where('attachmentId', '=', id)
      .where('endedAt', 'is', null)
      .execute();
    await change.tx
      .insertInto('workCopy')
      .values({ ...change.stampNew(), attachmentId: id, place, fileHash: row.fileHash, endedAt: null })
      .execute();
    await auditItem(change, row, `用外部程序打开附件“${row.name}”`);
  });
  await shell.openFile(copyFile(session, { place }));
  return { readOnly: false };
}

/**
 * The copy to go on with: the one that is there, unless another version has been made the current one since. What was
 * saved in it is taken back first.
 */
async function currentCopy(ctx: Ctx, id: string): Promise<OpenCopy | undefined> {
  const find = async () => (await openCopies(ctx.read)).find((copy) => copy.attachmentId === id);
  const copy = await find();
  if (copy === undefined) return undefined;
  const file = copyFile(ctx.services.session, copy);
  if (!existsSync(file)) return undefined;
  if (isHeldOpen(file)) return copy;
  await takeBack(ctx, copy);
  const { fileHash } = await readAttachment(ctx.read, id);
  const after = await find();
  return after?.fileHash === fileHash ? after : undefined;
}

/** A copy has lost the mark by which Windows warns of what came from elsewhere. */
function requireDocument({ name }: StoredAttachment): void {
  if (!isProgramFile(name)) return;
  throw new AppError(
    'FORBIDDEN',
    `“${name}”是程序、脚本或快捷方式，不是文件材料，为防病毒没有打开。确有需要的，请另存后先查杀病毒，再自行打开。`,
  );
}

/** Opens a version read-only: what is changed there is not taken back. @throws AppError FORBIDDEN as `openInProgram` */
export async function openToLook(ctx: Ctx, row: StoredAttachment, version: number): Promise<void> {
  requireActive(row);
  requireDocument(row);
  const { session, shell } = ctx.services;
  const { stem, extension } = splitName(row.name);
  const place = freePlace(session, LOOK_FOLDER, `${stem}（第${version}版，只供查看）${extension}`);
  await writeCopy(ctx, row, place, version);
  const file = copyFile(session, { place });
  await chmod(file, 0o444);
  await shell.openFile(file);
}

async function writeCopy(ctx: Ctx, row: StoredAttachment, place: string, version: number): Promise<void> {
  const { session } = ctx.services;
  const { fileHash } = await readVersion(ctx.read, row, version);
  const file = copyFile(session, { place });
  mkdirSync(path.dirname(file), { recursive: true });
  await copyVerified(await goodFile(session, fileHash), file, fileHash);
}

/** A place that no file has yet: an earlier copy may still be open somewhere. */
function freePlace(session: OfficeSession, folder: string, name: string): string {
  const { stem, extension } = splitName(name);
  for (let count = 1; ; count += 1) {
    // Windows does not keep dots and blanks at the end of a folder's name.
    const place = `${folder.slice(0, 60).replace(/[. ]+$/u, '')}/${stem}${count === 1 ? '' : `（${count}）`}${extension}`;
    if (!existsSync(copyFile(session, { place }))) return place;
  }
}

export interface TakenBack {
  readonly name: string;
  /** The version it became; null when it could not be taken. */
  readonly version: number | null;
  readonly message: string;
}

/**
 * Takes back a copy whose content has changed, as the next version. Undefined when nothing has changed.
 * @throws AppError as `readChecked`
 */
export async function takeBack(ctx: Ctx, copy: OpenCopy): Promise<TakenBack | undefined> {
  const { session } = ctx.services;
  const file = copyFile(session, copy);
  if (!existsSync(file)) return undefined;
  const row = await readAttachment(ctx.read, copy.attachmentId);
  const hash = await hashFile(file);
  if (hash === copy.fileHash) return undefined;
  requireActive(row);
  const owner = await readOwner(ctx.read, row);
  if (owner.readOnly !== null)
    throw new AppError('NOT_ALLOWED_IN_STATE', `${owner.readOnly}改动没有收回，仍在工作副本里。`);
  const reading = await readChecked(ctx, { path: file }, row.name);
  await storeCopy(session.filesFolder, file, reading);
  return ctx.write(async (change) => {
    // The watch and the person may ask at the same moment: the second finds it done.
    const known = await change.tx
      .selectFrom('workCopy')
      .select('fileHash')
      .where('id', '=', copy.id)
      .executeTakeFirst();
    if (known?.fileHash !== copy.fileHash) return undefined;
    const current = await readAttachment(change.read, row.id);
    const version = await nextVersion(change, row.id);
    await insertVersion(change, row.id, version, reading, 'workCopy');
    await updateAttachment(change, current, { version, fileHash: reading.hash });
    await change.tx
      .updateTable('workCopy')
      .set({ fileHash: reading.hash, updatedAt: change.at, updatedBy: change.actor.id })
      .where('id', '=', copy.id)
      .execute();
    await auditItem(change, row, `附件“${row.name}”改后收回，为第 ${version} 版`, { hash: reading.hash });
    return { name: row.name, version, message: `“${row.name}”已收回为第 ${version} 版。` };
  });
}

/** Takes back all copies; what cannot be taken is told and tried again after the next change. */
export async function takeBackAll(ctx: Ctx): Promise<TakenBack[]> {
  const taken: TakenBack[] = [];
  for (const copy of await openCopies(ctx.read)) {
    try {
      const one = await takeBack(ctx, copy);
      if (one !== undefined) taken.push(one);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      taken.push({ name: path.basename(copy.place), version: null, message: error.message });
    }
  }
  return taken;
}

/** Takes a copy back a last time; it is not watched from then on. The file stays where it is. */
export async function endWork(ctx: Ctx, id: string): Promise<void> {
  const copy = (await openCopies(ctx.read)).find(({ attachmentId }) => attachmentId === id);
  if (copy === undefined) return;
  if (isHeldOpen(copyFile(ctx.services.session, copy))) {
    throw new AppError(
      'FILE_IN_USE',
      '这个文件还在 WPS、Word 等程序里打开着，没有结束编辑。请先保存并关闭它。',
    );
  }
  await takeBack(ctx, copy);
  const row = await readAttachment(ctx.read, id);
  await ctx.write(async (change) => {
    await change.tx
      .updateTable('workCopy')
      .set({ endedAt: change.at, updatedAt: change.at, updatedBy: change.actor.id })
      .where('id', '=', copy.id)
      .execute();
    await auditItem(change, row, `结束编辑附件“${row.name}”`);
  });
}

/** WPS, Word (`~$name`) and LibreOffice (`.~lock.name#`) leave a file beside the one they have open. */
export function isHeldOpen(file: string): boolean {
  const name = path.basename(file);
  // Word leaves out the first two characters of a long name.
  const marks = new Set([`~$${name}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`]);
  try {
    return readdirSync(path.dirname(file)).some((other) => marks.has(other));
  } catch {
    return false;
  }
}

/** Size and time of a copy; undefined when it is not there. */
export async function stampOf(file: string): Promise<string | undefined> {
  const entry = await stat(file).catch(() => undefined);
  return entry === undefined ? undefined : `${entry.size} ${entry.mtimeMs}`;
}
