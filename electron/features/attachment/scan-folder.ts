import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ScanFolder } from '../../../shared/features/attachment.ts';
import type { DeviceSettings, PathTokens } from '../context.ts';

/** A file that has not changed for so long is complete; milliseconds. */
const QUIET = 3000;
/** As many as can be dealt with at once; the newest. */
const MOST_SHOWN = 50;
/** Remembered as dealt with; older ones have long been filed away. */
const MOST_REMEMBERED = 2000;

const UNFINISHED = /^[.~]|\.(?:tmp|part|crdownload|partial)$/iu;

export interface WaitingScan {
  readonly file: string;
  readonly name: string;
  readonly size: number;
  readonly at: number;
  /** Name, size and time: a file written anew is a new one. */
  readonly key: string;
}

/** Complete files of the folder that nobody has dealt with, newest first. @throws the file system's errors */
export async function waitingScans(device: DeviceSettings, now: number): Promise<WaitingScan[]> {
  const { folder, handled } = device.get('scanFolder');
  if (folder === null) return [];
  const done = new Set(handled);
  const found: WaitingScan[] = [];
  for (const name of await readdir(folder)) {
    if (UNFINISHED.test(name)) continue;
    const file = path.join(folder, name);
    const entry = await stat(file).catch(() => undefined);
    if (entry?.isFile() !== true || entry.size === 0) continue;
    const key = `${name}|${entry.size}|${Math.round(entry.mtimeMs)}`;
    if (done.has(key) || Math.abs(now - entry.mtimeMs) < QUIET) continue;
    found.push({ file, name, size: entry.size, at: Math.round(entry.mtimeMs), key });
  }
  return found.toSorted((a, b) => b.at - a.at).slice(0, MOST_SHOWN);
}

/** The folder as the page sees it. */
export async function readScanFolder(
  device: DeviceSettings,
  paths: PathTokens,
  now: number,
): Promise<ScanFolder> {
  const { folder } = device.get('scanFolder');
  if (folder === null) return { folder: null, problem: '', files: [] };
  const name = path.basename(folder) || folder;
  try {
    const files = (await waitingScans(device, now)).map(({ file, name: fileName, size, at }) => ({
      token: paths.issue(file),
      name: fileName,
      size,
      at,
    }));
    return { folder: name, problem: '', files };
  } catch {
    const problem =
      '扫描文件夹现在读不到（可能断开了网络或被移走）。恢复后会自动继续，也可以重新选择文件夹。';
    return { folder: name, problem, files: [] };
  }
}

/** These files of the folder are not offered again. */
export async function rememberScans(device: DeviceSettings, files: readonly string[]): Promise<void> {
  const { folder, handled } = device.get('scanFolder');
  if (folder === null) return;
  const keys: string[] = [];
  for (const file of files.filter((candidate) => path.dirname(candidate) === folder)) {
    const entry = await stat(file).catch(() => undefined);
    if (entry !== undefined) keys.push(`${path.basename(file)}|${entry.size}|${Math.round(entry.mtimeMs)}`);
  }
  if (keys.length > 0) {
    device.set('scanFolder', { folder, handled: [...handled, ...keys].slice(-MOST_REMEMBERED) });
  }
}
