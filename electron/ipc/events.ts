import { BrowserWindow } from 'electron';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import type { ChangeEvent, ProgressEvent } from '../../shared/ipc/channels.ts';
import type { TableName } from '../../shared/ipc/define.ts';

/** Tells every window which tables a commit may have changed. */
export function broadcastChange(tables: readonly TableName[]): void {
  const event: ChangeEvent = { tables };
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.change, event);
  }
}

/** Tells every window how far a long job has come. */
export function broadcastProgress(event: ProgressEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.progress, event);
  }
}
