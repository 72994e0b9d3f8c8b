import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { openDeviceSettings } from './app/device-settings.ts';
import { pruneCrashDumps, startLog } from './app/log.ts';
import { setMenu } from './app/menu.ts';
import { programPaths } from './app/paths.ts';
import { assembleProgram } from './app/program.ts';
import { registerScheme, servePages } from './app/protocol.ts';
import { closeAfterSaving, dieInOrder, quitInOrder } from './app/quit.ts';
import { hardenProcess, hardenSession } from './app/security.ts';
import { storedFileResponse } from './app/stored-file-response.ts';
import { showWindow, startTray } from './app/tray.ts';
import { openMainWindow } from './app/window.ts';
import { listenToPages } from './ipc/router.ts';

/** Long enough for the first list to be on screen; milliseconds. */
const SETTLE_AFTER = 1500;

function boot(): void {
  const log = startLog();
  hardenProcess();
  registerScheme();
  setMenu();
  const paths = programPaths();
  const device = openDeviceSettings();
  const program = assembleProgram(paths, device, log);
  let window: BrowserWindow | undefined;

  dieInOrder(program, log);
  quitInOrder(program, log);
  app.on('second-instance', () => {
    showWindow(window);
  });

  const open = async () => {
    performance.mark('gongwentai:ready');
    hardenSession();
    servePages(paths.renderer, (request, headers) => storedFileResponse(request, program.session, headers));
    listenToPages(program.dispatcher, program.offerFiles);
    window = openMainWindow(paths, device, log);
    closeAfterSaving(window, program, () => device.get('reminders').keepInTray);
    performance.mark('gongwentai:window');
    // After the window: the page loads while the file is opened and checked.
    await program.openOffice();
    performance.mark('gongwentai:office');
    setTimeout(() => {
      pruneCrashDumps();
      startTray({ session: program.session, device, icons: paths.icons, window: () => window, log });
      program.settle().catch((error: unknown) => log.error('settling failed', error));
    }, SETTLE_AFTER);
  };
  // No top-level await: `ready` waits for this module to have run.
  void app.whenReady().then(open);
}

// Before anything touches the data: two programs on one file would be refused by it anyway, but not kindly.
if (app.requestSingleInstanceLock()) boot();
else app.quit();
