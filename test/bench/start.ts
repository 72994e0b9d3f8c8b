import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchApp } from '../e2e/launch.ts';
import type { RunningApp } from '../e2e/launch.ts';
import { completeFirstRun } from '../e2e/office.ts';
import type { Measurement } from './measurement.ts';

/** Window with the list on screen, ms after the program was started. */
const LIST_BAR = 1500;
const RUNS = 7;

/** From the start of the program to the list of 发文 on screen, with the sample office; middle of seven starts. */
export async function start(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-bench-'));
  const launch = (): Promise<RunningApp> =>
    launchApp({
      userDataDir: path.join(folder, 'profile'),
      env: { GONGWENTAI_DATA_FOLDER: path.join(folder, 'data') },
    });
  try {
    const first = await launch();
    await completeFirstRun(first.page, true);
    await first.close();
    const windows: number[] = [];
    const lists: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      const running = await launch();
      windows.push(performance.now() - started);
      await running.page.getByRole('row').nth(1).waitFor();
      lists.push(performance.now() - started);
      await running.close();
    }
    return [
      { name: '窗口出现', value: middle(windows), unit: 'ms', note: '含测试驱动的开销' },
      { name: '发文列表上屏', value: middle(lists), unit: 'ms', bar: LIST_BAR, note: '含测试驱动的开销' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
