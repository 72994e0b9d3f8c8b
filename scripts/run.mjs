/**
 * Entry of every npm script: `node scripts/run.mjs TASK [ARGUMENT...]`. Runs on any Node >= 20.11 in a bare
 * clone: installs the dependencies when they are missing or out of date, then hands over to the project's
 * own Node 24, which runs scripts/tasks/TASK.ts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, ensureNode24 } from './lib/dependencies.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = '', ...rest] = process.argv.slice(2);
const script = join(project, 'scripts', 'tasks', `${task}.ts`);

/**
 * Runs the task in the project's Node 24 and answers its exit code.
 * @param {string} node path of the Node 24 binary
 * @returns {Promise<number>}
 */
function runWith(node) {
  return new Promise((resolve, reject) => {
    const path = `${join(project, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const child = spawn(node, [script, ...rest], {
      stdio: 'inherit',
      env: { ...process.env, PATH: path },
    });
    // The terminal sends Ctrl+C to the child as well; wait for it to end in its own order.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

try {
  if (!task || !existsSync(script)) throw new Error(`unknown task "${task}"; see "scripts" in package.json`);
  ensureDependencies(project);
  const node = ensureNode24(project);
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    process.argv.splice(1, 2, script);
    await import(pathToFileURL(script).href);
  } else {
    process.exitCode = await runWith(node);
  }
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
