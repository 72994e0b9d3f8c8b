import { stat } from 'node:fs/promises';
import { proposeRole } from '../../../shared/domain/attachment-roles.ts';
import type { AttachmentRole } from '../../../shared/domain/attachment-roles.ts';
import { findSecretMark, showsWorkSecret } from '../../../shared/domain/state-secret.ts';
import { ATTACHMENT_LIMITS } from '../../../shared/features/attachment.ts';
import type { AddedFile, AttachmentOwner, VersionSource } from '../../../shared/features/attachment.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { FileReading, FileSource } from '../../attach/read-file.ts';
import { storeCopy, storeFile } from '../../db/file-store.ts';
import { asStorageError } from '../../db/sqlite-errors.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { findFile, forgetHeld } from './held-files.ts';
import { fitName, secretRefusal } from './names.ts';
import { readOwner, requireChangeable } from './owners.ts';
import { refuseQuarantined } from './quarantined.ts';
import { keepText } from './text.ts';

export interface AddOptions {
  readonly owner: AttachmentOwner;
  readonly source: VersionSource;
  readonly role: AttachmentRole | undefined;
  /** Also what the item has already. */
  readonly allowSame: boolean;
  readonly signal: AbortSignal;
  /** Bytes of this file that are stored. */
  readonly progress: (bytes: number) => void;
}

/**
 * Adds one file: read and looked at for marks first, then stored, then its row written. A file without a row is
 * harmless; a row without its file is not.
 */
export async function addFile(ctx: Ctx, token: string, options: AddOptions): Promise<AddedFile> {
  const file = findFile(ctx.services.paths, token);
  if (file === undefined) {
    return {
      token,
      name: '',
      outcome: 'refused',
      message: '这个文件已不在等候，没有添加。请重新选择或拖入。',
      id: null,
    };
  }
  const answer = (outcome: AddedFile['outcome'], message: string, id: string | null = null): AddedFile => ({
    token,
    name: file.name,
    outcome,
    message,
    id,
  });
  try {
    await requireChangeable(ctx.read, options.owner);
    const reading = await readChecked(ctx, file.source, file.name, options.signal);
    const same = options.allowSame ? undefined : await findSame(ctx, options.owner, reading.hash);
    if (same !== undefined) return answer('same', `这一件已有内容完全相同的“${same}”。`);
    await store(ctx, file.source, reading, options);
    const id = await ctx.write((change) => insertAttachment(change, file.name, reading, options));
    forgetHeld(token);
    return answer('added', '', id);
  } catch (error) {
    if (options.signal.aborted) return answer('refused', '已停止，这个文件没有添加。');
    return answer('refused', refusalOf(error));
  }
}

function refusalOf(error: unknown): string {
  const known = error instanceof AppError ? error : asStorageError(error);
  if (known !== undefined) return known.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return '文件已不在原来的位置，没有添加。请重新选择。';
  if (code === 'EPERM') return '没有读这个文件的权限，没有添加。请检查权限，或先复制到别处再添加。';
  throw error;
}

/**
 * What a file is and says, looked at for marks of state secrets before anything of it is stored.
 * @throws AppError FILE_REFUSED for one that is too large or empty, FORBIDDEN for one with a mark
 */
export async function readChecked(
  ctx: Ctx,
  source: FileSource,
  name: string,
  signal?: AbortSignal,
): Promise<FileReading> {
  const size = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size;
  if (size > ATTACHMENT_LIMITS.megabytes * 1024 * 1024) {
    throw new AppError(
      'FILE_REFUSED',
      `文件超过 ${ATTACHMENT_LIMITS.megabytes} MB，没有添加。请压缩或拆分后再添加，或只登记存放位置。`,
    );
  }
  if (size === 0)
    throw new AppError('FILE_REFUSED', '这是一个空文件（0 字节），没有添加。请检查它是否存好。');
  const named = findSecretMark(name, []);
  const reading = named === undefined ? await ctx.services.attach.read(source, name, signal) : undefined;
  const mark = named ?? findSecretMark(name, reading?.pages ?? []);
  if (mark !== undefined || reading === undefined) {
    // Neither name nor content may be kept anywhere: the time is the log's own.
    ctx.services.log.info(`file refused for a mark: ${reading?.hash ?? 'by its name'}`);
    throw new AppError('FORBIDDEN', secretRefusal(mark));
  }
  await refuseQuarantined(ctx.read, reading.hash);
  return reading;
}

async function store(ctx: Ctx, source: FileSource, reading: FileReading, options: AddOptions): Promise<void> {
  const folder = ctx.services.session.filesFolder;
  if ('bytes' in source) await storeFile(folder, source.bytes, 'bin');
  else await storeCopy(folder, source.path, reading, options);
}

async function findSame(ctx: Ctx, owner: AttachmentOwner, hash: string): Promise<string | undefined> {
  const row = await ctx.read
    .selectFrom('attachment')
    .select('name')
    .where('ownerKind', '=', owner.ownerKind)
    .where('ownerId', '=', owner.ownerId)
    .where('fileHash', '=', hash)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row?.name;
}

async function insertAttachment(
  change: Change,
  fileName: string,
  reading: FileReading,
  { owner, role, source }: AddOptions,
): Promise<string> {
  const others = await change.tx
    .selectFrom('attachment')
    .select(['position', 'role', 'state'])
    .where('ownerKind', '=', owner.ownerKind)
    .where('ownerId', '=', owner.ownerId)
    .execute();
  const hasMain = others.some((other) => other.state === 'active' && ['main', 'scan'].includes(other.role));
  const { title } = await readOwner(change.read, owner);
  const stamps = change.stampNew();
  const name = fitName(fileName, title);
  await change.tx
    .insertInto('attachment')
    .values({
      ...stamps,
      ...owner,
      position: Math.max(0, ...others.map(({ position }) => position)) + 1,
      name,
      role: role ?? proposeRole(name, hasMain),
      secrecy: showsWorkSecret(fileName, reading.pages) ? '工作秘密' : '',
      version: 1,
      fileHash: reading.hash,
      state: 'active',
      voidReason: null,
    })
    .execute();
  await insertVersion(change, stamps.id, 1, reading, source);
  await change.audit({
    entity: owner.ownerKind,
    entityId: owner.ownerId,
    summary: `添加附件“${name}”`,
    detail: { attachment: stamps.id, hash: reading.hash, size: reading.size },
  });
  return stamps.id;
}

/** The next content of an attachment, with its text. */
export async function insertVersion(
  change: Change,
  attachmentId: string,
  version: number,
  reading: FileReading,
  source: VersionSource,
): Promise<void> {
  const { hash, size, mediaType } = reading;
  await change.tx
    .insertInto('attachmentVersion')
    .values({ ...change.stampNew(), attachmentId, version, fileHash: hash, size, mediaType, source })
    .execute();
  await keepText(change, reading);
}
