import { Worker } from 'node:worker_threads';
import type { Channel } from './engine.ts';

/** `worker.ts` in a thread: where there is no Electron. */
export function threadChannel(workerFile: string): Channel {
  const worker = new Worker(workerFile);
  return {
    post: (request) => worker.postMessage(request, []),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => {
      worker.on('error', () => undefined);
      worker.on('exit', listener);
    },
    kill: () => void worker.terminate(),
  };
}
