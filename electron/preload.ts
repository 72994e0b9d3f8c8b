import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS } from '../shared/ipc/channels.ts';
import type { Bridge, ChangeEvent, ProgressEvent } from '../shared/ipc/channels.ts';

/** The page never sees Electron's event object, which would hand it `sender`. */
function subscribe(channel: string, relay: (event: unknown, message: never) => void): () => void {
  const listener: Parameters<typeof ipcRenderer.on>[1] = relay as (event: unknown, message: unknown) => void;
  ipcRenderer.on(channel, listener);
  return () => ipcRenderer.removeListener(channel, listener);
}

const flushes = new Set<() => Promise<void>>();
ipcRenderer.on(CHANNELS.closing, () => {
  void Promise.allSettled([...flushes].map((flush) => flush())).then(() => ipcRenderer.send(CHANNELS.closed));
});

const bridge: Bridge = {
  invoke: (procedure, input) => ipcRenderer.invoke(CHANNELS.invoke, procedure, input),
  offerFiles: (files) =>
    // Anything that is no file of the system has no path, and stays with the page.
    ipcRenderer.invoke(
      CHANNELS.offerFiles,
      files.map((file) => webUtils.getPathForFile(file as File)),
    ),
  onChange: (listener) => subscribe(CHANNELS.change, (_event, message: ChangeEvent) => listener(message)),
  onProgress: (listener) =>
    subscribe(CHANNELS.progress, (_event, message: ProgressEvent) => listener(message)),
  onClosing: (flush) => {
    flushes.add(flush);
    return () => flushes.delete(flush);
  },
};

contextBridge.exposeInMainWorld('app', bridge);
