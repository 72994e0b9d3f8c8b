import { BrowserWindow } from 'electron';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import type { ChangeEvent } from '../../shared/ipc/channels.ts';
import type { TableName } from '../../shared/ipc/define.ts';

/** Tells every window which tables a commit may have changed. */
export function broadcastChange(tables: readonly TableName[]): void {
  const event: ChangeEvent = { tables };
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.change, event);
  }
}
