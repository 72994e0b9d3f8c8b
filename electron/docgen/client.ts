import { Worker } from 'node:worker_threads';
import type { PageWindow, PreviewPage } from '../../shared/features/document.ts';
import type { FormSheet, RegisterEntry, RegisterSheet } from '../../shared/domain/forms/sheet.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { FontReport, FontSetOptions } from './fonts/font-set.ts';
import type { FormPage, PagePurpose } from './forms/render-forms.ts';
import type { ImageFormat } from './image/page-image.ts';
import type { Message, Reply, Request, Tasks, TaskName } from './messages.ts';
import type { FileKind, PageImage } from './render.ts';

/** fontkit and pdfkit keep what they once decoded; a fresh thread gives the memory back. */
const PDFS_PER_WORKER = 200;

/** Laying out makes much that is soon forgotten; with room for it a long document takes a third less time. */
const MEMORY = { maxYoungGenerationSizeMb: 64 };

export interface DocgenOptions {
  /** Worker entry: `dist/main/worker.js` in the program, `electron/docgen/worker.ts` under Node 24. */
  readonly workerFile: string | URL;
  readonly fonts: FontSetOptions;
  /** Told about failures of the engine itself; their text is for the log, not for a person. */
  readonly onProblem?: (message: string, stack: string) => void;
}

/** All but `add` answer null when the engine does not have the register any more: it is to be made again. */
export interface RegisterEngine {
  readonly add: (job: string, sheet: RegisterSheet, entries: readonly RegisterEntry[]) => Promise<number>;
  readonly finish: (job: string) => Promise<number | null>;
  readonly pages: (
    job: string,
    window: PageWindow,
    purpose: PagePurpose,
  ) => Promise<readonly FormPage[] | null>;
  readonly pdf: (job: string, createdAt?: Date) => Promise<Uint8Array | null>;
  readonly drop: (job: string) => Promise<void>;
}

interface Job {
  readonly request: Request;
  /** Editor whose newer preview supersedes this job. */
  readonly editor?: string;
  readonly resolve: (answer: Tasks[TaskName]['answer']) => void;
  readonly reject: (error: Error) => void;
  settled: boolean;
}

interface RunningJob extends Job {
  readonly worker: Worker;
}

/**
 * The main side of the document engine. Starts the worker at first use, gives it one job at a time (so that
 * a superseded preview costs nothing), starts a new one after a crash or after 200 PDFs.
 */
export class DocgenClient {
  readonly #options: DocgenOptions;
  #worker: Worker | undefined;
  #running: RunningJob | undefined;
  #waiting: Job[] = [];
  #lastId = 0;
  #pdfs = 0;
  #closed = false;

  constructor(options: DocgenOptions) {
    this.#options = options;
  }

