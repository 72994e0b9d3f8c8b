import { app, session } from 'electron';
import { APP_ORIGIN } from '../ipc/sender.ts';

function stay(event: Electron.Event, url: string): void {
  if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
}

/** Before ready. Root cannot have Chromium's sandbox; with it asked for, the network service would crash in a loop. */
export function hardenProcess(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** After ready: no permission is ever given, and nothing but our own pages is ever loaded. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnUrl(details.url) });
  });
}

/** The program's own scheme and what a page makes itself; the developer tools only outside a package. */
function isOwnUrl(url: string): boolean {
  const { protocol } = new URL(url);
  if (protocol === 'app:' || protocol === 'blob:' || protocol === 'data:') return true;
  return !app.isPackaged && (protocol === 'devtools:' || protocol === 'chrome-extension:');
}
