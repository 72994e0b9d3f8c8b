import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedFolder } from '../electron-runtime/shared-cache.ts';
import { PROJECT } from './project.ts';
import { capture } from './run-command.ts';

/** "nobody" on every Linux. */
const ORDINARY_ID = 65534;

/** Whether Chromium's sandbox works for this user: it needs user namespaces and refuses root. */
export async function hasSandbox(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return process.getuid?.() !== 0 && (await capture('unshare', ['--user', 'true'])).code === 0;
}

export interface ProgramUser {
  /** Command and arguments to put before a command. */
  readonly prefix: readonly string[];
  /** Switches for the program itself. */
  readonly switches: readonly string[];
  /** One line for people. */
  readonly description: string;
  /** Makes a folder this user may write to. */
  readonly giveFolder: (folder: string) => void;
  readonly cleanUp: () => void;
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

/**
 * Shows the project (2nd argument) under its own path although a folder above it (1st argument, such as
 * /root) is closed to others: in a mount namespace of its own an open, empty folder takes that folder's place.
 */
const OPEN_VIEW = `set -e
hold=$(mktemp -d)
mount --bind "$2" "$hold"
mount -t tmpfs -o mode=755 tmpfs "$1"
mkdir -p "$2"
mount --bind "$hold" "$2"
umount "$hold" && rmdir "$hold"
cd "$2"
shift 2
exec "$@"`;

/**
 * How to run the program in tests. Root drops to an ordinary user, so that the real sandbox is tested; where
 * that is impossible (files closed to others, or a system without user namespaces) the program runs with
 * --no-sandbox.
 */
export async function programUser(mustRead: readonly string[]): Promise<ProgramUser> {
  const own = { prefix: [], giveFolder: makeFolder, cleanUp: () => undefined };
  if (await hasSandbox()) return { ...own, switches: [], description: 'with the sandbox' };
  const unsandboxed = {
    ...own,
    switches: ['--no-sandbox'],
    description: 'without a sandbox (none is possible here)',
  };
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return unsandboxed;

  const closed = closedFolder(PROJECT);
  const view =
    closed === undefined ? [] : ['unshare', '--mount', 'sh', '-c', OPEN_VIEW, 'sh', closed, PROJECT];
  const drop = ['setpriv', `--reuid=${ORDINARY_ID}`, `--regid=${ORDINARY_ID}`, '--clear-groups'];
  const check = 'for file; do test -r "$file" || exit 1; done; unshare --user true';
  const [command = '', ...args] = [...view, ...drop, 'sh', '-c', check, 'sh', process.execPath, ...mustRead];
  if ((await capture(command, args)).code !== 0) return unsandboxed;

  const home = mkdtempSync(join(tmpdir(), 'gongwentai-home-'));
  chownSync(home, ORDINARY_ID, ORDINARY_ID);
  return {
    prefix: [...view, ...drop, 'env', `HOME=${home}`, `XDG_RUNTIME_DIR=${home}`, `TMPDIR=${home}`],
    switches: [],
    description: 'as an ordinary user, with the sandbox',
    giveFolder: (folder) => {
      makeFolder(folder);
      chownSync(folder, ORDINARY_ID, ORDINARY_ID);
    },
    cleanUp: () => rmSync(home, { recursive: true, force: true }),
  };
}
