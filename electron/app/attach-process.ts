import { utilityProcess } from 'electron';
import type { Channel } from '../attach/engine.ts';
import type { Log } from './log.ts';

/** The process that reads attached files: it can be ended at any moment, and its end harms nothing. */
export function attachProcess(workerFile: string, log: Pick<Log, 'warn'>): Channel {
  const child = utilityProcess.fork(workerFile, [], { serviceName: 'gongwentai-attach', stdio: 'ignore' });
  let ending = false;
  return {
    post: (request) => child.postMessage(request, []),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) =>
      child.on('exit', (code) => {
        if (!ending) log.warn(`reading process ended: ${code}`);
        listener();
      }),
    kill: () => {
      ending = true;
      child.kill();
    },
  };
}
