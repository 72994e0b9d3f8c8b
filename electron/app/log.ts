import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { app, crashReporter } from 'electron';
import log from 'electron-log/main';

const KEPT = 5;

/**
 * One log file of the main process, 2 MB and five older ones; crash dumps stay on this computer. The log names
 * procedures, codes and references, never titles, numbers or people.
 */
export function startLog(): typeof log {
  crashReporter.start({ uploadToServer: false });
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.archiveLogFn = (file) => rotate(file.path);
  log.transports.console.level = app.isPackaged ? false : 'warn';
  return log;
}

function rotate(file: string): void {
  for (let index = KEPT - 1; index >= 1; index -= 1) {
    if (existsSync(`${file}.${index}`)) renameSync(`${file}.${index}`, `${file}.${index + 1}`);
  }
  renameSync(file, `${file}.1`);
}

/** Keeps the newest crash dumps. Done after the window is up. */
export function pruneCrashDumps(): void {
  const folder = app.getPath('crashDumps');
  for (const sub of ['completed', 'pending', 'new', 'reports']) {
    const dumps = path.join(folder, sub);
    if (!existsSync(dumps)) continue;
    const files = readdirSync(dumps)
      .map((name) => path.join(dumps, name))
      .map((file) => ({ file, at: statSync(file).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { file } of files.slice(KEPT)) rmSync(file, { force: true });
  }
}

export type Log = ReturnType<typeof startLog>;
