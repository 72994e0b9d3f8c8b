import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isClassifiedRow } from '../../../shared/domain/exchange/classified.ts';
import { CLASSIFIED } from '../../../shared/domain/exchange/cell.ts';
import type { Cell, Merge } from '../../../shared/domain/exchange/cell.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { evaluateSession } from './import-evaluate.ts';
import { openSession } from './import-session.ts';

const LARGEST_FILE = 50 * 1024 * 1024;

/** Opens the ledger a person chooses; null when they cancel. */
export async function importFile(ctx: Ctx): Promise<{ id: string } | null> {
  const { device, dialogs, spreadsheets, log } = ctx.services;
  const remembered = device.get('importFolder');
  const folder = remembered !== null && existsSync(remembered) ? remembered : null;
  const chosen = await dialogs.openFile('导入旧台账', folder, 'ledger');
  if (chosen === null) return null;
  const fileName = path.basename(chosen);
  const bytes = await readChosen(chosen);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  device.set('importFolder', path.dirname(chosen));
  const { sheets, encoding } = await spreadsheets.read(bytes, fileName).catch((error: unknown) => {
    // Hash and time only: a refused file may be classified.
    if (error instanceof AppError && error.code === 'FILE_REFUSED') log.info(`ledger refused: ${fileHash}`);
    throw error;
  });
  const session = await openSession(ctx, { source: 'file', fileName, fileHash, encoding, sheets });
  await evaluateSession(ctx, session);
  return { id: session.id };
}

async function readChosen(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) {
      const message = '这个文件超过50 MB，没有导入。请在 Excel 中只留下要导入的工作表，另存后再试。';
      throw new AppError('FILE_REFUSED', message);
    }
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = '这个文件打不开（已被移走、没有权限，或正被别的程序独占），没有导入。请关闭它后再试。';
    throw new AppError('FILE_REFUSED', message, { cause: error });
  }
}

interface Pasted {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly merges: readonly Merge[];
}

/** Cells copied from a spreadsheet. Rows under no headings are taken in the order of the book. */
export async function importPasted(ctx: Ctx, { rows, merges }: Pasted): Promise<{ id: string }> {
  const cells: readonly (readonly Cell[])[] = rows.map((row) =>
    row.map((cell) => (cell === null || cell.trim() === '' ? null : cell)),
  );
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const sheet = {
    name: '粘贴的内容',
    rows: cells.map((row) => (isClassifiedRow(row) ? CLASSIFIED : row)),
    merges,
    from1904: false,
  };
  const session = await openSession(ctx, {
    source: 'paste',
    fileName: '从剪贴板粘贴',
    fileHash,
    encoding: null,
    sheets: [sheet],
  });
  await evaluateSession(ctx, session);
  return { id: session.id };
}
