import { app, BrowserWindow, screen } from 'electron';
import type { DeviceSettings } from '../features/context.ts';
import { APP_ORIGIN } from '../ipc/sender.ts';
import type { Log } from './log.ts';
import { noticePage } from './notice-page.ts';
import type { ProgramPaths } from './paths.ts';
import { serveMadePage } from './protocol.ts';
import { placeWindow, SMALLEST_SIZE } from './window-state.ts';

/** Same as the page's ground colour, so that nothing flashes. */
const BACKGROUND = '#f3f4f6';

/** A page that has not painted by then is shown anyway; milliseconds. */
const SHOW_ANYWAY = 4000;

/** Opens the one window where it was last; the page's own code runs sandboxed and isolated. */
export function openMainWindow(paths: ProgramPaths, device: DeviceSettings, log: Log): BrowserWindow {
  const saved = device.get('window');
  const { id: primary } = screen.getPrimaryDisplay();
  const areas = screen
    .getAllDisplays()
    .toSorted((a, b) => Number(b.id === primary) - Number(a.id === primary))
    .map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(saved, areas),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    backgroundColor: BACKGROUND,
    title: '公文台',
    webPreferences: {
      preload: paths.preload,
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: !app.commandLine.hasSwitch('no-sandbox'),
      // The dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (saved?.maximized === true) window.maximize();
  showWhenPainted(window);
  keepPlace(window, device);
  keepAlive(window, log);
  void window.loadURL(`${APP_ORIGIN}/`).catch(() => undefined);
  return window;
}

function showWhenPainted(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer);
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const timer = setTimeout(show, SHOW_ANYWAY);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(timer));
}

function keepPlace(window: BrowserWindow, device: DeviceSettings): void {
  window.on('close', () => {
    device.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
}

/** A page that fails to load or dies is loaded again, twice in a minute at most; then the person is told. */
function keepAlive(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let deaths: number[] = [];
  const tell = (line: string) => {
    const page = serveMadePage(
      'notice',
      noticePage('界面没有打开', [
        line,
        '已保存的内容不受影响。请关闭窗口后重新打开公文台；若仍出现，请重新安装程序，数据文件夹不会被改动。',
      ]),
    );
    void window.loadURL(page.url).finally(page.release);
    window.show();
  };
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    // -3 is a load given up for a newer one.
    if (!isMainFrame || code === -3) return;
    log.error(`page failed to load: ${code}`);
    tell(`程序的界面文件读不出来（${code}）。`);
  });
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status === 404) tell('程序的界面文件不完整。');
  });
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`renderer gone: ${reason} ${exitCode}`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => at > now - 60_000), now];
    if (deaths.length <= 2) webContents.reload();
    else tell('程序的界面连续出错。');
  });
  window.on('unresponsive', () => log.warn('renderer unresponsive'));
}
