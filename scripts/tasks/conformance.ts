/** `npm run conformance`: measures every rule of GB/T 9704-2012 on PDF and .docx and writes out/conformance.md. */
import { ensureSystemLibraries } from '../electron-runtime/system-libraries.ts';
import { inProject, PROJECT } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';
import { ensureFonts } from '../lib/steps.ts';

await ensureFonts();
await ensureSystemLibraries(['oracles']);
process.exitCode = await exitCodeOf(process.execPath, [inProject('test', 'conformance', 'run.ts')], {
  cwd: PROJECT,
});
