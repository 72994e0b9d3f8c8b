import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whether an ordinary user gets into the folder: every folder on the way lets others pass. */
export function isOpenToOthers(folder: string): boolean {
  if (process.platform === 'win32') return true;
  for (let at = folder; ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
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
      ...(xdg && isOpenToOthers(xdg) ? [join(xdg, name)] : []),
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
