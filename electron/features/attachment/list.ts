import { ATTACHMENT_ROLES } from '../../../shared/domain/attachment-roles.ts';
import { VERSION_SOURCES } from '../../../shared/features/attachment.ts';
import type {
  Attachment,
  AttachmentOwner,
  AttachmentVersion,
  AttachmentView,
} from '../../../shared/features/attachment.ts';
import type { Reader } from '../../db/schema.ts';
import type { OfficeSession } from '../../db/session.ts';
import { readOwner } from './owners.ts';
import { isPresent, readAttachment } from './store.ts';

/** Below the page's own address; `electron/app/stored-file-response.ts` answers there. */
export const fileUrl = (attachmentId: string, version: number) => `/stored/${attachmentId}/${version}`;

const SHOWN_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp']);

/** What the panel shows by itself; a text is shown of everything that has one. */
function viewOf(mediaType: string, textState: string | null): AttachmentView {
  if (mediaType === 'application/pdf') return 'pdf';
  if (SHOWN_IMAGES.has(mediaType)) return 'image';
  return textState === 'ready' ? 'text' : 'none';
}

interface ListRow extends Pick<
  Attachment,
  | 'id'
  | 'rowVersion'
  | 'name'
  | 'secrecy'
  | 'version'
  | 'state'
  | 'voidReason'
  | 'addedAt'
  | 'size'
  | 'mediaType'
> {
  readonly role: string;
  readonly fileHash: string;
  readonly addedBy: string | null;
  readonly textState: NonNullable<Attachment['text']>['state'] | null;
  readonly textSource: NonNullable<Attachment['text']>['source'] | null;
  readonly pageCount: number | null;
  readonly workCopyId: string | null;
}

function asAttachment(session: OfficeSession, row: ListRow): Attachment {
  const { fileHash, textState, textSource, pageCount, workCopyId, role, addedBy, ...shown } = row;
  return {
    ...shown,
    role: ATTACHMENT_ROLES.find((candidate) => candidate === role) ?? 'other',
    addedBy: addedBy ?? '',
    view: viewOf(row.mediaType, textState),
    text:
      textState === null || textSource === null
        ? null
        : { state: textState, source: textSource, pageCount: pageCount ?? 0 },
    workCopy: workCopyId !== null,
    present: isPresent(session, fileHash),
    url: fileUrl(row.id, row.version),
  };
}

/** The files of an item. @throws AppError NOT_FOUND */
export async function listAttachments(
  read: Reader,
  session: OfficeSession,
  owner: AttachmentOwner,
): Promise<{ items: Attachment[]; voided: Attachment[]; readOnly: string | null }> {
  const { readOnly } = await readOwner(read, owner);
  const rows = await read
    .selectFrom('attachment')
    .innerJoin('attachmentVersion as version', (join) =>
      join
        .onRef('version.attachmentId', '=', 'attachment.id')
        .onRef('version.version', '=', 'attachment.version'),
    )
    .leftJoin('fileText', 'fileText.fileHash', 'attachment.fileHash')
    .leftJoin('workCopy', (join) =>
      join.onRef('workCopy.attachmentId', '=', 'attachment.id').on('workCopy.endedAt', 'is', null),
    )
    .leftJoin('person', 'person.id', 'attachment.createdBy')
    .select([
      'attachment.id',
      'attachment.rowVersion',
      'attachment.name',
      'attachment.role',
      'attachment.secrecy',
      'attachment.version',
      'attachment.state',
      'attachment.voidReason',
      'attachment.fileHash',
      'attachment.createdAt as addedAt',
      'version.size',
      'version.mediaType',
      'person.name as addedBy',
      'fileText.state as textState',
      'fileText.source as textSource',
      'fileText.pageCount',
      'workCopy.id as workCopyId',
    ])
    .where('ownerKind', '=', owner.ownerKind)
    .where('ownerId', '=', owner.ownerId)
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute();
  const all = rows.map((row) => asAttachment(session, row));
  return {
    items: all.filter(({ state }) => state !== 'voided'),
    voided: all.filter(({ state }) => state === 'voided'),
    readOnly,
  };
}

/** Every version, newest first. @throws AppError NOT_FOUND */
export async function listVersions(
  read: Reader,
  session: OfficeSession,
  id: string,
): Promise<AttachmentVersion[]> {
  const row = await readAttachment(read, id);
  const versions = await read
    .selectFrom('attachmentVersion as version')
    .leftJoin('person', 'person.id', 'version.createdBy')
    .select([
      'version.version',
      'version.size',
      'version.source',
      'version.fileHash',
      'version.createdAt as addedAt',
      'person.name as addedBy',
    ])
    .where('version.attachmentId', '=', id)
    .orderBy('version.version', 'desc')
    .execute();
  return versions.map(({ version, size, addedAt, fileHash, source, addedBy }) => ({
    version,
    size,
    addedAt,
    addedBy: addedBy ?? '',
    source: VERSION_SOURCES.find((candidate) => candidate === source) ?? 'chosen',
    current: version === row.version,
    present: isPresent(session, fileHash),
  }));
}
