import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { parseGongwenInput } from '../../../shared/gongwen/normalize.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { takeImages } from './images.ts';
import { secrecyFault } from './secrecy.ts';

interface Fault {
  readonly path: string;
  readonly message: string;
}
type Imported = { id: string } | { fileName: string; faults: Fault[] } | null;

const LARGEST_FILE = 5 * 1024 * 1024;

/** Opens a document in the JSON of the command line as a draft. A number in the file is not ours: it is left out. */
export async function importOutgoing(
  ctx: Ctx,
  insert: (change: Change, document: Gongwen, summary: string) => Promise<string>,
): Promise<Imported> {
  const { dialogs, device } = ctx.services;
  const file = await dialogs.openFile('打开公文（JSON）', device.get('importFolder'), 'json');
  if (file === null) return null;
  device.set('importFolder', path.dirname(file));
  const fileName = path.basename(file);
  const read = await readDocument(file);
  if (!read.ok) return { fileName, faults: [...read.faults] };
  const taken = await takeImages(read.document, path.dirname(file), ctx.services.session.filesFolder);
  if (taken.faults.length > 0) return { fileName, faults: taken.faults };
  const { documentNumber, ...document } = taken.document;
  const theirs = documentNumber !== undefined && 'serial' in documentNumber;
  const summary = theirs
    ? `导入（原文号 ${formatDocumentNumber(documentNumber)} 未采用，须重新编号）`
    : '导入';
  const draft = theirs || documentNumber === undefined ? document : { ...document, documentNumber };
  return { id: await ctx.write((change) => insert(change, draft, summary)) };
}

const refuse = (message: string) => ({ ok: false as const, faults: [{ path: '', message }] });

/** Reads and checks a file; every fault with its model path and a Chinese message. */
async function readDocument(
  file: string,
): Promise<{ ok: true; document: Gongwen } | { ok: false; faults: readonly Fault[] }> {
  if ((await stat(file)).size > LARGEST_FILE) return refuse('文件超过 5 MB，不是公文的 JSON 文件。');
  let value: unknown;
  try {
    value = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('不是有效的 JSON 文件，没有导入。请检查文件内容。');
    throw error;
  }
  const parsed = parseGongwenInput(value);
  if (!parsed.ok) return parsed;
  const secret = secrecyFault(parsed.document);
  return secret === undefined ? parsed : { ok: false, faults: [secret] };
}
