import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-builder';
import type { AfterPackContext, Configuration } from 'electron-builder';
import type { ElectronRuntime } from '../electron-runtime/find-runtime.ts';
import { progress, readableTime } from '../lib/progress.ts';
import { inProject, PROJECT } from '../lib/project.ts';
import { ensureBuild, ensureFonts } from '../lib/steps.ts';

const OUTPUT = 'release';

/** Where electron-builder leaves the unpacked program, by system. */
const UNPACKED: Partial<Record<NodeJS.Platform, string>> = {
  linux: join(process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`, 'gongwentai'),
  win32: join(process.arch === 'x64' ? 'win-unpacked' : `win-${process.arch}-unpacked`, '公文台.exe'),
  darwin: join(process.arch === 'x64' ? 'mac' : `mac-${process.arch}`, '公文台.app/Contents/MacOS/公文台'),
};

/** The Electron version package.json pins: the only one a release is made with. */
function pinnedElectron(): string {
  const { version } = JSON.parse(
    readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8'),
  ) as {
    version: string;
  };
  return version;
}

/** better-sqlite3's prebuilt addon for this system; electron-builder.yml keeps it and drops the others. */
function namePrebuild(): void {
  process.env['GONGWENTAI_PREBUILD'] = `${process.platform}-${process.arch}`;
}

/** First module of a test package made with the registry fallback; written beside main.js while packing. */
const STARTER = inProject('dist', 'main', 'with-addon.js');
const STARTER_TEXT = `import { join } from 'node:path';
process.env.GONGWENTAI_SQLITE_BINDING ??= join(process.resourcesPath, 'addon', 'better_sqlite3.node');
await import('./main.js');
`;

/** Such a package carries better-sqlite3's addon for its runtime and names it before the program starts. */
function withAddon(addon: string): Configuration {
  return {
    extraResources: [{ from: addon, to: 'addon/better_sqlite3.node' }],
    extraMetadata: { main: 'dist/main/with-addon.js' },
  };
}

/** Takes out what Electron would start if our program were missing. */
async function removeDefaultApp({ packager, appOutDir }: AfterPackContext): Promise<void> {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

/**
 * Packs the program into a folder that runs, without any download. For tests, so Playwright may inspect the
 * main process (a release has that fuse off). Answers the path of the executable.
 */
export async function packForTest(runtime: ElectronRuntime): Promise<string> {
  const executable = UNPACKED[process.platform];
  if (!executable) throw new Error(`packing is not supported on ${process.platform}`);
  const started = performance.now();
  await ensureFonts();
  await ensureBuild();
  namePrebuild();
  if (runtime.sqliteBinding) writeFileSync(STARTER, STARTER_TEXT);
  try {
    await build({
      projectDir: PROJECT,
      dir: true,
      publish: 'never',
      config: {
        directories: { output: OUTPUT },
        electronDist: runtime.dist,
        electronVersion: runtime.version,
        electronFuses: { enableNodeCliInspectArguments: true },
        afterPack: removeDefaultApp,
        ...(runtime.sqliteBinding && withAddon(runtime.sqliteBinding)),
      },
    });
  } finally {
    rmSync(STARTER, { force: true });
  }
  progress(`packed ${join(OUTPUT, executable)}: ${readableTime(performance.now() - started)}`);
  return inProject(OUTPUT, executable);
}

/** Makes this system's installers. Throws with any Electron but the pinned one: the fallback is for tests only. */
export async function packRelease(
  runtime: ElectronRuntime,
  args: readonly string[],
): Promise<readonly string[]> {
  const pinned = pinnedElectron();
  if (runtime.version !== pinned || runtime.source === 'registry fallback') {
    throw new Error(
      `A release is made only with Electron ${pinned}; found ${runtime.version} (${runtime.source}). ` +
        'For a test package: npm run dist -- --dir（测试包请加 --dir）。',
    );
  }
  if (args.length > 0) throw new Error(`unknown argument: ${args.join(' ')}; only --dir is known`);
  await ensureFonts();
  await ensureBuild();
  namePrebuild();
  return build({
    projectDir: PROJECT,
    publish: 'never',
    config: {
      directories: { output: OUTPUT },
      electronDist: runtime.dist,
      electronVersion: runtime.version,
      afterPack: removeDefaultApp,
    },
  });
}
