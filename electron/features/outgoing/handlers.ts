import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { outgoingContract } from '../../../shared/features/outgoing.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { GENRE_FACTS } from '../../../shared/gongwen/genres.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Format, Gongwen, Genre } from '../../../shared/gongwen/model.ts';
import { applyTemplate, USUAL_SEALING } from '../../../shared/gongwen/template.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { readTemplateFor } from '../links.ts';
import { documentColumns, documentText } from './columns.ts';
import { outgoingHistory } from './history.ts';
import { imageHandlers } from './image-handlers.ts';
import { importOutgoing } from './import-file.ts';
import { listOutgoing } from './list.ts';
import { nextSerial, readIssuerCode, takeSerial } from './numbering.ts';
import { outgoingPageImage } from './page-images.ts';
import { refuseStateSecret } from './secrecy.ts';
import { readOutgoing, takeForAction, updateOutgoing } from './store.ts';

export const outgoingHandlers: Handlers<typeof outgoingContract, Ctx> = {
  list: (input, ctx) => listOutgoing(ctx.services.session.database, input),

  get: async ({ id }, ctx) => {
    const { row, state, document } = await readOutgoing(ctx.read, id);
    const drafter = await ctx.read
      .selectFrom('person')
      .select('name')
      .where('id', '=', row.drafterId)
      .executeTakeFirst();
    return {
      id: row.id,
      rowVersion: row.rowVersion,
      state,
      document,
      drafterId: row.drafterId,
      drafterName: drafter?.name ?? '',
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      voidReason: row.voidReason,
      sample: row.sample === 1,
    };
  },

  create: ({ genre, copyOf, templateId }, ctx) =>
    ctx.write(async (change) => {
      const document =
        copyOf === undefined
          ? await newDocument(change.read, genre, templateId)
          : copiedDocument((await readOutgoing(change.read, copyOf)).document, genre);
      const id = await insertDraft(change, document, copyOf === undefined ? '新建' : '复制为新件');
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
      const next = await updateOutgoing(change, stored.row, {}, owned);
      await change.audit({ entity: 'outgoing', entityId: id, summary: '修改', detail: { rowVersion: next } });
      return { rowVersion: next, savedAt: change.at };
    }),

  peekNumber: async ({ issuerCode, year }, ctx) => {
    const code = await readIssuerCode(ctx.read, issuerCode);
    const serial = await nextSerial(ctx.read, code.id, year);
    return { serial, display: formatDocumentNumber({ issuerCode, year, serial }) };
  },

  assignNumber: ({ id, rowVersion, issuerCode, year }, ctx) =>
    ctx.write(async (change) => {
      const stored = await takeForAction(change, { id, rowVersion }, 'assignNumber');
      // A 令 has no title.
      if (stored.document.title.trim() === '' && stored.document.format !== 'order') {
        const message = '请先填写标题，再编号。';
        throw new AppError('INVALID_INPUT', message, { fields: { title: message } });
      }
      const code = await readIssuerCode(change.read, issuerCode);
      checkSeries(code, stored.row.sample === 1, year, change.at);
      const serial = await takeSerial(change, code, year, id);
      const documentNumber = { issuerCode, year, serial };
      const display = formatDocumentNumber(documentNumber);
      const next = await updateOutgoing(
        change,
        stored.row,
        { state: stored.to },
        { ...stored.document, documentNumber },
      );
      await change.audit({
        entity: 'outgoing',
        entityId: id,
        summary: `编号：${display}`,
        detail: { issuerCode, year, serial },
      });
      return { rowVersion: next, display, serial };
    }),

  voidNumbered: ({ id, rowVersion, reason }, ctx) =>
    ctx.write(async (change) => {
      const stored = await takeForAction(change, { id, rowVersion }, 'voidNumbered');
      const number = await change.tx
        .selectFrom('issuedNumber')
        .select(['id', 'rowVersion'])
        .where('outgoingId', '=', id)
        .executeTakeFirstOrThrow();
      await change.tx
        .updateTable('issuedNumber')
        .set({ state: 'voided', voidReason: reason, ...change.stampChanged(number.rowVersion) })
        .where('id', '=', number.id)
        .execute();
      const next = await updateOutgoing(change, stored.row, { state: stored.to, voidReason: reason });
      await change.audit({
        entity: 'outgoing',
        entityId: id,
        summary: `作废 ${stored.row.documentNumber}，文号不再使用：${reason}`,
        detail: { reason },
      });
      return { rowVersion: next };
    }),

  discard: ({ id, rowVersion, reason }, ctx) =>
    ctx.write(async (change) => {
      const stored = await takeForAction(change, { id, rowVersion }, 'discard');
      const next = await updateOutgoing(change, stored.row, { state: stored.to, voidReason: reason });
      await change.audit({
        entity: 'outgoing',
        entityId: id,
        summary: `移入${OUTGOING_STATE_NAMES[stored.to]}：${reason}`,
        detail: { reason },
      });
      return { rowVersion: next };
    }),

  restore: ({ id, rowVersion }, ctx) =>
    ctx.write(async (change) => {
      const stored = await takeForAction(change, { id, rowVersion }, 'restore');
      const next = await updateOutgoing(change, stored.row, { state: stored.to, voidReason: null });
      await change.audit({ entity: 'outgoing', entityId: id, summary: '还原' });
      return { rowVersion: next };
    }),

  history: ({ id }, ctx) => outgoingHistory(ctx.read, id),

  pageImage: (input, ctx) => outgoingPageImage(ctx, input),

  ...imageHandlers,

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

/** A sample and a real document never share a series, or removing the sample would tear a gap. */
function checkSeries(
  code: { readonly code: string; readonly active: number; readonly sample: number },
  sample: boolean,
  year: number,
  now: number,
): void {
  const fault = seriesFault(code, sample, year, now);
  if (fault !== undefined)
    throw new AppError('INVALID_INPUT', fault.message, { fields: { [fault.field]: fault.message } });
}

function seriesFault(
  code: { readonly code: string; readonly active: number; readonly sample: number },
  sample: boolean,
  year: number,
  now: number,
): { field: 'issuerCode' | 'year'; message: string } | undefined {
  if (code.active === 0) {
    return {
      field: 'issuerCode',
      message: `机关代字“${code.code}”已停用。请选用在用的机关代字，或在“设置”中启用它。`,
    };
  }
  if (code.sample === 1 && !sample) {
    return { field: 'issuerCode', message: `“${code.code}”是示例单位的机关代字。请用本单位的机关代字编号。` };
  }
  if (code.sample === 0 && sample) {
    return {
      field: 'issuerCode',
      message: '示例公文不能占用本单位的文号。请用示例的机关代字，或“复制为新件”后再编号。',
    };
  }
  const thisYear = new Date(now).getFullYear();
  if (year > thisYear + 1) {
    return { field: 'year', message: `现在是${thisYear}年，不能发${year}年的文号。请核对年份和电脑时间。` };
  }
  return undefined;
}
