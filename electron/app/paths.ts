import path from 'node:path';
import { app } from 'electron';
import { DATA_FOLDER_NAME, syncProduct } from '../features/system/data-folder.ts';

/** Where things lie: in a project folder while developing, in the package afterwards. */
export interface ProgramPaths {
  readonly renderer: string;
  readonly preload: string;
  readonly worker: string;
  /** Process that reads attached files. */
  readonly attach: string;
  /** Thread of the full check of the data file. */
  readonly integrity: string;
  /** Thread that reads and writes spreadsheets. */
  readonly exchange: string;
  readonly fonts: string;
  readonly samples: string;
  /** The icon in several sizes, `32x32.png`. */
  readonly icons: string;
  /** The program's own folder, where no data may live. */
  readonly program: string;
}

export function programPaths(): ProgramPaths {
  const root = app.getAppPath();
  const resources = app.isPackaged ? process.resourcesPath : path.join(root, 'resources');
  return {
    renderer: path.join(root, 'dist', 'renderer'),
    preload: path.join(root, 'dist', 'preload', 'preload.cjs'),
    worker: path.join(root, 'dist', 'main', 'worker.js'),
    attach: path.join(root, 'dist', 'main', 'attach.js'),
    integrity: path.join(root, 'dist', 'main', 'integrity.js'),
    exchange: path.join(root, 'dist', 'main', 'exchange.js'),
    fonts: path.join(resources, 'fonts'),
    samples: path.join(resources, 'samples'),
    icons: path.join(resources, 'icons', 'png'),
    program: app.isPackaged ? path.dirname(app.getPath('exe')) : root,
  };
}

/**
 * The folder offered at first run: local, and not one that a cloud drive keeps in step (Windows moves Documents
 * into OneDrive, macOS into iCloud). A test run names its own with GONGWENTAI_DATA_FOLDER, in a profile of its own.
 */
export function proposedDataFolder(): string {
  const ofTest = process.env['GONGWENTAI_DATA_FOLDER'];
  if (ofTest !== undefined && app.commandLine.hasSwitch('user-data-dir')) return ofTest;
  const home = path.join(app.getPath('home'), DATA_FOLDER_NAME);
  if (process.platform !== 'win32') return home;
  const documents = path.join(app.getPath('documents'), DATA_FOLDER_NAME);
  if (syncProduct(documents, process.env) === undefined && !documents.startsWith('\\\\')) return documents;
  return path.join(process.env['LOCALAPPDATA'] ?? app.getPath('home'), DATA_FOLDER_NAME);
}
