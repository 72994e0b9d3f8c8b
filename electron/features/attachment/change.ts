import { ATTACHMENT_ROLE_NAMES } from '../../../shared/domain/attachment-roles.ts';
import type { AttachmentRole } from '../../../shared/domain/attachment-roles.ts';
import { findSecretMark } from '../../../shared/domain/state-secret.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { fitName, secretRefusal, splitName } from './names.ts';
import { requireChangeable } from './owners.ts';
import {
  auditItem,
  readAttachment,
  readVersion,
  requireActive,
  requireVersion,
  updateAttachment,
} from './store.ts';
import type { StoredAttachment } from './store.ts';

export interface Target {
  readonly id: string;
  readonly rowVersion: number;
}

/** @throws AppError NOT_FOUND, CONFLICT, NOT_ALLOWED_IN_STATE, FORBIDDEN */
export async function takeForChange(change: Change, target: Target): Promise<StoredAttachment> {
  const row = await readAttachment(change.read, target.id);
  requireVersion(row, target.rowVersion);
  requireActive(row);
  await requireChangeable(change.read, row);
  return row;
}

export interface Facts {
  readonly name?: string | undefined;
  readonly role?: AttachmentRole | undefined;
  readonly secrecy?: '' | '内部' | '工作秘密' | undefined;
}

/** Name, role and mark of a file. A name keeps its extension, which decides what opens it. */
export async function changeAttachment(change: Change, target: Target, facts: Facts): Promise<number> {
  const row = await takeForChange(change, target);
  const name = facts.name === undefined ? row.name : renamed(row.name, facts.name);
  const { role = row.role, secrecy = row.secrecy } = facts;
  const said = [
    name === row.name ? '' : `更名为“${name}”`,
    role === row.role ? '' : `类别改为${facts.role === undefined ? '' : ATTACHMENT_ROLE_NAMES[facts.role]}`,
    secrecy === row.secrecy ? '' : secrecy === '' ? '取消内部标记' : `标为${secrecy}`,
  ].filter((part) => part !== '');
  if (said.length === 0) return row.rowVersion;
  const rowVersion = await updateAttachment(change, row, { name, role, secrecy });
  await auditItem(change, row, `附件“${row.name}”${said.join('，')}`);
  return rowVersion;
}

function renamed(old: string, wanted: string): string {
  const { extension } = splitName(old);
  const stem = wanted.toLowerCase().endsWith(extension.toLowerCase())
    ? wanted.slice(0, wanted.length - extension.length)
    : wanted;
  const name = fitName(`${stem}${extension}`, old);
  const mark = findSecretMark(name, []);
  if (mark !== undefined) {
    const message = secretRefusal(mark);
    throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
  }
  return name;
}

/** Changes places with its neighbour; at the end of the list nothing happens. */
export async function moveAttachment(change: Change, id: string, by: -1 | 1): Promise<void> {
  const row = await readAttachment(change.read, id);
  await requireChangeable(change.read, row);
  const siblings = await change.tx
    .selectFrom('attachment')
    .selectAll()
    .where('ownerKind', '=', row.ownerKind)
    .where('ownerId', '=', row.ownerId)
    .where('state', '<>', 'voided')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const from = siblings.findIndex((sibling) => sibling.id === id);
  const other = siblings[from + by];
  if (from < 0 || other === undefined) return;
  const order = siblings.with(from, other).with(from + by, row);
  for (const [index, sibling] of order.entries()) {
    if (sibling.position !== index + 1) await updateAttachment(change, sibling, { position: index + 1 });
  }
  // Under the file itself: the order is no step in the history of the item.
  await change.audit({ entity: 'attachment', entityId: id, summary: by < 0 ? '上移' : '下移' });
}

export async function voidAttachment(change: Change, target: Target, reason: string): Promise<void> {
  const row = await takeForChange(change, target);
  await updateAttachment(change, row, { state: 'voided', voidReason: reason });
  await change.tx
    .updateTable('workCopy')
    .set({ endedAt: change.at, updatedAt: change.at, updatedBy: change.actor.id })
    .where('attachmentId', '=', row.id)
    .where('endedAt', 'is', null)
    .execute();
  await auditItem(change, row, `附件“${row.name}”移到回收站：${reason}`);
}

/** Back from the 回收站, at the end of the list. */
export async function restoreAttachment(change: Change, target: Target): Promise<void> {
  const row = await readAttachment(change.read, target.id);
  requireVersion(row, target.rowVersion);
  await requireChangeable(change.read, row);
  if (row.state !== 'voided') throw new AppError('NOT_ALLOWED_IN_STATE', '这个附件不在回收站，没有改动。');
  const last = await change.tx
    .selectFrom('attachment')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('ownerKind', '=', row.ownerKind)
    .where('ownerId', '=', row.ownerId)
    .executeTakeFirst();
  await updateAttachment(change, row, {
    state: 'active',
    voidReason: null,
    position: (last?.position ?? 0) + 1,
  });
  await auditItem(change, row, `附件“${row.name}”从回收站恢复`);
}

/** An older content becomes the newest version; nothing in between is lost. */
export async function makeCurrent(change: Change, target: Target, version: number): Promise<void> {
  const row = await takeForChange(change, target);
  if (version === row.version) return;
  const { fileHash, size, mediaType } = await readVersion(change.read, row, version);
  const next = await nextVersion(change, row.id);
  await change.tx
    .insertInto('attachmentVersion')
    .values({
      ...change.stampNew(),
      attachmentId: row.id,
      version: next,
      fileHash,
      size,
      mediaType,
      source: 'older',
    })
    .execute();
  await updateAttachment(change, row, { version: next, fileHash });
  await auditItem(change, row, `附件“${row.name}”恢复第 ${version} 版的内容，作为第 ${next} 版`);
}

export async function nextVersion(change: Change, id: string): Promise<number> {
  const last = await change.tx
    .selectFrom('attachmentVersion')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('attachmentId', '=', id)
    .executeTakeFirstOrThrow();
  return (last.version ?? 0) + 1;
}
