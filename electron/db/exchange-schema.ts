import type { Flag, Stamped } from './schema.ts';

/** Tables of exports and imports. */

/** Columns of an exported list as an office wants them. A removed one keeps its row and gives its name free. */
export interface ExportLayoutTable extends Stamped {
  list: string;
  name: string;
  /** JSON: key, heading, width of each column in order. */
  columns: string;
  isDefault: Flag;
  active: Flag;
}

/** How the columns of a ledger with these headings were read last time. */
export interface ImportMappingTable extends Stamped {
  list: string;
  /** The folded headings, in order. */
  headingKey: string;
  /** JSON: heading by field. */
  mapping: string;
}

/** One import of a ledger; rows it brought carry its id in `importId`. */
export interface ImportBatchTable extends Stamped {
  list: string;
  source: 'file' | 'paste';
  fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  fileHash: string;
  sheetName: string;
  /** JSON: heading rows, mapping, year, states. */
  setUp: string;
  importedCount: number;
  skippedCount: number;
  classifiedCount: number;
  correctedCount: number;
  /** JSON: rows left out with the reason, without their content. */
  skipped: string;
  /** JSON: number series and sending units as they were before. */
  effects: string;
  undoneAt: number | null;
  undoneBy: string | null;
  undoReason: string;
  removedCount: number;
  voidedCount: number;
}

export interface ExchangeSchema {
  exportLayout: ExportLayoutTable;
  importMapping: ImportMappingTable;
  importBatch: ImportBatchTable;
}
