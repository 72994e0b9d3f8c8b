/** `npm run bench [-- AREA...]`: measures against the bars; the runner and the areas are in test/bench. */
import { findRuntime } from '../electron-runtime/find-runtime.ts';
import { ensureSystemLibraries } from '../electron-runtime/system-libraries.ts';
import { inProject, PROJECT } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';
import { hasSandbox } from '../lib/sandbox.ts';
import { ensureBuild, ensureFonts } from '../lib/steps.ts';

await ensureFonts();
await ensureSystemLibraries(['window', 'fonts', 'display', 'oracles']);
const runtime = await findRuntime();
await ensureBuild();
const display = process.platform === 'linux' && !process.env['DISPLAY'] ? ['xvfb-run', '-a'] : [];
const [command, ...args] = [...display, process.execPath];
process.exitCode = await exitCodeOf(
  command,
  [...args, inProject('test', 'bench', 'run.ts'), ...process.argv.slice(2)],
  {
    cwd: PROJECT,
    env: {
      ...process.env,
      GONGWENTAI_E2E_ELECTRON: runtime.executable,
      GONGWENTAI_E2E_SWITCHES: (await hasSandbox()) ? '' : '--no-sandbox',
      ...(runtime.sqliteBinding && { GONGWENTAI_SQLITE_BINDING: runtime.sqliteBinding }),
    },
  },
);
