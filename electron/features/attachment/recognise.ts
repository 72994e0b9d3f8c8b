import { findSecretMark } from '../../../shared/domain/state-secret.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Recognised } from '../../attach/recognise.ts';
import type { Ctx } from '../context.ts';
import { quarantine } from './quarantine.ts';
import { auditItem, goodFile, readAttachment, readVersion, requireActive } from './store.ts';
import { textColumns } from './text.ts';

export interface RecognitionReport {
  readonly characters: number;
  readonly pages: number;
  /** Pages that show nothing, 1-based. */
  readonly blank: number[];
}

/**
 * Recognises the text of the current version, for search and for copying from. It is looked at for marks before it is
 * kept.
 * @throws AppError CANCELLED; FILE_REFUSED; FORBIDDEN when a mark was found and the file quarantined
 */
export async function recogniseAttachment(
  ctx: Ctx,
  id: string,
  job: string,
  signal: AbortSignal,
): Promise<RecognitionReport> {
  const { session, attach, progress } = ctx.services;
  const row = await readAttachment(ctx.read, id);
  requireActive(row);
  const { mediaType, fileHash } = await readVersion(ctx.read, row);
  const isPdf = mediaType === 'application/pdf';
  if (!isPdf && !mediaType.startsWith('image/')) {
    throw new AppError('INVALID_INPUT', '只有图片和 PDF 可以识别文字。Word 文档的文字已直接读出，不用识别。');
  }
  const file = await goodFile(session, fileHash);
  const tell = (done: number, total: number) => {
    const page = Math.min(Math.floor(done) + 1, total);
    progress({ job, done, total, label: `正在识别第 ${page} 页，共 ${total} 页` });
  };
  tell(0, 1);
  const recognised = await attach.recognise(file, isPdf ? 'pdf' : 'picture', {
    signal,
    progress: ({ done, total }) => tell(done, total),
  });
  if (findSecretMark('', recognised.pages) !== undefined) return quarantine(ctx, fileHash);
  await keepRecognised(ctx, id, fileHash, recognised);
  const characters = recognised.pages.join('').replaceAll(/\s/gu, '').length;
  return { characters, pages: recognised.pages.length, blank: [...recognised.blank] };
}

function keepRecognised(ctx: Ctx, id: string, fileHash: string, { pages }: Recognised): Promise<void> {
  return ctx.write(async (change) => {
    const columns = textColumns(pages);
    const state = columns.text === '' ? ('empty' as const) : ('ready' as const);
    await change.tx
      .insertInto('fileText')
      .values({ ...change.stampNew(), fileHash, ...columns, source: 'ocr', state })
      .onConflict((conflict) =>
        conflict.column('fileHash').doUpdateSet(({ eb }) => ({
          ...columns,
          source: 'ocr' as const,
          state,
          rowVersion: eb('fileText.rowVersion', '+', 1),
          updatedAt: change.at,
          updatedBy: change.actor.id,
        })),
      )
      .execute();
    const row = await readAttachment(change.read, id);
    await auditItem(change, row, `识别附件“${row.name}”的文字，共 ${pages.length} 页`);
  });
}
