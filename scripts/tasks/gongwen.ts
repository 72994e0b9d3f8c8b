/** `npm run --silent gongwen -- render|layout …`: the program's command line; sets up quietly what it needs. */
import { inProject } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';
import { ensureFonts } from '../lib/steps.ts';

await ensureFonts();
// Paths are the user's: relative to where npm was called, not to the project.
process.exitCode = await exitCodeOf(
  process.execPath,
  [inProject('electron', 'cli', 'gongwen.ts'), ...process.argv.slice(2)],
  { cwd: process.env['INIT_CWD'] ?? process.cwd() },
);
