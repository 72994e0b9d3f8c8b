import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TableName } from '../../shared/ipc/define.ts';
import type { OfficeSession } from '../db/session.ts';
import { waitingScans } from '../features/attachment/scan-folder.ts';
import {
  copyFile,
  isHeldOpen,
  LOOK_FOLDER,
  openCopies,
  stampOf,
  workFolder,
} from '../features/attachment/work-copies.ts';
import type { DeviceSettings } from '../features/context.ts';

export interface WatchOptions {
  readonly session: OfficeSession;
  readonly device: DeviceSettings;
  /** Takes all changed work copies back. */
  readonly takeBack: () => Promise<unknown>;
  readonly changed: (tables: readonly TableName[]) => void;
  readonly onProblem: (error: unknown) => void;
  readonly now?: () => number;
  /** Between two looks; milliseconds. */
  readonly every?: number;
}

/** A copy is complete when it has not changed for so long; while its program has it open, longer: milliseconds. */
const QUIET = 2000;
const QUIET_WHILE_OPEN = 20_000;

interface Seen {
  readonly stamp: string;
  /** When this state was first seen. */
  readonly since: number;
  taken: boolean;
}

/**
 * Looks at work copies and at the scanner's folder every second or two. Asking is steadier than being told: programs
 * save by writing another file and renaming it, and network drives tell nothing at all.
 */
export class AttachmentWatch {
  readonly #options: WatchOptions;
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen>();
  #scans = '';
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Takes back what was saved while the program was closed, then watches. */
  async start(): Promise<void> {
    const { session, every = 1500 } = this.#options;
    if (session.phase === 'ready') await this.#clearLooks();
    await this.look();
    this.#timer = setInterval(() => void this.look(), every);
    this.#timer.unref();
  }

  /** Copies that were only looked at; one that is still open somewhere stays until the next start. */
  async #clearLooks(): Promise<void> {
    const folder = path.join(workFolder(this.#options.session), LOOK_FOLDER);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    if (this.#looking || this.#options.session.phase !== 'ready') return;
    this.#looking = true;
    try {
      if (await this.#anyDue()) await this.#options.takeBack();
      await this.#lookForScans();
    } catch (error) {
      this.#options.onProblem(error);
    } finally {
      this.#looking = false;
    }
  }

  async #anyDue(): Promise<boolean> {
    const { session } = this.#options;
    const copies = await openCopies(session.database.read);
    const now = this.#now();
    let due = false;
    for (const copy of copies) {
      const file = copyFile(session, copy);
      const stamp = await stampOf(file);
      if (stamp === undefined) continue;
      const seen = this.#seen.get(copy.id);
      if (seen?.stamp !== stamp) {
        // The first look of all counts, too: it may have been saved while the program was closed.
        this.#seen.set(copy.id, { stamp, since: now, taken: false });
        continue;
      }
      const quiet = isHeldOpen(file) ? QUIET_WHILE_OPEN : QUIET;
      if (!seen.taken && now - seen.since >= quiet) {
        seen.taken = true;
        due = true;
      }
    }
    return due;
  }

  async #lookForScans(): Promise<void> {
    const { device, changed } = this.#options;
    const { folder } = device.get('scanFolder');
    if (folder === null) return;
    const waiting = await waitingScans(device, this.#now()).catch(() => undefined);
    const scans = `${folder} ${waiting?.map(({ key }) => key).join('\n') ?? 'unreadable'}`;
    if (scans !== this.#scans) {
      this.#scans = scans;
      changed(['scanFolder']);
    }
  }
}
