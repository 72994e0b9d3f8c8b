import { z } from 'zod';
import { ATTACHMENT_LIMITS } from '../../../shared/features/attachment.ts';
import type { OfferedFile } from '../../../shared/features/attachment.ts';
import { api, messageOf } from '../../app/api.ts';
import { dateOf, timeOf } from '../../app/format.ts';

const answerSchema = z.array(z.object({ token: z.string(), name: z.string(), size: z.number() }).nullable());

export interface Offered {
  readonly files: readonly OfferedFile[];
  /** What could not be taken and why. */
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

/** A screenshot has a name that says nothing. */
function nameOf(file: File): string {
  if (file.name !== '' && file.name !== 'image.png') return file.name;
  const now = Date.now();
  const extension = file.type === 'image/jpeg' ? 'jpg' : 'png';
  return `截图 ${dateOf(now)} ${timeOf(now, true).replaceAll(':', '')}.${extension}`;
}

const LARGEST_HELD = ATTACHMENT_LIMITS.heldMegabytes * 1024 * 1024;

/**
 * Tokens for dropped or pasted files: those of a disk stay where they are, what has no file (a screenshot, a mail's
 * attachment) is handed over as bytes.
 */
export async function offerFiles(files: readonly File[]): Promise<Offered> {
  const offered: OfferedFile[] = [];
  const refused: { name: string; message: string }[] = [];
  const taken = files.slice(0, ATTACHMENT_LIMITS.files);
  const answer = answerSchema.parse(await window.app.offerFiles(taken));
  for (const [index, file] of taken.entries()) {
    const known = answer[index];
    try {
      offered.push(known ?? (await hold(file)));
    } catch (error) {
      refused.push({ name: nameOf(file), message: messageOf(error) });
    }
  }
  for (const file of files.slice(ATTACHMENT_LIMITS.files)) {
    refused.push({
      name: file.name,
      message: `一次最多添加 ${ATTACHMENT_LIMITS.files} 个文件，请分几次添加。`,
    });
  }
  return { files: offered, refused };
}

async function hold(file: File): Promise<OfferedFile> {
  if (file.size > LARGEST_HELD) {
    throw new TypeError(
      `直接粘贴或从别的程序拖来的内容不能超过 ${ATTACHMENT_LIMITS.heldMegabytes} MB，请先另存为文件，再拖入文件。`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return api.attachment.hold({ name: nameOf(file), bytes });
}