  /**
   * Pages of a draft as SVG; of a long one only those in the window.
   * @throws AppError CANCELLED when a newer preview of the same editor has come in
   */
  async preview(document: Gongwen, editor: string, window?: PageWindow): Promise<Tasks['preview']['answer']> {
    const older = [...this.#waiting, ...(this.#running ? [this.#running] : [])];
    for (const job of older.filter((candidate) => candidate.editor === editor)) {
      fail(job, new AppError('CANCELLED', '已有更新的预览，本次预览已取消。'));
    }
    this.#waiting = this.#waiting.filter((job) => !job.settled);
    return this.#ask('preview', { document, editor, window }, editor);
  }

  /** Further pages of a preview; null when the worker has another by now, or was renewed. */
  async previewPages(
    editor: string,
    version: number,
    window: PageWindow,
  ): Promise<readonly PreviewPage[] | null> {
    return this.#ask('previewPages', { editor, version, window });
  }

  /** The file of a document; `createdAt` is the date written into it, now when absent. */
  async render(document: Gongwen, kind: FileKind, createdAt = new Date()): Promise<Uint8Array> {
    return this.#ask('render', { document, kind, createdAt });
  }

  /** One page (1-based) as printed, as a picture `widthPx` wide: for lists. */
  async pageImage(
    document: Gongwen,
    options: { readonly page: number; readonly widthPx: number; readonly format: ImageFormat },
  ): Promise<PageImage> {
    return this.#ask('image', { document, ...options });
  }

  /** Pages exactly as printed, for the system's print dialog. */
  async printPages(document: Gongwen): Promise<Tasks['print']['answer']> {
    return this.#ask('print', { document });
  }

  /** A form as pages or as PDF. */
  async formPages(sheet: FormSheet, purpose: PagePurpose): Promise<readonly FormPage[]> {
    return this.#ask('formPages', { sheet, purpose });
  }

  async formPdf(sheet: FormSheet, createdAt = new Date()): Promise<Uint8Array> {
    return this.#ask('formPdf', { sheet, createdAt });
  }

  /** A register by the name of its job: entries in parts, then pages and PDF; see `RegisterStore`. */
  readonly register: RegisterEngine = {
    add: (job, sheet, entries) => this.#ask('registerAdd', { job, sheet, entries }),
    finish: (job) => this.#ask('registerFinish', { job }),
    pages: (job, window, purpose) => this.#ask('registerPages', { job, window, purpose }),
    pdf: (job, createdAt = new Date()) => this.#ask('registerPdf', { job, createdAt }),
    drop: async (job) => {
      await this.#ask('registerDrop', { job });
    },
  };

  /** Which font serves which role. */
  async fonts(): Promise<readonly FontReport[]> {
    return this.#ask('fonts', {});
  }

  /** Lets the running job end, then the worker end by itself. Waiting jobs answer SHUTTING_DOWN. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting) fail(job, shuttingDown());
    this.#waiting = [];
    await this.#retire();
  }

  async #ask<K extends TaskName>(
    task: K,
    ask: Tasks[K]['ask'],
    editor?: string,
  ): Promise<Tasks[K]['answer']> {
    if (this.#closed) throw shuttingDown();
    this.#lastId += 1;
    // The union's member is fixed by `task`; TypeScript cannot follow that through a type parameter.
    const request = { id: this.#lastId, task, ...ask } as unknown as Request;
    return new Promise((resolve, reject) => {
      const settle = resolve as Job['resolve'];
      const job: Job = { request, resolve: settle, reject, settled: false };
      this.#waiting.push(editor === undefined ? job : { ...job, editor });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    // A person typing waits for the preview; a file can wait for one page.
    const preview = this.#waiting.findIndex(({ request: { task } }) => task.startsWith('preview'));
    const [job] = this.#waiting.splice(Math.max(preview, 0), 1);
    if (!job) return;
    const worker = (this.#worker ??= this.#start());
    this.#running = { ...job, worker };
    // Only a job in work keeps the process alive.
    worker.ref();
    worker.postMessage(job.request satisfies Message, []);
  }

  #start(): Worker {
    const { workerFile, fonts } = this.#options;
    const worker = new Worker(workerFile, { workerData: { fonts }, resourceLimits: MEMORY });
    this.#pdfs = 0;
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('error', (error: Error) => this.#ended(worker, error));
    worker.on('exit', (code) => this.#ended(worker, new Error(`document engine ended with code ${code}`)));
    return worker;
  }

  #settle(reply: Reply): void {
    const job = this.#running;
    if (job?.request.id !== reply.id) return;
    this.#running = undefined;
    job.worker.unref();
    if (reply.ok) {
      if (!job.settled) job.resolve(reply.answer);
      job.settled = true;
    } else {
      this.#options.onProblem?.(reply.message, reply.stack);
      fail(job, engineError(reply.message));
    }
    if (makesPdf(job.request)) this.#pdfs += 1;
    if (this.#pdfs >= PDFS_PER_WORKER) void this.#retire();
    this.#next();
  }

  /** The worker is gone: by itself after `close`, or by a crash, which its job answers for. */
  #ended(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = undefined;
    const job = this.#running;
    if (job?.worker !== worker) return;
    this.#running = undefined;
    this.#options.onProblem?.(error.message, error.stack ?? '');
    fail(job, engineError(error.message));
    this.#next();
  }

  /** Sends the worker away by message: it answers what it has and ends. */
  async #retire(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = undefined;
    await new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
      worker.ref();
      worker.postMessage({ task: 'close' } satisfies Message, []);
    });
  }
}

function makesPdf(request: Request): boolean {
  return (
    (request.task === 'render' && request.kind === 'pdf') ||
    request.task === 'formPdf' ||
    request.task === 'registerPdf'
  );
}

function fail(job: Job, error: Error): void {
  if (!job.settled) job.reject(error);
  job.settled = true;
}

function shuttingDown(): AppError {
  return new AppError('SHUTTING_DOWN', '程序正在退出，文件没有生成。');
}

/** Errors the engine words for a person are in Chinese; all others are faults of the program. */
function engineError(message: string): AppError {
  if (/^\p{Script=Han}/u.test(message)) return new AppError('INVALID_INPUT', message);
  return new AppError('INTERNAL', '排版时出现程序错误，已记入日志，文稿没有改动。请重试。', {
    cause: new Error(message),
  });
}
