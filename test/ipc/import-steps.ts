import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import type { PreviewRow, RowView } from '../../shared/features/exchange-import.ts';
import type { MarkCode } from '../../shared/domain/exchange/reading.ts';
import type { Program } from './harness.ts';

/** Steps of an import as the screen takes them. */

/** Chooses a file with these bytes; the id of its session. */
export async function openLedger(
  program: Program,
  name: string,
  bytes: Uint8Array | string,
): Promise<string> {
  const file = path.join(program.folder, name);
  writeFileSync(file, bytes);
  program.answers.push(file);
  const session = await program.api.exchange.importFile();
  if (session === null) throw new Error('cancelled');
  return session.id;
}

export async function stateOf(program: Program, id: string) {
  const state = await program.api.exchange.importState({ id });
  if (state === null) throw new Error('no session');
  return state;
}

export async function rowsOf(program: Program, id: string, view: RowView = 'all'): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = [];
  for (let offset = 0; ; offset += 500) {
    const page = await program.api.exchange.importRows({ id, view, offset, limit: 500 });
    rows.push(...page.rows);
    if (rows.length >= page.total) return rows;
  }
}

/** Texts of a row as they will be put in. */
export function textsOf(row: PreviewRow | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row?.cells ?? {}).map(([key, { text }]) => [key, text]));
}

export function marksIn(rows: readonly PreviewRow[]): Partial<Record<MarkCode, number>> {
  const counts: Partial<Record<MarkCode, number>> = {};
  for (const { cells } of rows) {
    for (const cell of Object.values(cells)) {
      for (const { code } of cell.marks) counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

type Cell = string | number | Date | null;

/** A workbook of one sheet; merged ranges as A1:B2. */
export async function workbook(
  rows: readonly (readonly Cell[])[],
  options: { merges?: readonly string[]; name?: string; date1904?: boolean } = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  if (options.date1904 === true) book.properties.date1904 = true;
  const sheet = book.addWorksheet(options.name ?? '收文');
  for (const row of rows) sheet.addRow([...row]);
  for (const range of options.merges ?? []) sheet.mergeCells(range);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
