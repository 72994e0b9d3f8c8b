import { PICTURE_LIMITS } from '../../../../../shared/features/outgoing-images.ts';

/** Pictures of a clipboard, of a drop or of a file choice. */

export const PICTURE_TYPES = ['image/png', 'image/jpeg'] as const;

/** The pictures among the files, and whether there is something else that cannot be put in. */
export function picturesOf(files: Iterable<File>): { pictures: File[]; others: boolean } {
  const all = [...files];
  const pictures = all.filter(({ type }) => PICTURE_TYPES.some((known) => known === type));
  return { pictures, others: pictures.length < all.length };
}

/** What is wrong with a picture before it is read, in a Chinese sentence; null when nothing is. */
export function refusalOf(file: Pick<File, 'type' | 'size'>): string | null {
  if (!PICTURE_TYPES.some((known) => known === file.type)) return '只能插入 PNG 或 JPEG 图片。';
  if (file.size > PICTURE_LIMITS.megabytes * 1024 * 1024) {
    return `图片超过 ${PICTURE_LIMITS.megabytes} MB，请缩小后再插入。`;
  }
  return null;
}
