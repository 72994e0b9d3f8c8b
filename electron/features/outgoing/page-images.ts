import type { z } from 'zod';
import type { outgoingContract } from '../../../shared/features/outgoing.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import type { Ctx } from '../context.ts';
import { withImagePaths } from './images.ts';
import { readOutgoing } from './store.ts';

type Contract = (typeof outgoingContract)['pageImage'];
type PageImage = z.output<Contract['output']>;

/** About 50 KB each; a person looks back at a few, not at all of a list. */
const MOST_KEPT = 40;

/** By the open file, because after a restored backup the same version may say something else. */
const kept = new WeakMap<OfficeDatabase, Map<string, Promise<PageImage>>>();

/**
 * A page of a stored document as a picture. Made once per version; the last ones stay in memory.
 * @throws AppError NOT_FOUND; INVALID_INPUT when the document has no such page
 */
export async function outgoingPageImage(
  ctx: Ctx,
  { id, page, widthPx }: z.output<Contract['input']>,
): Promise<PageImage> {
  const { session, docgen } = ctx.services;
  const { row, document } = await readOutgoing(ctx.read, id);
  const images = imagesOf(session.database);
  const key = `${id} ${row.rowVersion} ${page} ${widthPx}`;
  const known = images.get(key);
  const made =
    known ??
    docgen
      .pageImage(withImagePaths(document, session.filesFolder), page, widthPx)
      .then(({ bytes, pages }) => ({
        dataUrl: `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`,
        pages,
      }));
  // Put in anew, so that the first one is always the one looked at longest ago.
  images.delete(key);
  images.set(key, made);
  const [oldest] = images.keys();
  if (images.size > MOST_KEPT && oldest !== undefined) images.delete(oldest);
  try {
    return await made;
  } catch (error) {
    if (images.get(key) === made) images.delete(key);
    throw error;
  }
}

function imagesOf(database: OfficeDatabase): Map<string, Promise<PageImage>> {
  const images = kept.get(database) ?? new Map<string, Promise<PageImage>>();
  kept.set(database, images);
  return images;
}
