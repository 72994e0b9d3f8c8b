import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/ipc/errors.ts';

/**
 * Says an error of SQLite or of the file system in the words of the user, or undefined when it is neither.
 * Done on the thread that threw: `SqliteError.code` does not survive a structured clone.
 */
export function asStorageError(error: unknown): AppError | undefined {
  if (error instanceof BetterSqlite3.SqliteError) return fromSqlite(error);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return fromFileSystem(error, error.code);
  }
  return undefined;
}

function fromSqlite(error: InstanceType<typeof BetterSqlite3.SqliteError>): AppError | undefined {
  const { code } = error;
  const details = { cause: error };
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'DISK_FULL',
      '磁盘空间不足，这次修改没有存入；以前的内容完好，仍可查看。请清理数据所在磁盘后再保存。',
      details,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'DATABASE_BUSY',
      '数据文件正被另一个程序使用，这次操作没有进行。请关闭另一个公文台窗口或正在复制数据文件夹的程序，然后重试。',
      details,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError(
      'DATABASE_DAMAGED',
      '数据文件有损坏，程序已停止写入，原文件原样保留。请重新启动程序，按提示用最近的备份恢复。',
      details,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'DATA_FOLDER_REFUSED',
      '数据文件夹不能写入，这次修改没有存入。请检查该文件夹的权限，或磁盘是否写保护。',
      details,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new AppError(
      'DISK_FULL',
      '读写数据文件时磁盘出错，这次修改没有存入。请检查磁盘是否已满、是否被拔出，然后重新启动程序。',
      details,
    );
  }
  return undefined;
}

function fromFileSystem(error: Error, code: string): AppError | undefined {
  const details = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('DISK_FULL', '磁盘空间不足，文件没有写成。请清理磁盘后重试。', details);
    case 'EROFS':
    case 'EACCES':
      return new AppError('FILE_REFUSED', '这个位置不允许写入，文件没有写成。请换一个文件夹。', details);
    case 'EBUSY':
      return new AppError('FILE_IN_USE', '文件正被别的程序打开，没有写成。请关闭它后重试。', details);
    default:
      return undefined;
  }
}
