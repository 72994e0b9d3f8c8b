import { once } from 'node:events';
import { app, BrowserWindow, shell } from 'electron';
import type { ProcedureName } from '../../shared/domain/permissions.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AppContract } from '../../shared/ipc/contract.ts';
import { listOrder } from '../db/list-order.ts';
import { INCOMING_LIST, OUTGOING_LIST } from '../db/list-tables.ts';
import { OfficeSession } from '../db/session.ts';
import { asStorageError } from '../db/sqlite-errors.ts';
import { startSpreadsheets } from '../exchange/client.ts';
import { authorize } from '../features/context.ts';
import type { Ctx, DeviceSettings, Services } from '../features/context.ts';
import { offerEach } from '../features/attachment/held-files.ts';
import { handlers } from '../features/handlers.ts';
import { createAttachEngine } from '../attach/engine.ts';
import type { AttachEngine } from '../attach/engine.ts';
import { createDispatcher } from '../ipc/dispatch.ts';
import type { Dispatcher } from '../ipc/dispatch.ts';
import { APP_ORIGIN } from '../ipc/sender.ts';
import { newReference, toErrorData } from '../ipc/envelope.ts';
import { broadcastChange, broadcastProgress } from '../ipc/events.ts';
import { AttachmentWatch } from './attachment-watch.ts';
import { attachProcess } from './attach-process.ts';
import { systemDialogs } from './dialogs.ts';
import { startDocgen } from './docgen-service.ts';
import type { DocgenService } from './docgen-service.ts';
import type { Log } from './log.ts';
import { PathTokenStore } from './path-tokens.ts';
import { proposedDataFolder } from './paths.ts';
import type { ProgramPaths } from './paths.ts';
import { systemPrinter } from './printer.ts';

/** Procedures that wait for a dialog or for the document engine. */
const PATIENT: ReadonlySet<string> = new Set<ProcedureName>([
  'system.chooseDataFolder',
  'outgoing.importFile',
  'outgoing.addImage',
  'outgoing.pageImage',
  'document.preview',
  'document.previewPages',
  'document.exportFiles',
  'document.print',
  'document.printOptions',
  'document.printTo',
  'document.printCalibration',
  'templates.exportFile',
  'templates.importFile',
  'exchange.exportList',
  'exchange.importFile',
  'exchange.importPasted',
  'exchange.setUpImport',
  'exchange.runImport',
  'attachment.choose',
  'attachment.add',
  'attachment.open',
  'attachment.openVersion',
  'attachment.takeBack',
  'attachment.endWork',
  'attachment.saveAs',
  'attachment.recognise',
  'attachment.scanFolder',
  'attachment.chooseScanFolder',
]);

/** Everything that runs behind the window. */
export interface Program {
  readonly session: OfficeSession;
  readonly docgen: DocgenService;
  readonly dispatcher: Dispatcher;
  /** Opens the office of last time; calls of the page wait for it. Never rejects. */
  readonly openOffice: () => Promise<void>;
  /** What can wait until the window is up: fonts, backup of the day, integrity. */
  readonly settle: () => Promise<void>;
  /** Tokens for files that were dropped or pasted. */
  readonly offerFiles: (files: readonly string[]) => Promise<unknown>;
  /** Ends what runs beside the window and reads or watches files. */
  readonly endHelpers: () => void;
}

