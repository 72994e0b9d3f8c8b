import './as-node.ts';
import { parentPort } from 'node:worker_threads';
import type { AttachReply, AttachRequest } from './messages.ts';
import { readAttachedFile } from './read-file.ts';
import { recognise } from './recognise.ts';

/**
 * Reads files in a process of its own: what people are sent may be damaged or made to do harm, and recognising a
 * scan takes seconds a page. Answers one request after the other; it is ended from outside.
 */

/** Electron's utility process has its port at the process, a thread of Node in `worker_threads`. */
interface UtilityPort {
  readonly on: (event: 'message', listener: (event: { readonly data: AttachRequest }) => void) => void;
  readonly postMessage: (reply: AttachReply, transfer: []) => void;
}
const utility = 'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined;

const send = (reply: AttachReply) => {
  if (utility === undefined) parentPort?.postMessage(reply, []);
  else utility.postMessage(reply, []);
};

async function run(request: AttachRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.task === 'read') send({ id, answer: await readAttachedFile(request.source, request.name) });
    else {
      const progress = (step: { done: number; total: number }) => send({ id, progress: step });
      send({ id, answer: await recognise(request.file, request.kind, progress) });
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    send({ id, failure: { code, message: error instanceof Error ? error.message : String(error) } });
  }
}

let last: Promise<void> = Promise.resolve();
const take = (request: AttachRequest) => {
  last = last.then(() => run(request));
};

if (utility === undefined) parentPort?.on('message', take);
else utility.on('message', ({ data }) => take(data));
