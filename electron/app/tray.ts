import path from 'node:path';
import { app, Menu, nativeImage, Notification, Tray } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions, NativeImage } from 'electron';
import {
  afterTrayAction,
  isReminderDue,
  reminderText,
  trayMenu,
  trayTooltip,
} from '../../shared/domain/reminders.ts';
import type { DueCounts, TrayAction, TrayItem } from '../../shared/domain/reminders.ts';
import type { OfficeSession } from '../db/session.ts';
import { APP_ORIGIN } from '../ipc/sender.ts';
import type { ObservedSettings } from './device-settings.ts';
import { readDueNow, readPressing } from './due-now.ts';
import type { Log } from './log.ts';
import { withBadge } from './tray-icon.ts';

/** How often the office is asked what is due; milliseconds. */
const TICK = 30_000;
const SIZE = 32;
/** Items named in a reminder. */
const NAMED = 3;

export interface TrayParts {
  readonly session: OfficeSession;
  readonly device: ObservedSettings;
  readonly icons: string;
  readonly window: () => BrowserWindow | undefined;
  readonly log: Log;
}

/**
 * The icon in the tray (only when the person wants the program to stay there) and the reminders. On a desktop without
 * a tray nothing breaks: the window is found again by starting the program once more.
 */
export function startTray(parts: TrayParts): void {
  const { device, session, log } = parts;
  const icons = readIcons(parts.icons);
  // Windows shows notifications only of programs that say who they are.
  app.setAppUserModelId('cn.gongwentai.desktop');
  let tray: Tray | null = null;
  let counts: DueCounts | null = null;

  const act = (action: TrayAction): void => {
    const settings = afterTrayAction(device.get('reminders'), action, Date.now());
    if (settings !== undefined) device.set('reminders', settings);
    else if (action === 'quit') app.quit();
    else showWindow(parts.window(), action === 'desk');
  };
  const draw = (): void => {
    const settings = device.get('reminders');
    if (!settings.keepInTray) {
      tray?.destroy();
      tray = null;
      return;
    }
    if (tray === null) {
      tray = new Tray(icons.plain);
      tray.on('click', () => act('open'));
    }
    tray.setImage(counts !== null && counts.overdue > 0 ? icons.overdue : icons.plain);
    tray.setToolTip(trayTooltip(counts));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(settings, counts, Date.now()).map(toMenu(act))));
  };
  const tick = async (): Promise<void> => {
    const now = Date.now();
    const due = await readDueNow(session, now);
    counts = due?.counts ?? null;
    draw();
    const settings = device.get('reminders');
    if (due === null || !isReminderDue(settings, due.calendar, now, device.get('lastReminderAt'))) return;
    device.set('lastReminderAt', now);
    const text = reminderText(due.counts, await readPressing(session, NAMED, now));
    if (text === undefined || !Notification.isSupported()) return;
    const notification = new Notification({ ...text, icon: icons.plain });
    notification.on('click', () => act('desk'));
    notification.show();
  };
  const run = (): void => {
    // A reminder that fails must not disturb the work; the next tick tries again.
    tick().catch((error: unknown) => log.error('the reminder failed', error));
  };
  device.onSet('reminders', draw);
  setInterval(run, TICK).unref();
  run();
}

const toMenu =
  (act: (action: TrayAction) => void) =>
  (item: TrayItem): MenuItemConstructorOptions => {
    if (item.type === 'separator') return { type: 'separator' };
    if (item.type === 'submenu')
      return { type: 'submenu', label: item.label, submenu: item.items.map(toMenu(act)) };
    const { type, label, checked, action } = item;
    return { type, label, id: action, click: () => act(action), ...(type === 'normal' ? {} : { checked }) };
  };

function readIcons(folder: string): { readonly plain: NativeImage; readonly overdue: NativeImage } {
  const plain = nativeImage.createFromPath(path.join(folder, `${SIZE}x${SIZE}.png`));
  const { width, height } = plain.getSize();
  if (width !== SIZE || height !== SIZE) return { plain, overdue: plain };
  const overdue = nativeImage.createFromBitmap(Buffer.from(withBadge(plain.toBitmap(), SIZE)), {
    width,
    height,
  });
  return { plain, overdue };
}

/** Brings the window back from the tray; `desk` opens 工作台 in it. */
export function showWindow(window: BrowserWindow | undefined, desk = false): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  // Another fragment of the same page: nothing is loaded again, the page goes there by itself.
  if (desk && window.webContents.getURL().startsWith(`${APP_ORIGIN}/`)) {
    void window.loadURL(`${APP_ORIGIN}/#/desk`).catch(() => undefined);
  }
}