export function assembleProgram(paths: ProgramPaths, device: DeviceSettings, log: Log): Program {
  const session = new OfficeSession();
  const docgen = startDocgen(paths, log);
  const attach = createAttachEngine(
    () => attachProcess(paths.attach, log),
    (error) => log.error('a file was not read', error),
  );
  const services = assembleServices(paths, device, log, session, docgen, attach);
  const opened = new AbortController();
  const whenOpened = once(opened.signal, 'abort');
  const dispatcher = createDispatcher<AppContract, Ctx>({
    contract,
    handlers,
    authorize: async (procedure) => {
      await whenOpened;
      return authorize(procedure, services);
    },
    changed: broadcastChange,
    patient: PATIENT,
    onError: ({ code, message, ref }) => {
      if (code === 'DATABASE_DAMAGED') session.fail({ code, message, ref: ref ?? '' });
    },
    log: {
      slow: (procedure, milliseconds) => log.warn(`slow ${procedure} ${milliseconds} ms`),
      refused: (reason) => log.warn(`call refused: ${reason}`),
      failed: (procedure, code, ref, error) => {
        if (code === 'CANCELLED') return;
        const fault =
          code === 'INTERNAL' && error instanceof Error ? `\n${error.stack ?? error.message}` : '';
        log[code === 'INTERNAL' ? 'error' : 'info'](`${procedure} ${code} ${ref}${fault}`);
      },
    },
  });
  const watch = new AttachmentWatch({
    session,
    device,
    takeBack: () => dispatcher.call('attachment.takeBack', {}, { parent: null, origin: APP_ORIGIN }),
    changed: broadcastChange,
    onProblem: (error) => log.error('watching files failed', error),
  });
  return {
    session,
    docgen,
    dispatcher,
    openOffice: async () => {
      const folder = device.get('dataFolder');
      try {
        if (folder !== null) await session.open(folder, false);
      } catch (error) {
        const { code, message, ref } = toErrorData(error);
        log.error(`office not opened: ${code} ${ref}`, error);
        session.fail({ code, message, ref });
      }
      opened.abort();
    },
    settle: async () => {
      // The lists of a large office are then there at once, wherever the person starts.
      if (session.phase === 'ready') {
        await session.database
          .exclusively((raw) => {
            listOrder(raw, INCOMING_LIST).warmUp();
            listOrder(raw, OUTGOING_LIST).warmUp();
          })
          // Only time is lost by that; the backup of the day must not be.
          .catch((error: unknown) => log.error('the lists were not read ahead', error));
      }
      await watch.start();
      await docgen.warmUp();
      // The status, which names the fonts, is asked for again when backups change.
      if (session.phase === 'ready') {
        await session.recoverFiles();
        await session.backUpDaily().catch((error: unknown) => {
          // A large file is read through here for the first time since it was opened.
          failWhenDamaged(session, error);
          throw error;
        });
        const checked = await session.checkIntegrity(paths.integrity);
        if (checked?.ok === false) log.error('the full check of the data file found damage');
      }
      broadcastChange(['backup']);
      backUpEveryDay(session, log);
    },
    offerFiles: (files) => offerEach(services.paths, files),
    endHelpers: () => {
      watch.stop();
      attach.close();
    },
  };
}

const BACKUP_CHECK_MS = 15 * 60_000;

/** A program that stays in the tray for weeks backs up each day, and a new office within its first quarter of an hour. */
function backUpEveryDay(session: OfficeSession, log: Log): void {
  const backUp = async (): Promise<void> => {
    if (session.phase !== 'ready') return;
    const backup = await session.backUpDaily();
    if (backup !== undefined) broadcastChange(['backup']);
  };
  setInterval(() => {
    backUp().catch((error: unknown) => log.error('the backup of the day failed', error));
  }, BACKUP_CHECK_MS).unref();
}

/** A file that turns out damaged after it was opened is not written to any more. */
function failWhenDamaged(session: OfficeSession, error: unknown): void {
  const said = asStorageError(error);
  if (said?.code !== 'DATABASE_DAMAGED') return;
  const { code, message, ref } = toErrorData(said);
  session.fail({ code, message, ref });
  broadcastChange(['backup']);
}

function assembleServices(
  paths: ProgramPaths,
  device: DeviceSettings,
  log: Log,
  session: OfficeSession,
  docgen: DocgenService,
  attach: AttachEngine,
): Services {
  return {
    program: {
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      folder: paths.program,
      proposedDataFolder: proposedDataFolder(),
      documentsFolder: app.getPath('documents'),
      sampleFolder: paths.samples,
    },
    session,
    device,
    dialogs: systemDialogs(() => BrowserWindow.getAllWindows().find((window) => window.isVisible()) ?? null),
    docgen,
    attach,
    spreadsheets: startSpreadsheets(paths.exchange, (message, stack) =>
      log.error(`spreadsheets: ${message}\n${stack}`),
    ),
    printer: systemPrinter,
    shell: {
      openFile: async (file) => {
        const problem = await shell.openPath(file);
        if (problem !== '') log.warn(`openPath: ${problem}`);
      },
      reveal: (file) => shell.showItemInFolder(file),
      restart: (after = 0) => {
        setTimeout(() => {
          app.relaunch();
          app.quit();
        }, after);
      },
    },
    paths: new PathTokenStore(),
    newReference,
    progress: broadcastProgress,
    log: {
      info: (message) => log.info(message),
      problem: (ref, message, stack) => log.error(`page ${ref}: ${message}\n${stack}`),
    },
    now: Date.now,
  };
}
