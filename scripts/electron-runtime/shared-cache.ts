import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The outermost folder on the way to a path that lets other users not pass; undefined when they get through. */
export function closedFolder(path: string): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : closedFolder(parent);
  if (above !== undefined || process.platform === 'win32') return above;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && (stat.mode & 0o001) === 0 ? path : undefined;
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // the next candidate is tried
  }
}

function candidates(): string[] {
  const name = 'gongwentai';
  const xdg = process.env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return [join(process.env['LOCALAPPDATA'] ?? tmpdir(), name, 'Cache')];
  if (process.platform === 'darwin') return [join(homedir(), 'Library', 'Caches', name)];
  // The tests of root drop to an ordinary user (Chromium's sandbox), who must be able to read the cache.
  if (process.getuid?.() === 0) {
    return [
      ...(xdg && closedFolder(xdg) === undefined ? [join(xdg, name)] : []),
      `/var/cache/${name}`,
      join(tmpdir(), `${name}-cache`),
    ];
  }
  return [
    join(xdg ?? join(homedir(), '.cache'), name),
    join(tmpdir(), `${name}-cache-${process.getuid?.() ?? ''}`),
  ];
}

/**
 * The folder outside the clone that keeps what is fetched or compiled once for all clones: set by
 * GONGWENTAI_CACHE, else the system's usual place. Created when missing. Throws when none can be written.
 */
export function sharedCache(): string {
  const chosen = process.env['GONGWENTAI_CACHE'];
  const folder = (chosen ? [chosen] : candidates()).find(isWritable);
  if (!folder)
    throw new Error('No cache folder can be written; set GONGWENTAI_CACHE to one (请设置可写的缓存目录).');
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  return folder;
}
