import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Genre, Gongwen } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import { templateFits } from '../../shared/gongwen/template.ts';
import type { TemplateContent } from '../../shared/gongwen/template.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { Reader } from '../db/schema.ts';
import type { OfficeSession } from '../db/session.ts';
import type { Change } from '../db/transaction.ts';
import { documentColumns } from './outgoing/columns.ts';
import { withImagePaths } from './outgoing/images.ts';
import { secrecyFault } from './outgoing/secrecy.ts';
import { readOutgoing } from './outgoing/store.ts';
import { readTemplate } from './templates/store.ts';

/** The named seam between slices: documents of 发文 that the page (`document/`) and the sample (`office/`, `system/`) need. */

/** A document as the engine may read it, its images in the office's own folder. */
export function forEngine(document: Gongwen, session: OfficeSession): Gongwen {
  return withImagePaths(document, session.filesFolder);
}

export { exportStem } from './document/file-names.ts';
export { cancelJob, runJob } from './document/running-jobs.ts';
export { initialsOf } from '../db/pinyin-initials.ts';
export { sameNumberFaults } from './outgoing/same-number.ts';

/** A stored document for export and print. @throws AppError NOT_FOUND */
export async function readDocument(
  read: Reader,
  session: OfficeSession,
  id: string,
): Promise<{ document: Gongwen; documentNumber: string; title: string; voided: boolean }> {
  const { row, document } = await readOutgoing(read, id);
  const { documentNumber, title, state } = row;
  return { document: forEngine(document, session), documentNumber, title, voided: state === 'voided' };
}

/**
 * The 红头模板 a new document of a 文种 starts with.
 * @throws AppError NOT_FOUND; NOT_ALLOWED_IN_STATE when it is voided; INVALID_INPUT when it is for another 文种
 */
export async function readTemplateFor(read: Reader, id: string, genre: Genre): Promise<TemplateContent> {
  const template = await readTemplate(read, id);
  if (template.voidReason !== null) {
    throw new AppError('NOT_ALLOWED_IN_STATE', `模板“${template.name}”已作废，没有新建公文。请另选模板。`);
  }
  if (!templateFits(genre, template.content)) {
    const message = `模板“${template.name}”不能用于“${genre}”，没有新建公文。请另选模板。`;
    throw new AppError('INVALID_INPUT', message, { fields: { templateId: message } });
  }
  return template.content;
}

/**
 * The documents of the sample folder. Those that show a 密级 are for the command line only: this device must not
 * store them.
 */
export async function readSampleDocuments(folder: string): Promise<Gongwen[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const documents: Gongwen[] = [];
  for (const name of names) {
    const parsed = parseGongwenInput(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
    if (!parsed.ok) throw new Error(`sample ${name} is not a document: ${JSON.stringify(parsed.faults)}`);
    if (secrecyFault(parsed.document) === undefined) documents.push(parsed.document);
  }
  return documents;
}

/** Puts sample documents in, marked as such, in the caller's transaction. */
export async function insertSample(change: Change, documents: readonly Gongwen[]): Promise<number> {
  const present = await change.tx
    .selectFrom('outgoing')
    .select('id')
    .where('sample', '=', 1)
    .limit(1)
    .executeTakeFirst();
  if (present !== undefined) {
    throw new AppError('NOT_ALLOWED_IN_STATE', '示例已经装入。如要重新装入，请先移除示例。');
  }
  for (const document of documents) await insertSampleDocument(change, document);
  const office = await change.tx.selectFrom('office').select('id').executeTakeFirstOrThrow();
  await change.audit({
    entity: 'office',
    entityId: office.id,
    summary: `装入示例公文 ${documents.length} 件`,
  });
  return documents.length;
}

/**
 * Stores a sample document. Its number is kept under a 机关代字 marked as sample; where the office itself uses the
 * same 机关代字, the document becomes an unnumbered draft, so that it cannot take a place in the real series.
 */
async function insertSampleDocument(change: Change, document: Gongwen): Promise<void> {
  const number = document.documentNumber;
  const code =
    number !== undefined && 'serial' in number
      ? await sampleCode(change, number.issuerCode, document)
      : undefined;
  const numbered = number !== undefined && 'serial' in number && code !== undefined;
  const kept: Gongwen = { ...document };
  if (!numbered && number !== undefined && 'serial' in number) delete kept.documentNumber;
  const stamps = change.stampNew();
  await change.tx
    .insertInto('outgoing')
    .values({
      ...stamps,
      ...documentColumns(kept, change.at),
      state: numbered ? 'numbered' : 'draft',
      drafterId: change.actor.id,
      voidReason: null,
      sample: 1,
    })
    .execute();
  if (numbered) await recordSampleNumber(change, code, number.year, number.serial, stamps.id);
  await change.audit({ entity: 'outgoing', entityId: stamps.id, summary: '随示例装入' });
}

async function sampleCode(change: Change, code: string, document: Gongwen): Promise<string | undefined> {
  const row = await change.tx
    .selectFrom('issuerCode')
    .select(['id', 'sample'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (row !== undefined) return row.sample === 1 ? row.id : undefined;
  const stamps = change.stampNew();
  await change.tx
    .insertInto('issuerCode')
    .values({
      ...stamps,
      code,
      issuers: JSON.stringify(document.issuerMark?.names ?? document.issuers),
      markSuffix: document.issuerMark?.suffix ?? '',
      active: 1,
      sample: 1,
    })
    .execute();
  return stamps.id;
}

async function recordSampleNumber(
  change: Change,
  issuerCodeId: string,
  year: number,
  serial: number,
  outgoingId: string,
): Promise<void> {
  const { tx } = change;
  const series = await tx
    .selectFrom('numberSeries')
    .select(['id', 'first', 'last'])
    .where('issuerCodeId', '=', issuerCodeId)
    .where('year', '=', year)
    .executeTakeFirst();
  const first = Math.min(serial, series?.first ?? serial);
  const last = Math.max(serial, series?.last ?? serial);
  // A series moves by one only; a sample's holes are made by writing its row anew.
  if (series !== undefined) await tx.deleteFrom('numberSeries').where('id', '=', series.id).execute();
  await tx
    .insertInto('numberSeries')
    .values({ ...change.stampNew(), issuerCodeId, year, first, last, sample: 1 })
    .execute();
  await tx
    .insertInto('issuedNumber')
    .values({
      ...change.stampNew(),
      issuerCodeId,
      year,
      serial,
      outgoingId,
      state: 'issued',
      voidReason: null,
      sample: 1,
    })
    .execute();
}

/** What a document that answers or passes on a 来文 takes from it. */
export interface Paper {
  readonly number: string;
  readonly senderName: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly state: string;
}

/** A 来文; undefined when it is gone. */
export function readPaper(read: Reader, id: string): Promise<Paper | undefined> {
  return read
    .selectFrom('incoming')
    .select(['number', 'senderName', 'documentNumber', 'title', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
}
