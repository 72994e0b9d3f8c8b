import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 * How to run the program in tests. Root drops to an ordinary user, so that the real sandbox is tested; where
 * that is impossible (the files are closed to others, or the system forbids user namespaces) the program
 * runs with --no-sandbox.
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

  const ids = [`--reuid=${ORDINARY_ID}`, `--regid=${ORDINARY_ID}`, '--clear-groups'];
  const readable = mustRead.map((file) => `test -r '${file.replaceAll("'", String.raw`'\''`)}'`);
  const check = [...readable, `'${process.execPath}' --version`, 'unshare --user true'].join(' && ');
  const answer = await capture('setpriv', [...ids, 'sh', '-c', check]);
  if (answer.code !== 0) return unsandboxed;

  const home = mkdtempSync(join(tmpdir(), 'gongwentai-home-'));
  chownSync(home, ORDINARY_ID, ORDINARY_ID);
  return {
    prefix: ['setpriv', ...ids, 'env', `HOME=${home}`, `XDG_RUNTIME_DIR=${home}`, `TMPDIR=${home}`],
    switches: [],
    description: 'as an ordinary user, with the sandbox',
    giveFolder: (folder) => {
      makeFolder(folder);
      chownSync(folder, ORDINARY_ID, ORDINARY_ID);
    },
    cleanUp: () => rmSync(home, { recursive: true, force: true }),
  };
}
