import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';

/** @throws AppError FORBIDDEN for a content that was quarantined before */
export async function refuseQuarantined(read: Reader, hash: string): Promise<void> {
  const known = await read
    .selectFrom('attachmentVersion')
    .innerJoin('attachment', 'attachment.id', 'attachmentVersion.attachmentId')
    .select('attachment.id')
    .where('attachmentVersion.fileHash', '=', hash)
    .where('attachment.state', '=', 'quarantined')
    .executeTakeFirst();
  if (known !== undefined) {
    throw new AppError(
      'FORBIDDEN',
      '这个文件以前因带国家秘密标志被隔离，没有添加。请报告本单位保密工作机构处理原文件。',
    );
  }
}
