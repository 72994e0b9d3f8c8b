/** `npm test [-- STAGE...]`: checks, test suites and end-to-end tests, with a summary; the last line has the totals. */
import { ensureSystemLibraries } from '../electron-runtime/system-libraries.ts';
import { progress, readableTime } from '../lib/progress.ts';
import { ensureFonts } from '../lib/steps.ts';
import { runStage, STAGES } from '../lib/test-stages.ts';
import type { Totals } from '../lib/test-stages.ts';

async function attempt(stage: string): Promise<Totals> {
  try {
    return await runStage(stage);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((stage) => !STAGES.includes(stage));
if (unknown.length > 0)
  throw new Error(`no such stage: ${unknown.join(' ')}; there are: ${STAGES.join(' ')}`);

const stages = asked.length > 0 ? asked : STAGES;
await ensureFonts();
if (stages.some((stage) => ['cli', 'layout', 'docgen', 'docx', 'ipc'].includes(stage))) {
  await ensureSystemLibraries(['oracles', 'fonts']);
}

const rows: string[] = [];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  progress(`\n── ${stage} ──`);
  const started = performance.now();
  const totals = await attempt(stage);
  const time = readableTime(performance.now() - started);
  rows.push(
    `${totals.failed > 0 ? '✗' : '✓'} ${stage.padEnd(14)}${time.padStart(12)}${String(totals.passed).padStart(7)} passed` +
      `${String(totals.failed).padStart(5)} failed${totals.skipped > 0 ? `${String(totals.skipped).padStart(5)} skipped` : ''}`,
  );
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  sum.skipped += totals.skipped;
}
console.log(`\n${rows.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
// Set as `exitCode` it is lost: a library of the packing ends the process with 0 as soon as nothing is left to do.
if (sum.failed > 0) process.exit(1);
