import type { Generated } from 'kysely';
import type { Stamped } from './schema.ts';

/**
 * Tables of 附件. A file lies once in the data folder under its SHA-256 (`file-store.ts`); these rows say whose it is.
 *
 * From a hit in `fileText` to the items that carry it: `attachment.fileHash = fileText.fileHash`, `attachment.state =
 * 'active'`. A text without such an attachment (an older version, a voided one) belongs to no item at the moment.
 */
export interface AttachmentTable extends Stamped {
  ownerKind: 'incoming' | 'outgoing' | 'matter';
  ownerId: string;
  /** Order within the item; ties by `id`. */
  position: number;
  /** As shown, with its extension. */
  name: string;
  /** `AttachmentRole` of shared/domain/attachment-roles.ts. */
  role: string;
  /** 工作秘密 and 内部 are allowed and marked; higher is never stored. */
  secrecy: '' | '内部' | '工作秘密';
  /** The version in force. */
  version: number;
  /** SHA-256 of that version, 64 hexadecimal digits. */
  fileHash: string;
  /** `quarantined`: a mark of a state secret was found in it later. */
  state: 'active' | 'voided' | 'quarantined';
  voidReason: string | null;
}

/** Append-only: every content an attachment ever had. */
export interface AttachmentVersionTable extends Stamped {
  attachmentId: string;
  /** 1, 2, 3 … */
  version: number;
  fileHash: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  /** How it came: chosen, dropped, pasted, from the scan folder, saved in a work copy, an older version again. */
  source: string;
}

/** Text of a stored file, once for each content. */
export interface FileTextTable extends Stamped {
  /** For a search index that needs whole numbers; kept by VACUUM. */
  rowNumber: Generated<number>;
  fileHash: string;
  /** Folded by `foldText`; empty unless `state` is `ready`. */
  searchText: string;
  /** Pages are parted by a form feed. */
  text: string;
  source: 'extracted' | 'ocr';
  /** Pages of a PDF or pictures recognised; 0 where a file has none. */
  pageCount: number;
  /**
   * `ready`: there is a text; `empty`: read, but there is none (a scan: recognition may help); `unsupported`: files of
   * this kind are not read; `failed`: damaged or protected.
   */
  state: 'ready' | 'empty' | 'unsupported' | 'failed';
}

/** A file opened in another program; taken back as a new version when it is saved there. */
export interface WorkCopyTable extends Stamped {
  attachmentId: string;
  /** Folder and name below `work/` of the data folder, parted by `/`. */
  place: string;
  /** The content the copy had when it was written or last taken back. */
  fileHash: string;
  /** Null while the copy is there. */
  endedAt: number | null;
}

export interface AttachmentSchema {
  attachment: AttachmentTable;
  attachmentVersion: AttachmentVersionTable;
  fileText: FileTextTable;
  workCopy: WorkCopyTable;
}
