import { AppError } from '../../shared/ipc/errors.ts';
import type { AttachReply, AttachRequest } from './messages.ts';
import type { FileReading, FileSource } from './read-file.ts';
import type { PageProgress, Recognised } from './recognise.ts';

/** A process that runs `worker.ts`. */
export interface Channel {
  readonly post: (request: AttachRequest) => void;
  readonly onMessage: (listener: (reply: AttachReply) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

export interface AttachEngine {
  /**
   * Hash, kind and text of a file. Stopped by the signal, or when it takes longer than any honest file.
   * @throws the file system's error codes; AppError FILE_REFUSED after a crash or when stopped
   */
  readonly read: (source: FileSource, name: string, signal?: AbortSignal) => Promise<FileReading>;
  /** @throws AppError CANCELLED; FILE_REFUSED when the file cannot be read */
  readonly recognise: (
    file: string,
    kind: 'pdf' | 'picture',
    options: { readonly signal: AbortSignal; readonly progress: (step: PageProgress) => void },
  ) => Promise<Recognised>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: FileReading | Recognised) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((step: PageProgress) => void) | undefined;
}

/** A reading process that has nothing to do for so long is ended; milliseconds. */
const IDLE = 60_000;
/** A file made to be read for ever must not keep others waiting; the longest honest one is far below. Milliseconds. */
const LONGEST_READING = 600_000;

type Ask = AttachRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** One process with its open questions. */
class Lane {
  readonly #channel: Channel;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  ended = false;

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.onMessage((reply) => this.#take(reply));
    channel.onExit(() => {
      this.ended = true;
      for (const { reject } of this.#waiting.values()) reject(crashed());
      this.#waiting.clear();
    });
  }

  get idle(): boolean {
    return this.#waiting.size === 0;
  }

  ask(ask: Ask, progress?: (step: PageProgress) => void): Promise<FileReading | Recognised> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      this.#channel.post({ ...ask, id });
    });
  }

  kill(): void {
    this.#channel.kill();
  }

  #take(reply: AttachReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ('progress' in reply) {
      waiting.progress?.(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(Object.assign(new Error(reply.failure.message), { code: reply.failure.code }));
  }
}

function crashed(): AppError {
  return new AppError(
    'FILE_REFUSED',
    '读取这个文件时出了错（文件可能已损坏），没有完成。请用原来的程序打开检查，另存一份后再试。',
  );
}

/** Reads files and recognises scans in processes of their own; `launch` starts one, `onProblem` is for the log. */
export function createAttachEngine(
  launch: () => Channel,
  onProblem: (error: unknown) => void = () => undefined,
  longestReading = LONGEST_READING,
): AttachEngine {
  let reading: Lane | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  const recognising = new Set<Lane>();

  const rest = () => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => {
      if (reading?.idle !== true) return;
      reading.kill();
      reading = undefined;
    }, IDLE);
    idleTimer.unref();
  };

  return {
    read: async (source, name, signal) => {
      signal?.throwIfAborted();
      if (reading === undefined || reading.ended) reading = new Lane(launch());
      const lane = reading;
      // A new one is started for the next question: the killed one may take a moment to end.
      const stop = () => {
        if (reading === lane) reading = undefined;
        lane.kill();
      };
      const limit = setTimeout(stop, longestReading);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        // The question decides the kind of the answer.
        return (await lane.ask({ task: 'read', source, name })) as FileReading;
      } finally {
        clearTimeout(limit);
        signal?.removeEventListener('abort', stop);
        rest();
      }
    },
    recognise: async (file, kind, { signal, progress }) => {
      if (signal.aborted) throw cancelled();
      const lane = new Lane(launch());
      recognising.add(lane);
      const stop = () => lane.kill();
      signal.addEventListener('abort', stop, { once: true });
      try {
        return (await lane.ask({ task: 'recognise', file, kind }, progress)) as Recognised;
      } catch (error) {
        if (signal.aborted) throw cancelled();
        onProblem(error);
        throw error instanceof AppError ? error : crashed();
      } finally {
        signal.removeEventListener('abort', stop);
        recognising.delete(lane);
        lane.kill();
      }
    },
    close: () => {
      clearTimeout(idleTimer);
      reading?.kill();
      for (const lane of recognising) lane.kill();
    },
  };
}

function cancelled(): AppError {
  return new AppError('CANCELLED', '文字识别已停止，没有改动。');
}
