import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';
import { PICTURE_LIMITS } from '../../../shared/features/outgoing-images.ts';
import { storedFile, storeFile } from '../../db/file-store.ts';
import { checkPicture } from './picture-check.ts';

/** Model path and file name of every image of a document: in the bodies, of seals and of 签名章. */
export function imageFiles(document: Gongwen): { path: string; file: string }[] {
  const found: { path: string; file: string }[] = [];
  mapImages(document, (file, at) => {
    found.push({ path: at, file });
    return file;
  });
  return found;
}

/** The document with every image file replaced by what `map` answers for it. */
export function mapImages(document: Gongwen, map: (file: string, path: string) => string): Gongwen {
  const inBlocks = (blocks: readonly Block[], at: string): Block[] =>
    blocks.map((block, index) =>
      block.type === 'image'
        ? Object.assign({}, block, { file: map(block.file, `${at}.${index}.file`) })
        : block,
    );
  const inParts = <P extends { image?: string | undefined }>(parts: readonly P[], at: string): P[] =>
    parts.map((part, index) =>
      part.image === undefined
        ? part
        : Object.assign({}, part, { image: map(part.image, `${at}.${index}.image`) }),
    );
  const inBodies = <P extends { body: Block[] }>(parts: readonly P[], at: string): P[] =>
    parts.map((part, index) => Object.assign({}, part, { body: inBlocks(part.body, `${at}.${index}.body`) }));
  return {
    ...document,
    body: inBlocks(document.body, 'body'),
    attachments: inBodies(document.attachments, 'attachments'),
    enclosures: inBodies(document.enclosures, 'enclosures'),
    seals: inParts(document.seals, 'seals'),
    stamps: inParts(document.stamps, 'stamps'),
  };
}

/**
 * The document as the engine may read it: image names become paths of the office's own file folder. Any other
 * name becomes empty, which the layout tells the person; no path of the page's choosing is ever read.
 */
export function withImagePaths(document: Gongwen, folder: string): Gongwen {
  return mapImages(document, (file) => storedFile(folder, file) ?? '');
}

const LARGEST_IMAGE = PICTURE_LIMITS.megabytes * 1024 * 1024;

/**
 * Takes the images beside an imported file into the office's file folder.
 * @returns the document with their new names, or a fault for each that cannot be taken
 */
export async function takeImages(
  document: Gongwen,
  from: string,
  folder: string,
): Promise<{ document: Gongwen; faults: { path: string; message: string }[] }> {
  const names = new Map<string, string>();
  const faults: { path: string; message: string }[] = [];
  for (const { path: at, file } of imageFiles(document)) {
    const taken = await takeImage(path.resolve(from, file), folder);
    if (taken.name === undefined) faults.push({ path: at, message: `图片“${file}”${taken.problem}` });
    else names.set(file, taken.name);
  }
  return { document: mapImages(document, (file) => names.get(file) ?? file), faults };
}

async function takeImage(
  file: string,
  folder: string,
): Promise<{ name: string } | { name?: undefined; problem: string }> {
  const size = await stat(file).then(
    (entry) => (entry.isFile() ? entry.size : undefined),
    () => undefined,
  );
  if (size === undefined) return { problem: '找不到，请放到 JSON 文件旁边再导入' };
  if (size > LARGEST_IMAGE) return { problem: '超过 20 MB，请缩小后再导入' };
  const bytes = await readFile(file);
  const checked = checkPicture(bytes);
  if (checked.kind === undefined) return { problem: checked.problem };
  return { name: await storeFile(folder, bytes, checked.kind) };
}
