import { z } from 'zod';
import { command, query } from '../ipc/define.ts';

/** Pictures of a document: in the text, of seals, of 签名章. */

/** What a picture may be at most; all of it is said to the person beforehand. */
export const PICTURE_LIMITS = { megabytes: 20, side: 10_000, megapixels: 50 } as const;

/** One sentence for the place where pictures are chosen. */
export const PICTURE_LIMITS_TEXT = `PNG 或 JPEG，不超过 ${PICTURE_LIMITS.megabytes} MB、${PICTURE_LIMITS.side} 像素`;

const mostBytes = PICTURE_LIMITS.megabytes * 1024 * 1024;

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const imagesContract = {
  /** Stores a picture once, by its content; `file` is what the document then names. */
  addImage: command(
    z.strictObject({
      id: z.string().max(40),
      bytes: bytesSchema.refine(
        ({ length }) => length <= mostBytes,
        `图片超过 ${PICTURE_LIMITS.megabytes} MB，请缩小后再插入`,
      ),
    }),
    /** Pixels as stored. */
    z.strictObject({ file: z.string(), width: z.int(), height: z.int() }),
    ['auditEvent'],
  ),
  /** The bytes of a stored picture; null when there is none of this name. */
  image: query(
    z.strictObject({ file: z.string().max(200) }),
    z.strictObject({ type: z.enum(['image/png', 'image/jpeg']), bytes: bytesSchema }).nullable(),
    [],
  ),
} as const;
