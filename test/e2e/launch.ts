import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

/**
 * Starts the real program for the end-to-end tests. `npm run test:e2e` finds the runtime, builds, packs and
 * names them in the environment:
 * GONGWENTAI_E2E_ELECTRON (Electron's executable), GONGWENTAI_E2E_PACKED (the packed program's),
 * GONGWENTAI_E2E_SWITCHES (Chromium switches this machine needs), GONGWENTAI_SQLITE_BINDING.
 */

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Pictures of every screen; kept after the run. */
const SCREENSHOTS = join(PROJECT, 'out', 'e2e', 'screenshots');
/** How long a program may take to end by itself before it is killed. */
const CLOSE_MS = 15_000;

export interface LaunchOptions {
  /** Electron's profile; the same folder again is the same installation. */
  readonly userDataDir: string;
  /** Offered as the data folder at first run, and what the system's folder dialog answers. */
  readonly dataFolder?: string;
  /** Start the packed program instead of the build in dist/. */
  readonly packed?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Quits as a person would: asks the program to quit and waits until it has ended. */
  readonly close: () => Promise<void>;
  /** Ends it at once with SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the end-to-end tests with "npm run test:e2e"`);
  return value;
}

/** Starts the program and waits for its first window. Prefer the `launch` fixture, which also ends it. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const home = join(options.userDataDir, 'home');
  mkdirSync(home, { recursive: true });
  const packed = options.packed === true;
  const dataFolder = options.dataFolder === undefined ? {} : { GONGWENTAI_DATA_FOLDER: options.dataFolder };
  const switches = (process.env['GONGWENTAI_E2E_SWITCHES'] ?? '').split(' ').filter(Boolean);
  const app = await _electron.launch({
    // Playwright would add --no-sandbox of its own accord; the real sandbox is part of what is tested.
    chromiumSandbox: !switches.includes('--no-sandbox'),
    executablePath: required(packed ? 'GONGWENTAI_E2E_PACKED' : 'GONGWENTAI_E2E_ELECTRON'),
    args: [...(packed ? [] : [PROJECT]), `--user-data-dir=${options.userDataDir}`, ...switches],
    cwd: options.userDataDir,
    env: { ...definedEnvironment(), HOME: home, LANG: 'zh_CN.UTF-8', ...dataFolder, ...options.env },
    timeout: 60_000,
  });
  // Playwright forgets the process once it has ended, so it is kept from the start.
  const child = app.process();
  if (options.dataFolder !== undefined) await answerFolderDialog(app, options.dataFolder);
  const page = await app.firstWindow({ timeout: 60_000 });
  // The window is there before its page: without this a test could meet about:blank.
  await page.waitForURL(/^app:/u);
  await page.waitForLoadState('domcontentloaded');
  return { app, page, close: () => close(app, child), kill: () => kill(child) };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The end of the program's main process, however it comes. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

async function close(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const end = ended(child);
  // The program may be gone before the answer arrives.
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  const bound = new AbortController();
  const late = new Promise<'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), CLOSE_MS);
    bound.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const result = await Promise.race([end, late]);
  bound.abort();
  if (result !== 'late') return;
  await kill(child);
  throw new Error(`the program did not quit within ${CLOSE_MS / 1000} s and was killed`);
}

async function kill(child: ChildProcess): Promise<void> {
  const end = ended(child);
  child.kill('SIGKILL');
  await end;
}

/** From now on the system's open dialog answers this path (native dialogs cannot be driven). */
export async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
}

/** From now on the system's save dialog answers this path. */
export async function answerSaveDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** Keeps a picture of the page as out/e2e/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  keepScreenshot(name, await page.screenshot());
}

export function keepScreenshot(name: string, png: Uint8Array): void {
  mkdirSync(SCREENSHOTS, { recursive: true });
  writeFileSync(join(SCREENSHOTS, `${name}.png`), png);
}

interface Fixtures {
  /** An empty folder of this test alone, removed afterwards. */
  readonly folder: string;
  /** Starts the program; whatever still runs at the end of the test is ended. The profile is `folder`/profile. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
}

/** Playwright's `test` with a folder and a launcher of the program. */
export const test = base.extend<Fixtures>({
  // Playwright reads a fixture's dependencies from the destructured parameter; this one has none.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwentai-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ folder }, use) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const running = await launchApp({ userDataDir: join(folder, 'profile'), ...options });
      started.push(running);
      return running;
    });
    for (const running of started) await running.kill();
  },
});
export { expect } from '@playwright/test';
