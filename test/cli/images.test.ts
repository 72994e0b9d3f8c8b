import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliRun } from './run-cli.ts';
import { GOOD, makeSandbox, runCli } from './run-cli.ts';

const sandbox = makeSandbox();
const LONG = { ...GOOD, body: '各科室要加强组织领导，压实工作责任，确保各项任务落到实处。'.repeat(60) };
let run: CliRun;
let pages: number;
beforeAll(() => {
  sandbox.write('通知.json', LONG);
  const words = ['render', '通知.json', '--out', 'out', '--to', 'png,pdf,webp', '--width', '420'];
  run = runCli(sandbox.folder, ...words, '--fonts', 'bundled');
  const { stdout } = runCli(sandbox.folder, 'layout', '通知.json', '--fonts', 'bundled');
  pages = (JSON.parse(stdout) as { pages: unknown[] }).pages.length;
});
afterAll(() => sandbox.remove());

describe('page images', () => {
  it('are one file for each page and format, named after the input, and told one by one', () => {
    expect(run.code).toBe(0);
    expect(pages).toBeGreaterThan(1);
    const images = ['png', 'webp'].flatMap((format) =>
      Array.from({ length: pages }, (_, index) => `通知-${index + 1}.${format}`),
    );
    expect(readdirSync(join(sandbox.folder, 'out')).toSorted()).toEqual(['通知.pdf', ...images].toSorted());
    expect(run.stdout.trim().split('\n')).toEqual(['通知.pdf', ...images].map((name) => join('out', name)));
  });

  it('are as wide as asked', () => {
    const png = readFileSync(join(sandbox.folder, 'out', '通知-2.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([420, 594]);
    const webp = readFileSync(join(sandbox.folder, 'out', '通知-2.webp'));
    expect(webp.subarray(8, 12).toString('latin1')).toBe('WEBP');
  });
});
