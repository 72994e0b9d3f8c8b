import type { PageWindow, Preview, PreviewPage } from '../../shared/features/document.ts';
import type { FormPageDrawn } from '../../shared/features/form.ts';
import type { FormSheet, RegisterEntry, RegisterSheet } from '../../shared/domain/forms/sheet.ts';
import { mayCall } from '../../shared/domain/permissions.ts';
import type { ProcedureName, Role } from '../../shared/domain/permissions.ts';
import type { SystemStatus } from '../../shared/features/system.ts';
import type { Duplex, PrintOffset } from '../../shared/domain/print.ts';
import type { ReminderSettings } from '../../shared/domain/reminders.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { ProgressEvent } from '../../shared/ipc/channels.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { AttachEngine } from '../attach/engine.ts';
import type { Actor } from '../db/audit.ts';
import type { OfficeDatabase } from '../db/open.ts';
import type { Reader } from '../db/schema.ts';
import type { OfficeSession } from '../db/session.ts';
import type { Change } from '../db/transaction.ts';
import type { Spreadsheets } from '../exchange/client.ts';

export interface SessionActor extends Actor {
  readonly role: Role;
}

/** What every handler gets besides its input. */
export interface Ctx {
  readonly services: Services;
  /** Null before the first run is complete. */
  readonly actor: SessionActor | null;
  /** Queries outside a transaction. @throws AppError NOT_SET_UP */
  readonly read: Reader;
  /** One command in one transaction, under the caller's name. @throws AppError NOT_SET_UP */
  readonly write: <T>(work: (change: Change) => Promise<T>) => Promise<T>;
}

/**
 * Finds out who calls and whether they may.
 * @throws AppError NOT_SET_UP or the failure of the file before an office is open; FORBIDDEN otherwise
 */
export async function authorize(procedure: string, services: Services): Promise<Ctx> {
  const { session } = services;
  const database = session.phase === 'ready' ? session.database : null;
  const actor = database === null ? null : await currentActor(database, services);
  // The dispatcher hands in names of the contract only, and the table has every one of them.
  if (!mayCall(procedure as ProcedureName, actor?.role ?? 'anyone')) {
    throw (
      session.whyClosed() ??
      new AppError('FORBIDDEN', '您没有这项操作的权限，没有进行。需要时请单位管理员授权。')
    );
  }
  return {
    services,
    actor,
    get read() {
      return session.database.read;
    },
    write: async (work) => {
      const open = session.database;
      if (actor === null) throw new AppError('NOT_SET_UP', '还没有完成首次设置，请先填写单位信息。');
      return open.write({ actor, action: procedure }, work);
    },
  };
}

/** The person who works on this computer; in a one-person office the one there is. */
export async function currentActor(
  database: OfficeDatabase,
  services: Services,
): Promise<SessionActor | null> {
  const people = await database.read
    .selectFrom('person')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .where('sample', '=', 0)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(50)
    .execute();
  const actorId = services.device.get('actorId');
  const person = people.find(({ id }) => id === actorId) ?? people[0];
  if (person === undefined) return null;
  return { id: person.id, name: person.name, role: person.role === 'clerk' ? 'clerk' : 'anyone' };
}

/**
 * What handlers need from the world around them. Electron implements it in `app/`; tests bring their own
 * folders and answers to dialogs. No feature imports Electron.
 */
export interface Services {
  readonly program: {
    readonly version: string;
    /** 例：Electron 45.4.1. */
    readonly runtime: string;
    /** Folder of the program itself, where no data may live. */
    readonly folder: string;
    /** Folder proposed at first run. */
    readonly proposedDataFolder: string;
    /** Where exports go at first: the person's documents folder. */
    readonly documentsFolder: string;
    /** Folder with the sample documents in JSON. */
    readonly sampleFolder: string;
  };
  readonly session: OfficeSession;
  readonly device: DeviceSettings;
  readonly dialogs: Dialogs;
  readonly docgen: Docgen;
  /** Reads files that people were sent, in a process of its own. */
  readonly attach: Pick<AttachEngine, 'read' | 'recognise'>;
  readonly spreadsheets: Spreadsheets;
  readonly printer: Printer;
  readonly shell: {
    readonly openFile: (file: string) => Promise<void>;
    readonly reveal: (file: string) => void;
    /** `after` ms, so that a last message can be read. */
    readonly restart: (after?: number) => void;
  };
  /** Folders the person has chosen and files the program has written: the page knows tokens only. */
  readonly paths: PathTokens;
  readonly newReference: () => string;
  /** Tells the page how far a long job has come. */
  readonly progress: (event: ProgressEvent) => void;
  readonly log: {
    readonly info: (message: string) => void;
    readonly problem: (ref: string, message: string, stack: string) => void;
  };
  readonly now: () => number;
}

