import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeSession } from '../../electron/db/session.ts';
import { createAttachEngine } from '../../electron/attach/engine.ts';
import { threadChannel } from '../../electron/attach/thread-channel.ts';
import { startDocgen } from '../../electron/app/docgen-service.ts';
import { PathTokenStore } from '../../electron/app/path-tokens.ts';
import { startSpreadsheets } from '../../electron/exchange/client.ts';
import { authorize } from '../../electron/features/context.ts';
import type {
  Ctx,
  DeviceValues,
  PrinterDescription,
  PrintTarget,
  Services,
} from '../../electron/features/context.ts';
import { handlers } from '../../electron/features/handlers.ts';
import { createDispatcher } from '../../electron/ipc/dispatch.ts';
import type { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { newReference } from '../../electron/ipc/envelope.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import { DEFAULT_REMINDERS } from '../../shared/domain/reminders.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AppClient, AppContract } from '../../shared/ipc/contract.ts';
import type { ProgressEvent } from '../../shared/ipc/channels.ts';
import type { TableName } from '../../shared/ipc/define.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { AppErrorData } from '../../shared/ipc/errors.ts';

export const MAIN_FRAME = { parent: null, origin: APP_ORIGIN };

/** A program without a window: real files, real SQLite, real handlers; the person's answers are given in advance. */
export interface Program {
  readonly api: AppClient;
  readonly dispatcher: Dispatcher;
  readonly session: OfficeSession;
  readonly services: Services;
  readonly folder: string;
  readonly dataFolder: string;
  /** What the person answers to the next file dialogs; null cancels. */
  readonly answers: (string | null)[];
  readonly changes: (readonly TableName[])[];
  readonly opened: string[];
  readonly restarts: { count: number };
  readonly clock: { now: number };
  readonly slow: string[];
  /** SVG of the pages sent to the printer. */
  readonly printed: string[];
  /** The printers of this computer. */
  readonly printers: PrinterDescription[];
  /** What went to a printer without a further question. */
  readonly jobs: PrintJob[];
  readonly progress: ProgressEvent[];
  /** What the document engine complained of. */
  readonly problems: string[];
  readonly close: () => Promise<void>;
}

export interface PrintJob extends PrintTarget {
  readonly jobName: string;
  readonly pages: readonly string[];
}

const PROJECT = path.join(import.meta.dirname, '../..');
const SAMPLES = path.join(PROJECT, 'resources/samples');

export interface ProgramOptions {
  readonly sampleFolder?: string;
  readonly folder?: string;
  /** Opens the office of an earlier program in the same folder. */
  readonly reopen?: boolean;
}

