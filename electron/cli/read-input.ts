import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { InputFault } from '../../shared/gongwen/input-messages.ts';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import { readPicture } from './picture.ts';
import { findJsonFault } from './scan-json.ts';

/** An input file -> a document whose pictures are absolute paths of files that can be drawn. */

export type ReadInput =
  | { readonly ok: true; readonly document: Gongwen; readonly pictures: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

const MB = 1024 * 1024;
const LARGEST_INPUT = 20 * MB;
const LARGEST_PICTURE = 20 * MB;

const fail = (message: string, path = ''): ReadInput => ({ ok: false, faults: [{ path, message }] });

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Why a file cannot be read, in Chinese. */
function whyUnreadable(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return '没有这个文件';
  if (code === 'EACCES' || code === 'EPERM') return '没有权限读取';
  return `无法读取（${code || String(error)}）`;
}

/** Bytes of a file within a size, or why not. */
function readWithin(file: string, largest: number): Buffer | string {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return '是文件夹，不是文件';
    if (!stat.isFile()) return '不是普通文件';
    if (stat.size > largest) return `文件过大（${Math.ceil(stat.size / MB)} MB），最大${largest / MB} MB`;
    return readFileSync(file);
  } catch (error) {
    return whyUnreadable(error);
  }
}

function decodes(encoding: string, bytes: Buffer): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 text, a BOM before it is skipped; or why it is none. */
function decode(bytes: Buffer): { readonly text: string } | string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return '文件是 UTF-16 编码，请另存为 UTF-8';
  }
  if (decodes('utf-8', bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  if (decodes('gb18030', bytes)) return '文件是 GB18030（GBK）编码，请另存为 UTF-8';
  return '文件不是 UTF-8 编码的文字，请另存为 UTF-8';
}

interface PictureUse {
  readonly path: string;
  readonly file: string;
}

function picturesOf(document: Gongwen): PictureUse[] {
  const uses: PictureUse[] = [];
  const fromBlocks = (blocks: readonly Block[], path: string) => {
    blocks.forEach((block, index) => {
      if (block.type === 'image') uses.push({ path: `${path}.${index}.file`, file: block.file });
    });
  };
  fromBlocks(document.body, 'body');
  document.attachments.forEach(({ body }, index) => fromBlocks(body, `attachments.${index}.body`));
  document.enclosures.forEach(({ body }, index) => fromBlocks(body, `enclosures.${index}.body`));
  for (const key of ['seals', 'stamps'] as const) {
    document[key].forEach(({ image }, index) => {
      if (image !== undefined) uses.push({ path: `${key}.${index}.image`, file: image });
    });
  }
  return uses;
}

/** The document with every picture's path replaced. */
function withPictures(document: Gongwen, absolute: (file: string) => string): Gongwen {
  const inBlocks = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) => (block.type === 'image' ? { ...block, file: absolute(block.file) } : block));
  const withImage = <T extends { image?: string | undefined }>(mark: T): T =>
    mark.image === undefined ? mark : { ...mark, image: absolute(mark.image) };
  return {
    ...document,
    body: inBlocks(document.body),
    attachments: document.attachments.map((part) => ({ ...part, body: inBlocks(part.body) })),
    enclosures: document.enclosures.map((part) => ({ ...part, body: inBlocks(part.body) })),
    seals: document.seals.map(withImage),
    stamps: document.stamps.map(withImage),
  };
}

/**
 * Reads and checks one input file.
 * @param file path as given; pictures inside are relative to its folder.
 * @returns the document and, for output that should not show this computer's folders, the pictures'
 *   paths as written by their absolute paths; or all faults found.
 */
export function readInput(file: string): ReadInput {
  const bytes = readWithin(file, LARGEST_INPUT);
  if (typeof bytes === 'string') return fail(bytes);
  const decoded = decode(bytes);
  if (typeof decoded === 'string') return fail(decoded);
  const mistake = findJsonFault(decoded.text);
  if (mistake !== undefined) {
    return fail(`不是正确的 JSON：第${mistake.line}行第${mistake.column}列，${mistake.message}`);
  }
  const parsed = parseGongwenInput(JSON.parse(decoded.text));
  if (!parsed.ok) return parsed;
  const faults: InputFault[] = [];
  const pictures = new Map<string, string>();
  for (const use of picturesOf(parsed.document)) {
    const absolute = resolve(dirname(file), use.file);
    pictures.set(absolute, use.file);
    const picture = readWithin(absolute, LARGEST_PICTURE);
    const why = typeof picture === 'string' ? picture : readPicture(picture);
    if (typeof why === 'string') faults.push({ path: use.path, message: `图片“${use.file}”：${why}` });
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    document: withPictures(parsed.document, (name) => resolve(dirname(file), name)),
    pictures,
  };
}
