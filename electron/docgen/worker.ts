import { parentPort, workerData } from 'node:worker_threads';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { openFontSet } from './fonts/font-set.ts';
import type { FontSet } from './fonts/font-set.ts';
import { RegisterStore } from './forms/register-store.ts';
import { formPages, formPdf } from './forms/render-forms.ts';
import type { Message, Reply, Request, Tasks, TaskName, WorkerSetUp } from './messages.ts';
import { documentPageImage, previewDocument, previewPages, printPages, renderDocument } from './render.ts';

/**
 * The document engine's thread: keeps the parsed fonts and answers one request after the other. It ends by
 * itself when asked to close; it is never terminated while it works.
 */

const port = parentPort;
if (!port) throw new Error('worker.ts is not a program of its own');
const { fonts: fontOptions } = workerData as WorkerSetUp;

async function answer(request: Request): Promise<Tasks[TaskName]['answer']> {
  const fonts = openFontSet(fontOptions);
  switch (request.task) {
    case 'preview': {
      const started = performance.now();
      const { laidOut, ...drawn } = await previewDocument(request.document, fonts, request.window);
      keep(request.editor, { version: request.id, laidOut });
      const milliseconds = Math.round((performance.now() - started) * 10) / 10;
      return { ...drawn, version: request.id, milliseconds };
    }
    case 'previewPages': {
      const kept = previews.get(request.editor);
      return kept?.version === request.version ? previewPages(kept.laidOut, fonts, request.window) : null;
    }
    case 'render': {
      const { kind, createdAt } = request;
      const { files } = await renderDocument(request.document, fonts, { kinds: [kind], createdAt });
      const bytes = files[kind];
      if (!bytes) throw new Error(`nothing written for ${kind}`);
      return whole(bytes);
    }
    case 'image': {
      const { document, page, widthPx, format } = request;
      return documentPageImage(document, fonts, { page, widthPx, format });
    }
    case 'print':
      return printPages(request.document, fonts);
    case 'formPages':
      return formPages(request.sheet, fonts, request.purpose);
    case 'formPdf':
      return whole(await formPdf(request.sheet, fonts, request.createdAt));
    case 'registerAdd':
      return registersOf(fonts).add(request.job, request.sheet, request.entries);
    case 'registerFinish':
      return registersOf(fonts).finish(request.job);
    case 'registerPages':
      return registersOf(fonts).draw(request.job, request.window, request.purpose);
    case 'registerPdf': {
      const bytes = await registersOf(fonts).pdf(request.job, request.createdAt);
      return bytes && whole(bytes);
    }
    case 'registerDrop':
      registersOf(fonts).drop(request.job);
      return null;
    case 'fonts':
      return fonts.reports();
    default:
      return request satisfies never;
  }
}

let registers: RegisterStore | undefined;
const registersOf = (fonts: FontSet): RegisterStore => (registers ??= new RegisterStore(fonts));

interface KeptPreview {
  readonly version: number;
  readonly laidOut: LaidOut;
}

/** Newest preview of each editor, the one asked last at the end. */
const previews = new Map<string, KeptPreview>();
/** An office works on few documents at a time; a long one takes some MB. */
const MOST_KEPT = 4;

function keep(editor: string, preview: KeptPreview): void {
  previews.delete(editor);
  previews.set(editor, preview);
  const [oldest] = previews.keys();
  if (previews.size > MOST_KEPT && oldest !== undefined) previews.delete(oldest);
}

/** A view into a larger buffer (Node's pool) cannot be handed over; a whole one moves without a copy. */
function whole(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

async function handle(request: Request): Promise<void> {
  let reply: Reply;
  try {
    reply = { id: request.id, ok: true, answer: await answer(request) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    reply = { id: request.id, ok: false, message, stack };
  }
  const bytes = reply.ok && reply.answer instanceof Uint8Array ? [reply.answer.buffer] : [];
  port?.postMessage(reply, bytes as ArrayBuffer[]);
}

/** Requests are answered in order, and `close` waits for its turn like any other message. */
let turn: Promise<void> = Promise.resolve();
port.on('message', (message: Message) => {
  turn = turn.then(() => (message.task === 'close' ? port.close() : handle(message)));
});
