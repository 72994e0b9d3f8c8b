import { progress } from '../lib/progress.ts';
import { toolScript } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';

/** Longest wait for the first answer of the server; a blocked network must not hold up the set-up. */
const PROBE_MS = 10_000;

/** Where @electron/get will download from: the first of npm's and the environment's mirror settings. */
function mirror(): string {
  const { env } = process;
  return (
    env['NPM_CONFIG_ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    env['npm_package_config_electron_mirror'] ??
    env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/'
  );
}

/** Why the address cannot be reached; undefined when it answers, whatever it says. */
async function unreachable(address: string): Promise<string | undefined> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return undefined;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/**
 * Downloads the pinned Electron with its own installer, which checks the SHA-256, into node_modules. Answers
 * why it did not work, undefined when it did. A slow network gets all the time it needs, a closed one is
 * noticed within ten seconds.
 */
export async function downloadElectron(): Promise<string | undefined> {
  const address = mirror();
  progress(`electron: official download from ${address} (slow? set ELECTRON_MIRROR) 下载运行环境`);
  const proxied =
    process.env['HTTPS_PROXY'] ?? process.env['https_proxy'] ?? process.env['ELECTRON_GET_USE_PROXY'];
  const blocked = proxied ? undefined : await unreachable(address);
  if (blocked) return blocked;
  const code = await exitCodeOf(process.execPath, [toolScript('electron/install.js')], {
    stdio: ['ignore', 2, 2],
  });
  return code === 0 ? undefined : `the installer ended with exit code ${code}`;
}
