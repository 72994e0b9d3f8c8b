import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { cancelAllJobs } from '../features/document/running-jobs.ts';
import { newReference } from '../ipc/envelope.ts';
import { flushPage } from '../ipc/router.ts';
import { APP_ORIGIN } from '../ipc/sender.ts';
import type { Log } from './log.ts';
import type { Program } from './program.ts';

/** Time a page has for saving, and running calls for ending; milliseconds. */
const FLUSH = 3000;
const GRACE = 5000;
/** Time the document engine has for ending its job; milliseconds. */
const ENGINE_GRACE = 2000;

/**
 * The window closes only after the page has saved what it holds. Where the program stays in the tray, it is hidden
 * instead, unless the program is quitting.
 */
export function closeAfterSaving(window: BrowserWindow, program: Program, staysInTray: () => boolean): void {
  let flushing = false;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    const { webContents } = window;
    // Only our own page has something to save; a notice or a dead page has not.
    if (webContents.isCrashed() || !webContents.getURL().startsWith(`${APP_ORIGIN}/`)) return;
    event.preventDefault();
    if (flushing) return;
    flushing = true;
    // Closing would ask the page once more, and a page that hangs never answers.
    void flushPage(webContents, FLUSH).finally(() => {
      flushing = false;
      if (quitting || !staysInTray()) window.destroy();
      else window.hide();
    });
  });
  // Windows ends the session without waiting: the file first.
  window.on('session-end', () => void program.session.close().catch(() => undefined));
}

/** Order of quitting: no new calls, running ones end, engine ends, the file is folded up and closed, then exit. */
export function quitInOrder(program: Program, log: Log): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void shutDown(program, log).finally(() => app.exit(0));
  });
}

async function closeAndTell(program: Program, ref: string): Promise<void> {
  await program.session.close().catch(() => undefined);
  dialog.showErrorBox('公文台', `程序出了错，需要重新启动。已保存的内容不受影响。编号 ${ref}`);
  app.exit(1);
}

async function shutDown(program: Program, log: Log): Promise<void> {
  cancelAllJobs();
  program.endHelpers();
  await program.dispatcher.shutDown(GRACE);
  await program.session.close().catch((error: unknown) => log.error('closing the office failed', error));
  // The file is closed: from here on nothing can be lost, and nothing may keep the program from ending.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE).unref();
  const bound = new AbortController();
  const late = wait(ENGINE_GRACE, 'late', { signal: bound.signal }).catch(() => 'ended');
  const end = await Promise.race([program.docgen.close().catch(() => 'failed'), late]);
  bound.abort();
  if (end !== undefined) log.warn(`document engine did not end: ${end}`);
}

/** A mistake nobody caught: written down, the file closed properly, the person told, then out. */
export function dieInOrder(program: Program, log: Log): void {
  let dying = false;
  const die = (error: unknown) => {
    if (dying) return;
    dying = true;
    const ref = newReference();
    log.error(`uncaught ${ref}`, error);
    void closeAndTell(program, ref);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  app.on('child-process-gone', (_event, { type, reason }) => log.error(`process gone: ${type} ${reason}`));
}
