import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/ipc/errors.ts';
import type { OutRow, ReadFile, Reply, Request, SheetFrame, Tasks, TaskName } from './messages.ts';

/** Large books need room; without a bound of its own a thread gets a small one. */
const MEMORY = { maxOldGenerationSizeMb: 1536 };

/** A file being written in its thread. */
export interface SheetWriter {
  readonly add: (rows: readonly OutRow[]) => Promise<void>;
  /** The whole file; the thread ends. */
  readonly finish: () => Promise<Uint8Array>;
  /** Stops at once and gives everything back; harmless after `finish`. */
  readonly abandon: () => Promise<void>;
}

/** Spreadsheets, read and written off the main thread. */
export interface Spreadsheets {
  /** @throws AppError FILE_REFUSED in words for the person */
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<ReadFile>;
  readonly write: (frame: SheetFrame) => Promise<SheetWriter>;
}

/** @param workerFile `dist/main/exchange.js` in the program, `electron/exchange/worker.ts` under Node 24 */
export function startSpreadsheets(
  workerFile: string,
  onProblem: (message: string, stack: string) => void,
): Spreadsheets {
  return {
    read: async (bytes, fileName) => {
      const thread = new Thread(workerFile, onProblem);
      try {
        return await thread.ask('read', { bytes, fileName });
      } finally {
        await thread.end();
      }
    },
    write: async (frame) => {
      const thread = new Thread(workerFile, onProblem);
      try {
        await thread.ask('begin', { frame });
      } catch (error) {
        await thread.end();
        throw error;
      }
      return {
        add: async (rows) => {
          await thread.ask('rows', { rows });
        },
        finish: async () => {
          const bytes = await thread.ask('finish', {});
          await thread.end();
          return bytes;
        },
        abandon: () => thread.end(),
      };
    },
  };
}

interface Waiting {
  readonly resolve: (answer: Tasks[TaskName]['answer']) => void;
  readonly reject: (error: Error) => void;
}

/** One thread for one file: what a broken file does to it ends with it. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onProblem: (message: string, stack: string) => void;
  #lastId = 0;

  constructor(workerFile: string, onProblem: (message: string, stack: string) => void) {
    this.#onProblem = onProblem;
    this.#worker = new Worker(workerFile, { resourceLimits: MEMORY });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the spreadsheet thread ended')));
  }

  ask<K extends TaskName>(task: K, ask: Tasks[K]['ask']): Promise<Tasks[K]['answer']> {
    this.#lastId += 1;
    const id = this.#lastId;
    // The union's member is fixed by `task`; TypeScript cannot follow that through a type parameter.
    const request = { id, task, ...ask } as unknown as Request;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(request, []);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) {
      waiting?.resolve(reply.answer);
    } else if (reply.refused) {
      waiting?.reject(new AppError('FILE_REFUSED', reply.message));
    } else {
      this.#onProblem(reply.message, reply.stack);
      waiting?.reject(broken(reply.message));
    }
  }

  #fail(error: Error): void {
    if (this.#waiting.size === 0) return;
    this.#onProblem(error.message, error.stack ?? '');
    for (const { reject } of this.#waiting.values()) reject(broken(error.message));
    this.#waiting.clear();
  }
}

function broken(message: string): AppError {
  return new AppError('INTERNAL', '读写表格时出现程序错误，已记入日志，登记内容没有改动。请重试。', {
    cause: new Error(message),
  });
}