export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'gongwentai-'));
  const dataFolder = path.join(folder, '公文台数据');
  const clock = { now: new Date(2026, 10, 22, 9, 0, 0).getTime() };
  const now = () => {
    clock.now += 1;
    return clock.now;
  };
  const device: DeviceValues = {
    dataFolder: null,
    exportFolder: null,
    importFolder: null,
    actorId: null,
    scanFolder: { folder: null, handled: [] },
    viewState: {},
    window: null,
    printing: { last: null, printers: {} },
    reminders: DEFAULT_REMINDERS,
    lastReminderAt: null,
  };
  const answers: (string | null)[] = [];
  const opened: string[] = [];
  const restarts = { count: 0 };
  const changes: (readonly TableName[])[] = [];
  const slow: string[] = [];
  const session = new OfficeSession(now);
  const printed: string[] = [];
  const printers: PrinterDescription[] = [];
  const jobs: PrintJob[] = [];
  const progress: ProgressEvent[] = [];
  const docgen = startDocgen(
    { worker: path.join(PROJECT, 'electron/docgen/worker.ts'), fonts: path.join(PROJECT, 'resources/fonts') },
    { error: (message: string) => problems.push(message) },
  );
  const problems: string[] = [];
  const attach = createAttachEngine(() => threadChannel(path.join(PROJECT, 'electron/attach/worker.ts')));
  const answer = () => Promise.resolve(answers.shift() ?? null);
  const services: Services = {
    program: {
      version: '0.1.0',
      runtime: 'test',
      folder: path.join(folder, 'program'),
      proposedDataFolder: dataFolder,
      documentsFolder: folder,
      sampleFolder: options.sampleFolder ?? SAMPLES,
    },
    session,
    device: {
      get: (key) => device[key],
      set: (key, value) => {
        device[key] = value;
      },
    },
    dialogs: {
      chooseFolder: answer,
      openFile: answer,
      openFiles: async () => (await answer())?.split('\n') ?? [],
      saveFile: answer,
      confirmOverwrite: async () => (await answer()) === 'overwrite',
    },
    docgen,
    attach,
    spreadsheets: startSpreadsheets(path.join(PROJECT, 'electron/exchange/worker.ts'), (message) =>
      problems.push(message),
    ),
    printer: {
      print: (pages) => {
        printed.push(...pages.map(({ svg }) => svg));
        return Promise.resolve('printed');
      },
      printers: () => Promise.resolve(printers),
      printTo: (pages, jobName, target) => {
        jobs.push({ ...target, jobName, pages: pages.map(({ svg }) => svg) });
        return Promise.resolve();
      },
    },
    shell: {
      openFile: (file) => {
        opened.push(file);
        return Promise.resolve();
      },
      reveal: (file) => opened.push(`reveal ${file}`),
      restart: () => {
        restarts.count += 1;
      },
    },
    paths: new PathTokenStore(),
    newReference,
    progress: (event) => progress.push(event),
    log: { info: () => undefined, problem: () => undefined },
    now,
  };
  if (options.reopen === true) await session.open(dataFolder, false);
  const dispatcher = createDispatcher<AppContract, Ctx>({
    contract,
    handlers,
    authorize: (procedure) => authorize(procedure, services),
    changed: (tables) => changes.push(tables),
    log: { slow: (name) => slow.push(name), refused: () => undefined, failed: () => undefined },
    checkOutput: true,
  });
  return {
    api: clientOf(dispatcher),
    dispatcher,
    session,
    services,
    folder,
    dataFolder,
    answers,
    changes,
    opened,
    restarts,
    clock,
    slow,
    printed,
    printers,
    jobs,
    progress,
    problems,
    close: async () => {
      attach.close();
      await Promise.all([session.close(), docgen.close()]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The renderer's half: a call per procedure, errors thrown as AppError. */
export function clientOf(dispatcher: Dispatcher): AppClient {
  const slices = Object.entries(contract).map(([slice, procedures]) => [
    slice,
    Object.fromEntries(
      Object.keys(procedures).map((key) => [
        key,
        async (input: unknown) => {
          const envelope = await dispatcher.call(`${slice}.${key}`, input, MAIN_FRAME);
          if (envelope.ok) return envelope.value;
          throw asError(envelope.error);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(slices) as AppClient;
}

function asError(data: AppErrorData): AppError {
  return new AppError(data.code, data.message, {
    ref: data.ref,
    ...(data.fields === undefined ? {} : { fields: data.fields }),
  });
}

/** First run with an office of its own. */
export async function setUp(program: Program, loadSample = false): Promise<void> {
  const { token } = await program.api.system.proposeDataFolder();
  await program.api.system.completeFirstRun({
    folderToken: token,
    notForSecretsConfirmed: true,
    officeName: '临江市住房和城乡建设局',
    issuerCode: '临建发',
    printingOffice: '临江市住房和城乡建设局办公室',
    personName: '林晓',
    loadSample,
  });
}

/** A draft with a title, ready to be numbered. */
export async function draftOf(program: Program, title: string): Promise<{ id: string; rowVersion: number }> {
  const { id } = await program.api.outgoing.create({ genre: '通知' });
  const detail = await program.api.outgoing.get({ id });
  const saved = await program.api.outgoing.save({
    id,
    rowVersion: detail.rowVersion,
    document: { ...detail.document, title, body: [{ type: 'paragraph', text: '请认真贯彻执行。' }] },
  });
  return { id, rowVersion: saved.rowVersion };
}

interface Target {
  readonly id: string;
  readonly rowVersion: number;
}

/** 补记纸面审签 as an office that signs on paper writes it down. */
export const PAPER_APPROVAL = {
  checkedBy: '赵核稿',
  signatory: '陈局长',
  signedOn: '2026-11-20',
  recheckedBy: '孙复核',
} as const;

export async function approveOnPaper({ api }: Program, { id, rowVersion }: Target): Promise<Target> {
  const fields = PAPER_APPROVAL;
  const done = await api.outgoing.act({ id, rowVersion, action: 'recordPaperApproval', fields });
  return { id, rowVersion: done.rowVersion };
}

interface NumberedTarget extends Target {
  readonly issuerCode: string;
  readonly year: number;
}

/** 编号 of a document that waits for it. */
export async function assignNumber(
  { api }: Program,
  { id, rowVersion, issuerCode, year }: NumberedTarget,
): Promise<{ rowVersion: number; display: string; serial: number }> {
  const fields = { issuerCode, year };
  const done = await api.outgoing.act({ id, rowVersion, action: 'assignNumber', fields });
  const serial = Number(/(\d+)号$/u.exec(done.documentNumber)?.[1]);
  return { rowVersion: done.rowVersion, display: done.documentNumber, serial };
}

/** A draft approved on paper, then numbered. */
export async function numberDraft(
  program: Program,
  { issuerCode, year, ...draft }: NumberedTarget,
): Promise<{ rowVersion: number; display: string; serial: number }> {
  return assignNumber(program, { ...(await approveOnPaper(program, draft)), issuerCode, year });
}

export async function voidNumber(
  { api }: Program,
  { id, rowVersion, reason }: Target & { readonly reason: string },
): Promise<{ rowVersion: number }> {
  const fields = { reason, approvedBy: '张主任' };
  return api.outgoing.act({ id, rowVersion, action: 'voidNumbered', fields });
}

export async function discardDraft(
  { api }: Program,
  { id, rowVersion, reason }: Target & { readonly reason: string },
): Promise<{ rowVersion: number }> {
  return api.outgoing.act({ id, rowVersion, action: 'discard', fields: { reason } });
}

/** Every row of every table but the audit trail, which keeps what happened, and the search index, made from them. */
export function dumpTables(program: Program): Promise<Record<string, unknown[]>> {
  return program.session.database.exclusively((raw) => {
    const names = raw
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all();
    return Object.fromEntries(
      names
        .filter(({ name }) => !/^(?:auditEvent$|sqlite_|search)|Search|Singles|BodyText$/u.test(name))
        .map(({ name }) => [name, raw.prepare(`SELECT * FROM ${name} ORDER BY 1`).all()]),
    );
  });
}
