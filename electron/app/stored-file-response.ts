import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { attachedName } from '../db/file-store.ts';
import type { OfficeSession } from '../db/session.ts';

/** `/stored/ATTACHMENT/VERSION`: nothing but what a row names is served, and by its id, never by a path. */
const PLACE = /^\/stored\/([0-9a-f-]{36})\/(\d{1,6})$/u;

/** Shown as pictures; everything else is bytes, so that no file can pass for a page. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp']);

/** The bytes of an attachment, whole or the part asked for; undefined when the URL is not of this kind. */
export async function storedFileResponse(
  request: Request,
  session: OfficeSession,
  headers: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  const place = PLACE.exec(new URL(request.url).pathname);
  if (place === null) return undefined;
  const [, id = '', version = ''] = place;
  const missing = new Response('not found', { status: 404, headers });
  if (session.phase !== 'ready') return missing;
  const row = await session.database.read
    .selectFrom('attachmentVersion')
    .innerJoin('attachment', 'attachment.id', 'attachmentVersion.attachmentId')
    .select(['attachmentVersion.fileHash', 'attachmentVersion.mediaType'])
    .where('attachment.id', '=', id)
    .where('attachment.state', '<>', 'quarantined')
    .where('attachmentVersion.version', '=', Number(version))
    .executeTakeFirst();
  if (row === undefined) return missing;
  const file = path.join(session.filesFolder, attachedName(row.fileHash));
  const size = await stat(file).then(
    (entry) => entry.size,
    () => undefined,
  );
  if (size === undefined) return missing;
  const range = partOf(request.headers.get('range'), size);
  if (range === 'outside') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const body = size === 0 ? null : Readable.toWeb(createReadStream(file, { start: from, end: to }));
  return new Response(body as ReadableStream | null, {
    status: range === undefined ? 200 : 206,
    headers: {
      ...headers,
      'Content-Type': SHOWN.has(row.mediaType) ? row.mediaType : 'application/octet-stream',
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes',
      // A version never changes, but it may be quarantined.
      'Cache-Control': 'no-store',
      ...(range === undefined ? {} : { 'Content-Range': `bytes ${from}-${to}/${size}` }),
    },
  });
}

/** One range as RFC 9110 14.1.2 writes it; several are answered with the whole. */
export function partOf(
  header: string | null,
  size: number,
): { readonly from: number; readonly to: number } | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return undefined;
  const from = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'outside' : { from, to };
}
