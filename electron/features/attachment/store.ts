import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { AttachmentTable } from '../../db/attachment-schema.ts';
import { attachedName, copyVerified, hashFile } from '../../db/file-store.ts';
import type { Reader } from '../../db/schema.ts';
import type { OfficeSession } from '../../db/session.ts';
import type { Change } from '../../db/transaction.ts';

export type StoredAttachment = Selectable<AttachmentTable>;

/** @throws AppError NOT_FOUND */
export async function readAttachment(read: Reader, id: string): Promise<StoredAttachment> {
  const row = await read.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这个附件，没有改动。请刷新后重试。');
  return row;
}

export interface StoredVersion {
  readonly version: number;
  readonly fileHash: string;
  readonly size: number;
  readonly mediaType: string;
}

/** A version, the current one when none is named. @throws AppError NOT_FOUND */
export async function readVersion(
  read: Reader,
  row: StoredAttachment,
  version?: number,
): Promise<StoredVersion> {
  const found = await read
    .selectFrom('attachmentVersion')
    .select(['version', 'fileHash', 'size', 'mediaType'])
    .where('attachmentId', '=', row.id)
    .where('version', '=', version ?? row.version)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('NOT_FOUND', `这个附件没有第 ${version} 版。请刷新后重试。`);
  return found;
}

/** @throws AppError CONFLICT when it changed since the caller read it */
export function requireVersion(row: StoredAttachment, rowVersion: number): void {
  if (row.rowVersion !== rowVersion) {
    throw new AppError('CONFLICT', '这个附件已在别处改动，您的修改没有覆盖它。请查看最新内容后重试。');
  }
}

/** @throws AppError NOT_ALLOWED_IN_STATE for a voided or quarantined one */
export function requireActive(row: StoredAttachment): void {
  if (row.state === 'voided') {
    throw new AppError('NOT_ALLOWED_IN_STATE', `“${row.name}”已在回收站，请先恢复再操作。`);
  }
  if (row.state === 'quarantined') {
    throw new AppError(
      'FORBIDDEN',
      `“${row.name}”带国家秘密标志，已隔离，不能打开。请按提示报告保密工作机构。`,
    );
  }
}

export type AttachmentPatch = Partial<
  Pick<
    AttachmentTable,
    'name' | 'role' | 'secrecy' | 'position' | 'version' | 'fileHash' | 'state' | 'voidReason'
  >
>;

/** Writes the changed columns under the next version of the row; returns it. */
export async function updateAttachment(
  change: Change,
  row: StoredAttachment,
  patch: AttachmentPatch,
): Promise<number> {
  const stamps = change.stampChanged(row.rowVersion);
  const result = await change.tx
    .updateTable('attachment')
    .set({ ...patch, ...stamps })
    .where('id', '=', row.id)
    .where('rowVersion', '=', row.rowVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error('the row changed inside its own transaction');
  return stamps.rowVersion;
}

/** Audit of a file under its item, so that it stands in the item's history. */
export function auditItem(
  change: Change,
  row: StoredAttachment,
  summary: string,
  detail: object = {},
): Promise<void> {
  return change.audit({
    entity: row.ownerKind,
    entityId: row.ownerId,
    summary,
    detail: { attachment: row.id, ...detail },
  });
}

/** True when the stored file is there; its content is checked when it is opened. */
export function isPresent(session: OfficeSession, hash: string): boolean {
  return existsSync(path.join(session.filesFolder, attachedName(hash)));
}

/**
 * The stored file of a hash, its content checked; a damaged or missing one is put right from the backups first.
 * @throws AppError NOT_FOUND when there is no good copy
 */
export async function goodFile(session: OfficeSession, hash: string): Promise<string> {
  const file = path.join(session.filesFolder, attachedName(hash));
  if (existsSync(file) && (await hashFile(file)) === hash) return file;
  const spare = path.join(session.backupFolder ?? '', 'files', attachedName(hash));
  if (existsSync(spare) && (await copyVerified(spare, file, hash))) return file;
  throw new AppError(
    'NOT_FOUND',
    '存储的文件不见了或已损坏，备份里也没有完好的一份，没有打开。登记内容不受影响；如有原件请重新添加。',
  );
}
