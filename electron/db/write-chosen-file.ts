import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/ipc/errors.ts';
import { writeFileDurably } from './durable-file.ts';
import { asStorageError } from './sqlite-errors.ts';

const HELD_OPEN = new Set(['EPERM', 'EBUSY']);
/** What the file system says of a stick that was pulled out or a folder on the network that is away. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * Writes a file where the person wanted it, whole or not at all, and says in plain words why it could not be.
 * @throws AppError FILE_IN_USE, FILE_REFUSED, DISK_FULL
 */
export async function writeChosenFile(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileDurably(file, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const heldOpen = HELD_OPEN.has(code) || (code === 'EACCES' && process.platform === 'win32');
    if (heldOpen && existsSync(file)) {
      throw new AppError(
        'FILE_IN_USE',
        `“${path.basename(file)}”正被别的程序（如 Word、WPS）打开，没有写成，原来的文件没有变。请关闭它后再导出。`,
        { cause: error },
      );
    }
    if (GONE.has(code)) {
      const message = '文件夹不存在或已断开（U盘是否已拔出？），没有导出。请另选位置再导出。';
      throw new AppError('FILE_REFUSED', message, { cause: error });
    }
    if (FORBIDDEN.has(code)) {
      const message = '这个文件夹不允许写入（没有权限或写保护），没有导出。请另选位置再导出。';
      throw new AppError('FILE_REFUSED', message, { cause: error });
    }
    throw asStorageError(error) ?? error;
  }
}
