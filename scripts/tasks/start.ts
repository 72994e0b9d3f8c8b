/** `npm start`: opens the program; without a display it renders the sample documents to out/. */
import { readdirSync } from 'node:fs';
import { findRuntime } from '../electron-runtime/find-runtime.ts';
import { ensureSystemLibraries } from '../electron-runtime/system-libraries.ts';
import { progress } from '../lib/progress.ts';
import { inProject, PROJECT } from '../lib/project.ts';
import { exitCodeOf } from '../lib/run-command.ts';
import { hasSandbox } from '../lib/sandbox.ts';
import { ensureBuild, ensureFonts } from '../lib/steps.ts';

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function renderSamples(): Promise<number> {
  progress(
    'No display: the sample documents are rendered to out/ instead. 没有显示器，改为把样例公文排版输出到 out/。',
  );
  const samples = readdirSync(inProject('resources', 'samples')).filter((file) => file.endsWith('.json'));
  const inputs = samples.sort().map((file) => inProject('resources', 'samples', file));
  return exitCodeOf(
    process.execPath,
    [inProject('electron', 'cli', 'gongwen.ts'), 'render', ...inputs, '--out', inProject('out')],
    { cwd: PROJECT },
  );
}

async function openWindow(): Promise<number> {
  const missing = await ensureSystemLibraries(['window', 'fonts']);
  if (missing.length > 0) return 1;
  const runtime = await findRuntime();
  await ensureBuild();
  const sandboxed = await hasSandbox();
  if (!sandboxed) progress('Chromium’s sandbox is not possible for this user; the window opens without it.');
  progress('opening the window 正在打开窗口');
  return exitCodeOf(
    runtime.executable,
    [PROJECT, ...(sandboxed ? [] : ['--no-sandbox']), ...process.argv.slice(2)],
    {
      cwd: PROJECT,
      env: {
        ...process.env,
        ...(runtime.sqliteBinding && { GONGWENTAI_SQLITE_BINDING: runtime.sqliteBinding }),
      },
    },
  );
}

await ensureFonts();
process.exitCode = hasDisplay() ? await openWindow() : await renderSamples();
