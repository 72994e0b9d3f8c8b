import { isClassifiedRow } from '../../../shared/domain/exchange/classified.ts';
import { PAPER_KEYS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { importContract } from '../../../shared/features/exchange-import.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { checkUndo, listImports, undoImport } from './import-batches.ts';
import {
  evaluateAgain,
  evaluateSession,
  hasMark,
  importedRows,
  markDoubles,
  marksOf,
} from './import-evaluate.ts';
import { importFile, importPasted } from './import-open.ts';
import { runImport } from './import-run.ts';
import { chooseSheet, discardSession, findSession, proposeColumns, sessionOf } from './import-session.ts';
import { describeSession, previewRow, rowsIn } from './import-state.ts';

export const importHandlers: Handlers<typeof importContract, Ctx> = {
  importFile: (_input, ctx) => importFile(ctx),
  importPasted: (pasted, ctx) => importPasted(ctx, pasted),

  importState: ({ id }, ctx) => {
    const session = findSession(id);
    return session === undefined ? null : describeSession(ctx, session);
  },

  setUpImport: async (
    { id, sheet, headingRow, headingHeight, mapping, year, plainState, numberless },
    ctx,
  ) => {
    const session = sessionOf(id);
    if (sheet !== undefined && sheet !== session.sheet) await chooseSheet(ctx, session, sheet);
    if (headingRow !== undefined || headingHeight !== undefined) {
      session.headings = {
        row: headingRow ?? session.headings?.row ?? 0,
        height: headingHeight ?? (headingRow === undefined ? (session.headings?.height ?? 1) : 1),
      };
      await proposeColumns(ctx, session);
    }
    if (mapping !== undefined) {
      session.mapping = mapping;
      session.remembered = false;
    }
    if (year !== undefined) session.year = year;
    if (plainState !== undefined) session.plainState = plainState;
    if (numberless !== undefined) session.numberless = numberless;
    await evaluateSession(ctx, session);
  },

  importRows: ({ id, view, offset, limit }) => {
    const session = sessionOf(id);
    const rows = rowsIn(session, view);
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit).map((row) => previewRow(session, row)),
    };
  },

  nextFault: ({ id, view, after, step }) => {
    const session = sessionOf(id);
    const rows = rowsIn(session, view);
    const order = step === 1 ? [...rows.entries()] : [...rows.entries()].toReversed();
    for (const [place, { row }] of order) {
      const evaluated = session.evaluated.get(row);
      const beyond = step === 1 ? row + 1 > after : row + 1 < after;
      if (!beyond || evaluated === undefined || session.skipped.has(row)) continue;
      const marks = marksOf(session, evaluated);
      const key = PAPER_KEYS.find((candidate) => marks.get(candidate)?.some(({ kind }) => kind === 'fault'));
      if (key !== undefined) return { place, key };
    }
    return null;
  },

  correctCell: async ({ id, row, key, text }, ctx) => {
    const session = sessionOf(id);
    if (text !== null && isClassifiedRow([text])) {
      const message = '填写的内容是国家秘密的密级标志，本机不得存储，没有改动。请不导入这一行，转涉密登记。';
      throw new AppError('INVALID_INPUT', message, { fields: { text: message } });
    }
    const { [key]: _old, ...others } = session.corrections.get(row - 1) ?? {};
    const next = text === null ? others : { ...others, [key]: text };
    if (Object.keys(next).length === 0) session.corrections.delete(row - 1);
    else session.corrections.set(row - 1, next);
    await evaluateAgain(ctx, session, row - 1);
  },

  skipRows: async ({ id, rows, reason }, ctx) => {
    const session = sessionOf(id);
    for (const row of rows) {
      if (!session.evaluated.has(row - 1)) continue;
      if (reason === '') session.skipped.delete(row - 1);
      else session.skipped.set(row - 1, reason);
    }
    await markDoubles(ctx, session);
  },

  skipFaulty: async ({ id, reason }, ctx) => {
    const session = sessionOf(id);
    const faulty = importedRows(session).filter((row) => hasMark(session, row, 'fault'));
    for (const { row } of faulty) session.skipped.set(row, reason);
    await markDoubles(ctx, session);
    return { rows: faulty.length };
  },

  runImport: ({ id, ...order }, ctx) => runImport(ctx, sessionOf(id), order),
  discardImport: ({ id }) => discardSession(id),
  imports: (_input, ctx) => listImports(ctx.read),
  checkUndo: ({ id }, ctx) => checkUndo(ctx.read, id),
  undoImport: (order, ctx) => ctx.write((change) => undoImport(change, order)),
};
