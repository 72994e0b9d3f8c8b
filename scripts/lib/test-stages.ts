import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findRuntime } from '../electron-runtime/find-runtime.ts';
import { ensureSystemLibraries } from '../electron-runtime/system-libraries.ts';
import { packForTest } from '../pack/pack.ts';
import { runChecks } from './checks.ts';
import { progress } from './progress.ts';
import { inProject, PROJECT, toolScript } from './project.ts';
import { exitCodeOf } from './run-command.ts';
import { programUser } from './sandbox.ts';
import { ensureBuild } from './steps.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The stages of `npm test` in their order; each Vitest suite is the folder of its name under test/. */
export const SUITES = ['unit', 'cli', 'layout', 'docgen', 'docx', 'db', 'ipc', 'ui', 'architecture'] as const;
export const STAGES: readonly string[] = ['check', ...SUITES, 'e2e'];

/** The parts of Vitest's JSON report that are read. */
interface SuiteReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** The parts of Playwright's JSON report that are read. */
interface EndToEndReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** A report a test runner has left; undefined when it ended before writing one. */
function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A stage that ended badly counts as a failure even when no single test did. */
function atLeastOneFailure(totals: Totals, exitCode: number): Totals {
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

async function runSuite(suite: string): Promise<Totals> {
  const reportFile = inProject('out', 'test', `${suite}.json`);
  rmSync(reportFile, { force: true });
  const args = [
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const code = await exitCodeOf(process.execPath, [toolScript('vitest/vitest.mjs'), ...args], {
    cwd: PROJECT,
  });
  const report = readReport(reportFile) as SuiteReport | undefined;
  const totals = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return atLeastOneFailure(totals, code);
}

/** Drives the built and the packed program in Electron: on Linux under Xvfb, and never as root if possible. */
async function runEndToEnd(): Promise<Totals> {
  const missing = await ensureSystemLibraries(['window', 'fonts', 'display']);
  if (missing.length > 0) throw new Error(`end-to-end tests need: ${missing.join(' ')}`);
  const runtime = await findRuntime();
  await ensureBuild();
  const packed = await packForTest(runtime);
  const user = await programUser([inProject('dist', 'main', 'main.js'), runtime.executable, packed]);
  const folder = inProject('out', 'e2e');
  const reportFile = inProject('out', 'e2e', 'report.json');
  rmSync(folder, { recursive: true, force: true });
  user.giveFolder(folder);
  progress(`end-to-end tests run ${user.description}`);
  const display = process.platform === 'linux' ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'] : [];
  const [command, ...args] = [
    ...user.prefix,
    ...display,
    process.execPath,
    toolScript('@playwright/test/cli.js'),
    'test',
  ];
  try {
    const code = await exitCodeOf(command, args, {
      cwd: PROJECT,
      env: {
        ...process.env,
        GONGWENTAI_E2E_ELECTRON: runtime.executable,
        GONGWENTAI_E2E_PACKED: packed,
        GONGWENTAI_E2E_SWITCHES: user.switches.join(' '),
        ...(runtime.sqliteBinding && { GONGWENTAI_SQLITE_BINDING: runtime.sqliteBinding }),
      },
    });
    const stats = (readReport(reportFile) as EndToEndReport | undefined)?.stats;
    const totals = {
      passed: stats?.expected ?? 0,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      skipped: stats?.skipped ?? 0,
    };
    return atLeastOneFailure(totals, code);
  } finally {
    user.cleanUp();
  }
}

/** Runs one stage and answers its totals; what it has to say it prints itself. */
export async function runStage(stage: string): Promise<Totals> {
  mkdirSync(inProject('out', 'test'), { recursive: true });
  if (process.platform !== 'win32') chmodSync(inProject('out'), 0o755);
  if (stage === 'check') return { ...(await runChecks()), skipped: 0 };
  if (stage === 'e2e') return runEndToEnd();
  return runSuite(stage);
}
