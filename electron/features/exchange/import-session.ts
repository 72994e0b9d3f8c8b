import type { Sheet } from '../../../shared/domain/exchange/cell.ts';
import type { Corrections, EvaluatedRow } from '../../../shared/domain/exchange/evaluate.ts';
import {
  findHeadings,
  headingKey,
  headingTexts,
  proposeMapping,
  yearOf,
} from '../../../shared/domain/exchange/find-headings.ts';
import type { Headings, Mapping } from '../../../shared/domain/exchange/find-headings.ts';
import { proposeByContent } from '../../../shared/domain/exchange/propose-by-content.ts';
import type { ImportState, PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { LedgerRow } from '../../../shared/domain/exchange/ledger-rows.ts';
import type { Mark } from '../../../shared/domain/exchange/reading.ts';
import type { Numberless } from '../../../shared/features/exchange-import.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { rememberedMapping } from './mappings.ts';

/** A ledger that is being looked at. It lives in memory only: what is not put in is nowhere kept. */
export interface ImportSession {
  readonly id: string;
  readonly source: 'file' | 'paste';
  readonly fileName: string;
  readonly fileHash: string;
  readonly encoding: string | null;
  readonly sheets: readonly Sheet[];
  sheet: number;
  headings: Headings | undefined;
  mapping: Mapping;
  remembered: boolean;
  year: number | null;
  plainState: ImportState;
  numberless: Numberless;
  /** By zero-based row of the sheet. */
  readonly corrections: Map<number, Corrections>;
  readonly skipped: Map<number, string>;
  ledger: readonly LedgerRow[];
  evaluated: ReadonlyMap<number, EvaluatedRow>;
  doubles: ReadonlyMap<number, readonly (readonly [PaperKey, Mark])[]>;
  /** Grows with every evaluation; an older one that still runs gives up. */
  generation: number;
}

const NO_HEADINGS: Headings = { row: -1, height: 1 };

/** More ledgers than a person looks at at a time; the oldest one is let go. */
const MOST_SESSIONS = 3;
const sessions = new Map<string, ImportSession>();

export function findSession(id: string): ImportSession | undefined {
  return sessions.get(id);
}

/** @throws AppError NOT_FOUND after a restart */
export function sessionOf(id: string): ImportSession {
  const session = sessions.get(id);
  if (session === undefined) {
    throw new AppError(
      'NOT_FOUND',
      '这次导入的内容已不在内存中（程序重新启动过），没有改动。请重新选择文件。',
    );
  }
  return session;
}

export function discardSession(id: string): void {
  sessions.delete(id);
}

type Opened = Pick<ImportSession, 'source' | 'fileName' | 'fileHash' | 'encoding' | 'sheets'>;

/** A new session on the sheet with the most rows under headings that are known. */
export async function openSession(ctx: Ctx, opened: Opened): Promise<ImportSession> {
  const session: ImportSession = {
    ...opened,
    id: crypto.randomUUID(),
    sheet: 0,
    headings: undefined,
    mapping: {},
    remembered: false,
    year: null,
    plainState: 'closed',
    // Rows that are pasted are mostly papers of today; an old ledger has its numbers or never had any.
    numberless: opened.source === 'paste' ? 'next' : 'none',
    corrections: new Map(),
    skipped: new Map(),
    ledger: [],
    evaluated: new Map(),
    doubles: new Map(),
    generation: 0,
  };
  await chooseSheet(ctx, session, likeliestSheet(opened.sheets));
  sessions.set(session.id, session);
  const [oldest] = sessions.keys();
  if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
  return session;
}

function likeliestSheet(sheets: readonly Sheet[]): number {
  const sizes = sheets.map((sheet) => (findHeadings(sheet) === undefined ? -1 : sheet.rows.length));
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

export function sheetOf(session: ImportSession): Sheet {
  const sheet = session.sheets[session.sheet];
  if (sheet === undefined) throw new AppError('INVALID_INPUT', '没有这个工作表，没有改动。请重新选择。');
  return sheet;
}

/** Another sheet begins anew: headings and columns are proposed, what was corrected is forgotten. */
export async function chooseSheet(ctx: Ctx, session: ImportSession, index: number): Promise<void> {
  session.sheet = index;
  session.corrections.clear();
  session.skipped.clear();
  const sheet = sheetOf(session);
  // Rows copied out of a ledger seldom have their headings with them.
  session.headings = findHeadings(sheet) ?? (session.source === 'paste' ? NO_HEADINGS : undefined);
  session.year = yearOf(sheet, session.headings, session.fileName);
  const thisYear = new Date(ctx.services.now()).getFullYear();
  session.plainState = session.year === thisYear ? 'registered' : 'closed';
  await proposeColumns(ctx, session);
}

/** The mapping of last time for the same headings, else one by their names. */
export async function proposeColumns(ctx: Ctx, session: ImportSession): Promise<void> {
  session.mapping = {};
  session.remembered = false;
  if (session.headings === undefined) return;
  if (session.headings.row < 0) {
    session.mapping = proposeByContent(sheetOf(session));
    return;
  }
  const texts = headingTexts(sheetOf(session), session.headings);
  const remembered = await rememberedMapping(ctx.read, 'incoming', headingKey(texts));
  session.remembered = remembered !== undefined;
  session.mapping = remembered ?? proposeMapping(texts);
}
