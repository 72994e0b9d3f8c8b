import { parentPort } from 'node:worker_threads';
import type { Reply, Request, Tasks, TaskName } from './messages.ts';
import { readFile } from './read-file.ts';
import { FileRefusal } from './refusal.ts';
import { CsvWriter } from './write-csv.ts';
import { XlsxWriter } from './write-xlsx.ts';

/** Thread that reads and writes spreadsheets: one file at a time, ended by the program when it is done. */

const port = parentPort;
if (!port) throw new Error('worker.ts is not a program of its own');

let writer: XlsxWriter | CsvWriter | undefined;

function present(): XlsxWriter | CsvWriter {
  if (writer === undefined) throw new Error('no sheet was begun');
  return writer;
}

async function answer(request: Request): Promise<Tasks[TaskName]['answer']> {
  switch (request.task) {
    case 'begin':
      writer = request.frame.format === 'xlsx' ? new XlsxWriter(request.frame) : new CsvWriter(request.frame);
      return null;
    case 'rows':
      for (const row of request.rows) present().add(row);
      return null;
    case 'finish':
      return new Uint8Array(await present().finish());
    case 'read':
      return readFile(request.bytes, request.fileName);
    default:
      return request satisfies never;
  }
}

async function handle(request: Request): Promise<void> {
  let reply: Reply;
  try {
    reply = { id: request.id, ok: true, answer: await answer(request) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    reply = { id: request.id, ok: false, message, stack, refused: error instanceof FileRefusal };
  }
  const bytes = reply.ok && reply.answer instanceof Uint8Array ? [reply.answer.buffer] : [];
  port?.postMessage(reply, bytes as ArrayBuffer[]);
}

/** Requests are answered in order. */
let turn: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  turn = turn.then(() => handle(request));
});
