/** `npm run fuzz [-- COUNT [SEED]]`: random documents against the invariants of the standard; see test/fuzz. */
import { inProject, PROJECT } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';
import { ensureFonts } from '../lib/steps.ts';

await ensureFonts();
process.exitCode = await exitCodeOf(
  process.execPath,
  [inProject('test', 'fuzz', 'run.ts'), ...process.argv.slice(2)],
  { cwd: PROJECT },
);
