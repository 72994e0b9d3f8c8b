import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { HEAD_BYTES, kindOf, mediaTypeOf, PICTURE_KINDS } from './kinds.ts';
import type { FileKind } from './kinds.ts';
import { docxPages, ofdPages } from './package-text.ts';
import { pdfPages } from './pdf.ts';
import { decodeText } from './plain-text.ts';

/** Where a file's content is: on a disk, or in memory because it was pasted. */
export type FileSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface FileReading {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly state: 'ready' | 'empty' | 'unsupported' | 'failed';
  readonly pages: readonly string[];
}

/** Texts longer than this are cut: characters. */
const MOST_CHARACTERS = 4_000_000;
/** A plain text of more is a log or data, not a paper; bytes. */
const LARGEST_TEXT = 50 * 1024 * 1024;

/** Hash, kind and text of a file. Nothing is written. @throws the file system's errors */
export async function readAttachedFile(source: FileSource, name: string): Promise<FileReading> {
  const head = await readHead(source);
  const kind = kindOf(head, name);
  const mediaType = mediaTypeOf(kind);
  const size = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size;
  if (!isReadable(kind, size)) {
    return { hash: await hashOf(source), size, kind, mediaType, state: stateWithoutText(kind), pages: [] };
  }
  const bytes = 'bytes' in source ? source.bytes : new Uint8Array(await readFile(source.path));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { state, pages } = await textOf(kind, bytes);
  return { hash, size: bytes.length, kind, mediaType, state, pages };
}

const READABLE: ReadonlySet<FileKind> = new Set(['pdf', 'docx', 'ofd', 'text']);

function isReadable(kind: FileKind, size: number): boolean {
  return READABLE.has(kind) && (kind !== 'text' || size <= LARGEST_TEXT);
}

/** A picture may hold a text that recognition finds; other kinds are never read. */
function stateWithoutText(kind: FileKind): 'empty' | 'unsupported' {
  return PICTURE_KINDS.has(kind) ? 'empty' : 'unsupported';
}

async function readHead(source: FileSource): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes.subarray(0, HEAD_BYTES);
  const handle = await open(source.path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function hashOf(source: FileSource): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in source) return hash.update(source.bytes).digest('hex');
  for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

async function textOf(kind: FileKind, bytes: Uint8Array): Promise<Pick<FileReading, 'state' | 'pages'>> {
  try {
    const pages = cut(await pagesOf(kind, bytes));
    // A scan may carry a stray character or two of its software.
    const letters = pages.join('').replaceAll(/\s/gu, '').length;
    const empty = kind === 'pdf' ? letters < Math.min(20, 5 * pages.length) : letters === 0;
    // How many pages there are is worth knowing of a scan, too.
    return empty ? { state: 'empty', pages: pages.map(() => '') } : { state: 'ready', pages };
  } catch {
    return { state: 'failed', pages: [] };
  }
}

function pagesOf(kind: FileKind, bytes: Uint8Array): Promise<string[]> | string[] {
  if (kind === 'pdf') return pdfPages(bytes);
  if (kind === 'docx') return docxPages(bytes);
  return kind === 'ofd' ? ofdPages(bytes) : [decodeText(bytes).replaceAll('\0', '')];
}

function cut(pages: readonly string[]): string[] {
  let left = MOST_CHARACTERS;
  return pages.map((page) => {
    const kept = page.slice(0, left);
    left -= kept.length;
    return kept;
  });
}
