import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setUpFonts } from '../fonts/set-up-fonts.ts';
import { progress, readableTime } from './progress.ts';
import { inProject, PROJECT, toolScript } from './project.ts';
import { run } from './run-command.ts';

/** Puts the bundled fonts in place; takes no time when they are. */
export function ensureFonts(): Promise<void> {
  return setUpFonts(PROJECT, progress);
}

/** Everything the bundles are made of. */
const BUILD_INPUTS = [
  'electron',
  'renderer',
  'shared',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];
/** Left beside the bundles: the fingerprint of what they were made of. */
const BUILD_STAMP = inProject('dist', '.inputs');

function* filesUnder(path: string): Generator<string> {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of BUILD_INPUTS) {
    const path = inProject(input);
    for (const file of /\.\w+$/.test(input) ? [path] : filesUnder(path)) {
      hash.update(relative(PROJECT, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Bundles the program into dist/ unless it was made of the same sources already. */
export async function ensureBuild(): Promise<void> {
  const inputs = fingerprint();
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === inputs) return;
  const started = performance.now();
  progress('build 构建');
  // A build that fails half-way must not pass for the last one.
  rmSync(inProject('dist'), { recursive: true, force: true });
  await run(process.execPath, [toolScript('vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'], {
    cwd: PROJECT,
  });
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, inputs);
  progress(`build 构建: ${readableTime(performance.now() - started)}`);
}