export interface PathTokens {
  readonly issue: (path: string) => string;
  readonly find: (token: string) => string | undefined;
}

/** Settings of this computer and user; not part of the office's file. */
export interface DeviceSettings {
  readonly get: <K extends keyof DeviceValues>(key: K) => DeviceValues[K];
  readonly set: <K extends keyof DeviceValues>(key: K, value: DeviceValues[K]) => void;
}

export interface DeviceValues {
  dataFolder: string | null;
  exportFolder: string | null;
  importFolder: string | null;
  actorId: string | null;
  /** Where the scanner of this computer puts its files, and which of them were dealt with. */
  scanFolder: { folder: string | null; handled: string[] };
  /** Route, filters, column widths by name. */
  viewState: Record<string, string>;
  window: { x: number; y: number; width: number; height: number; maximized: boolean } | null;
  /** The printer used last, and by the system's name of a printer how it is used. */
  printing: {
    last: string | null;
    printers: Record<string, { duplex: Duplex; offset: PrintOffset }>;
  };
  /** Tray and reminders of this computer. */
  reminders: ReminderSettings;
  /** When the last reminder was shown, epoch ms; null when there was none. */
  lastReminderAt: number | null;
}

/** The system's dialogs; null or false when the person cancels. */
export interface Dialogs {
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly openFile: (title: string, folder: string | null, extension: string) => Promise<string | null>;
  /** Several files of any kind; none when the person cancels. */
  readonly openFiles: (title: string, folder: string | null) => Promise<string[]>;
  readonly saveFile: (title: string, file: string, extension: string) => Promise<string | null>;
  readonly confirmOverwrite: (names: readonly string[]) => Promise<boolean>;
}

export type FileKind = 'docx' | 'pdf';

/** The document engine in its worker. */
export interface Docgen {
  /** @throws AppError CANCELLED when a newer preview of the same editor has come in */
  readonly preview: (document: Gongwen, editor: string, window?: PageWindow) => Promise<Preview>;
  /** Further pages of the editor's preview of that version; null when it is no longer there. */
  readonly previewPages: (
    editor: string,
    version: number,
    window: PageWindow,
  ) => Promise<readonly PreviewPage[] | null>;
  readonly render: (document: Gongwen, kind: FileKind) => Promise<Uint8Array>;
  /**
   * One page (1-based) as it is printed, a WebP picture `widthPx` wide, and how many pages there are.
   * @throws AppError INVALID_INPUT when the document has no such page
   */
  readonly pageImage: (
    document: Gongwen,
    page: number,
    widthPx: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
  /** Pages as they are printed: no seal room, no guides. */
  readonly printPages: (document: Gongwen) => Promise<readonly PrintPage[]>;
  readonly fonts: () => Promise<SystemStatus['fonts']>;
  /** All pages of a form: for the screen, or exactly what is printed. */
  readonly formPages: (sheet: FormSheet, purpose: 'screen' | 'print') => Promise<readonly FormPageDrawn[]>;
  readonly formPdf: (sheet: FormSheet) => Promise<Uint8Array>;
  readonly register: RegisterDocgen;
}

/**
 * A register is laid out in parts under a name of its own and stays with the engine until it is dropped. Null where the
 * engine was renewed meanwhile: then it is to be made again.
 */
export interface RegisterDocgen {
  readonly add: (job: string, sheet: RegisterSheet, entries: readonly RegisterEntry[]) => Promise<number>;
  /** Number of its pages. */
  readonly finish: (job: string) => Promise<number | null>;
  readonly pages: (
    job: string,
    window: PageWindow,
    purpose: 'screen' | 'print',
  ) => Promise<readonly FormPageDrawn[] | null>;
  readonly pdf: (job: string) => Promise<Uint8Array | null>;
  readonly drop: (job: string) => Promise<void>;
}

export interface PrintPage {
  readonly svg: string;
}

export interface PrinterDescription {
  /** As the system knows it. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
}

/** How pages go to a printer that is not asked about any more. */
export interface PrintTarget {
  readonly printer: string;
  readonly copies: number;
  readonly duplex: Duplex;
  /** mm; right and down are positive. */
  readonly offset: PrintOffset;
}

export interface Printer {
  /** Shows the system's print dialog. */
  readonly print: (pages: readonly PrintPage[], jobName: string) => Promise<'printed' | 'cancelled'>;
  /** The printers of this computer; none is no error. */
  readonly printers: () => Promise<readonly PrinterDescription[]>;
  /** Prints at once. @throws AppError FILE_REFUSED when the system does not take the job */
  readonly printTo: (pages: readonly PrintPage[], jobName: string, target: PrintTarget) => Promise<void>;
}
