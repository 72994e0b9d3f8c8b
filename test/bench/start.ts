import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { launchApp } from '../e2e/launch.ts';
import { completeFirstRun } from '../e2e/office.ts';
import type { Measurement } from './measurement.ts';

/** Window with the list on screen, ms after the program was started. */
const LIST_BAR = 1500;
const RUNS = 7;
const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Long enough for the list, so that asking for the mark does not disturb what is measured. */
const SETTLED = 3000;

interface Start {
  /** First paint of the window, and the list of 发文 with its rows, ms after the process was started. */
  readonly window: number;
  readonly list: number;
}

/**
 * From the start of the program to the list of 发文 on screen, with the sample office; middle of seven starts.
 * The program marks the moment itself; it is asked afterwards, so no driver slows the start.
 */
export async function start(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-bench-'));
  const profile = path.join(folder, 'profile');
  const env = { GONGWENTAI_DATA_FOLDER: path.join(folder, 'data') };
  try {
    const first = await launchApp({ userDataDir: profile, env });
    await completeFirstRun(first.page, true);
    await first.close();
    const starts: Start[] = [];
    for (let run = 0; run < RUNS; run += 1) starts.push(await measureStart(profile, env));
    return [
      { name: '窗口首次绘制', value: middle(starts.map(({ window }) => window)), unit: 'ms' },
      {
        name: '发文列表上屏',
        value: middle(starts.map(({ list }) => list)),
        unit: 'ms',
        bar: LIST_BAR,
        note: '进程启动到列表绘出',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStart(profile: string, env: Readonly<Record<string, string>>): Promise<Start> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const switches = (process.env['GONGWENTAI_E2E_SWITCHES'] ?? '').split(' ').filter(Boolean);
  const electron = process.env['GONGWENTAI_E2E_ELECTRON'] ?? '';
  const begun = Date.now();
  const program = spawn(
    electron,
    [PROJECT, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...switches],
    { stdio: 'ignore', env: { ...process.env, HOME: path.join(profile, 'home'), ...env } },
  );
  try {
    await wait(SETTLED);
    if (!existsSync(portFile)) throw new Error('the program did not start');
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the program has no window');
    await page.waitForFunction(() => performance.getEntriesByName('gongwentai:list').length > 0);
    const marks = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      paint: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
      list: performance.getEntriesByName('gongwentai:list')[0]?.startTime ?? Number.NaN,
    }));
    await browser.close();
    return { window: marks.origin + marks.paint - begun, list: marks.origin + marks.list - begun };
  } finally {
    await end(program);
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((resolve) => {
    program.once('exit', resolve);
  });
  program.kill('SIGTERM');
  await gone;
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
