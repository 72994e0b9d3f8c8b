import { dateOf } from '../../../shared/domain/workdays.ts';
import type { outgoingContract } from '../../../shared/features/outgoing.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { GENRE_FACTS } from '../../../shared/gongwen/genres.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Format, Gongwen, Genre } from '../../../shared/gongwen/model.ts';
import { applyTemplate, USUAL_SEALING } from '../../../shared/gongwen/template.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { readTemplateFor } from '../links.ts';
import { documentColumns, documentText } from './columns.ts';
import { readDetail } from './detail.ts';
import { copyFacts, refuseSubstantial, saveFacts, startFacts } from './fact-handlers.ts';
import { outgoingHistory } from './history.ts';
import { imageHandlers } from './image-handlers.ts';
import { importOutgoing } from './import-file.ts';
import { countByState, listOutgoing } from './list.ts';
import { nextSerial, readIssuerCode } from './numbering.ts';
import { outgoingPageImage } from './page-images.ts';
import { linkReply, proposeReply } from './reply.ts';
import { runAction } from './run-action.ts';
import { sealHandlers } from './seals.ts';
import { refuseStateSecret } from './secrecy.ts';
import { readOutgoing, takeForAction, updateOutgoing } from './store.ts';
import { undoLast } from './undo.ts';
import { compareVersions, readVersion } from './versions.ts';

export const outgoingHandlers: Handlers<typeof outgoingContract, Ctx> = {
  list: (input, ctx) => listOutgoing(ctx.services.session.database, input),

  counts: ({ drafterId }, ctx) => countByState(ctx.services.session.database, drafterId),

  get: ({ id }, ctx) => readDetail(ctx.read, id, dateOf(ctx.services.now()), ctx.actor?.id),

  create: ({ genre, copyOf, templateId, replyTo }, ctx) =>
    ctx.write(async (change) => {
      const started =
        copyOf === undefined
          ? await newDocument(change.read, genre, templateId)
          : copiedDocument((await readOutgoing(change.read, copyOf)).document, genre);
      const document =
        replyTo === undefined ? started : await proposeReply(change.read, started, genre, replyTo);
      const id = await insertDraft(change, document, copyOf === undefined ? '新建' : '复制为新件');
      if (replyTo !== undefined) await linkReply(change, id, replyTo);
      if (copyOf !== undefined) await copyFacts(change, copyOf, id);
      return { id };
    }),

  save: ({ id, rowVersion, document }, ctx) =>
    ctx.write(async (change) => {
      const stored = await takeForAction(change, { id, rowVersion }, 'edit');
      refuseStateSecret(document);
      const owned = withOwnNumber(document, stored.document);
      if (documentText(owned) === stored.row.document) {
        return { rowVersion, savedAt: stored.row.updatedAt };
      }
      if (stored.transition.edits === 'formal') await refuseSubstantial(change.read, stored, owned);
      const next = await updateOutgoing(change, stored.row, {}, owned);
      await change.audit({ entity: 'outgoing', entityId: id, summary: '修改', detail: { rowVersion: next } });
      return { rowVersion: next, savedAt: change.at };
    }),

  peekNumber: async ({ issuerCode, year }, ctx) => {
    const code = await readIssuerCode(ctx.read, issuerCode);
    const serial = await nextSerial(ctx.read, code.id, year);
    return { serial, display: formatDocumentNumber({ issuerCode, year, serial }) };
  },

  saveFacts: ({ id, rowVersion, facts }, ctx) =>
    ctx.write((change) => saveFacts(change, { id, rowVersion }, facts)),

  act: ({ id, rowVersion, action, fields }, ctx) =>
    ctx.write((change) => runAction(change, { id, rowVersion }, action, fields)),

  undo: (target, ctx) => ctx.write((change) => undoLast(change, target)),

  version: async ({ id, versionId }, ctx) => ({ document: await readVersion(ctx.read, id, versionId) }),

  compare: (input, ctx) => compareVersions(ctx.read, input),

  history: ({ id }, ctx) => outgoingHistory(ctx.read, id),

  pageImage: (input, ctx) => outgoingPageImage(ctx, input),

  ...imageHandlers,

  ...sealHandlers,

  importFile: (_input, ctx) =>
    importOutgoing(ctx, (change, document, summary) => insertDraft(change, document, summary)),
};

/** A new row in the first state; returns its id. */
async function insertDraft(change: Change, document: Gongwen, summary: string): Promise<string> {
  refuseStateSecret(document);
  const stamps = change.stampNew();
  await change.tx
    .insertInto('outgoing')
    .values({
      ...stamps,
      ...documentColumns(document, change.at),
      state: 'draft',
      drafterId: change.actor.id,
      voidReason: null,
      sample: 0,
    })
    .execute();
  await startFacts(change, stamps.id);
  await change.audit({ entity: 'outgoing', entityId: stamps.id, summary });
  return stamps.id;
}

/** What a draft of this office starts with in a format. */
async function emptyDocument(read: Reader, genre: Genre, format: Format): Promise<Gongwen> {
  const office = await read.selectFrom('office').select(['name', 'printingOffice']).executeTakeFirstOrThrow();
  const code = await read
    .selectFrom('issuerCode')
    .select(['issuers', 'markSuffix'])
    .where('active', '=', 1)
    .where('sample', '=', 0)
    .orderBy('createdAt')
    .orderBy('id')
    .executeTakeFirst();
  const issuers: unknown = code === undefined ? [office.name] : JSON.parse(code.issuers);
  // The words after the names belong to 通用格式; the other formats have their own.
  const suffix = format === 'document' ? (code?.markSuffix ?? '') : '';
  return gongwenDraftSchema.parse({
    format,
    genre,
    issuers,
    ...(suffix === '' ? {} : { issuerMark: { suffix } }),
    body: [],
    sealing: USUAL_SEALING[format],
    // 信函 have no 版记 with 印发机关 (10.1).
    ...(format === 'letter' ? {} : { printingOffice: office.printingOffice }),
  });
}

/** A new document: from the 红头模板 when one is named, else in the format its 文种 usually has. */
async function newDocument(read: Reader, genre: Genre, templateId?: string): Promise<Gongwen> {
  if (templateId === undefined) return emptyDocument(read, genre, GENRE_FACTS[genre].format);
  const template = await readTemplateFor(read, templateId, genre);
  return applyTemplate(await emptyDocument(read, genre, template.format), template);
}

/** 复制为新件: everything but what belongs to the one document: number, 份号 and dates. */
function copiedDocument(document: Gongwen, genre: Genre): Gongwen {
  const copy: Gongwen = { ...document, genre };
  delete copy.documentNumber;
  delete copy.copyNumber;
  delete copy.issuedOn;
  delete copy.printedOn;
  return copy;
}

/**
 * 机关代字, year and serial belong to the number series: what the page sends for them is replaced by what was
 * issued. 令号 and 期号 are typed by people.
 */
function withOwnNumber(document: Gongwen, stored: Gongwen): Gongwen {
  const { documentNumber, ...rest } = document;
  const issued = stored.documentNumber;
  if (issued !== undefined && 'serial' in issued) return { ...rest, documentNumber: issued };
  if (documentNumber === undefined || 'serial' in documentNumber) return rest;
  return { ...rest, documentNumber };
}
