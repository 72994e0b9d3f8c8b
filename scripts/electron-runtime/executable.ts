import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** Path of the program inside an Electron distribution folder on this system. */
export function electronExecutable(dist: string): string {
  return join(dist, EXECUTABLES[process.platform] ?? 'electron');
}

/** Version of an Electron distribution, for example `45.4.1`; undefined when the folder holds none. */
export function electronVersion(dist: string): string | undefined {
  const file = join(dist, 'version');
  if (!existsSync(file) || !existsSync(electronExecutable(dist))) return undefined;
  return readFileSync(file, 'utf8').trim().replace(/^v/, '');
}
