import type { AttachmentOwner } from '../../../shared/features/attachment.ts';
import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const attachmentList = (owner: AttachmentOwner) =>
  procedureQuery('attachment.list', api.attachment.list, owner);

export const attachmentVersions = (id: string) =>
  procedureQuery('attachment.versions', api.attachment.versions, { id });

export const attachmentText = (id: string) => procedureQuery('attachment.text', api.attachment.text, { id });

export const scanFolder = () => procedureQuery('attachment.scanFolder', api.attachment.scanFolder, {});
