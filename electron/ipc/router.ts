import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import { z } from 'zod';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import type { Dispatcher } from './dispatch.ts';
import { isTrustedSender } from './sender.ts';

const pathsSchema = z.array(z.string().max(4096)).max(200);

/** The only file that touches ipcMain: one channel in, everything else is the dispatcher's. */
export function listenToPages(
  dispatcher: Dispatcher,
  offerFiles: (paths: readonly string[]) => Promise<unknown>,
): void {
  // electron-store offers pages its paths on a channel of its own, which nothing of ours asks for.
  ipcMain.removeAllListeners('electron-store-get-data');
  ipcMain.handle(CHANNELS.invoke, (event, procedure: unknown, input: unknown) =>
    dispatcher.call(procedure, input, event.senderFrame),
  );
  // The paths come from preload, which has them from the system's own file objects, not from the page.
  ipcMain.handle(CHANNELS.offerFiles, (event, paths: unknown) => {
    const parsed = pathsSchema.safeParse(paths);
    return parsed.success && isTrustedSender(event.senderFrame) ? offerFiles(parsed.data) : [];
  });
}

/** Lets a page save what is not saved yet; gives up after `limitMs` milliseconds. */
export function flushPage(contents: WebContents, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      ipcMain.off(CHANNELS.closed, onClosed);
      contents.off('destroyed', done);
      resolve();
    };
    const onClosed = (event: Electron.IpcMainEvent) => {
      if (event.sender === contents && isTrustedSender(event.senderFrame)) done();
    };
    const timer = setTimeout(done, limitMs);
    ipcMain.on(CHANNELS.closed, onClosed);
    contents.once('destroyed', done);
    if (contents.isDestroyed()) done();
    else contents.send(CHANNELS.closing);
  });
}
