import { z } from 'zod';
import { ATTACHMENT_ROLES } from '../domain/attachment-roles.ts';
import { command, query } from '../ipc/define.ts';

/** 附件: files of an item, stored once by their hash, with their versions and their text. */

export const OWNER_KINDS = ['incoming', 'outgoing', 'matter'] as const;
export const attachmentOwnerSchema = z.strictObject({
  ownerKind: z.enum(OWNER_KINDS),
  ownerId: z.string().min(1).max(40),
});
export type AttachmentOwner = z.output<typeof attachmentOwnerSchema>;

export const ATTACHMENT_LIMITS = {
  /** Of one file. */
  megabytes: 500,
  /** Of one file that comes as bytes (a screenshot, something dragged out of another program). */
  heldMegabytes: 50,
  /** Files of one go. */
  files: 50,
  nameLength: 200,
} as const;

/** How a file came. */
export const ATTACHMENT_SOURCES = ['chosen', 'dropped', 'pasted', 'scanned'] as const;
export const VERSION_SOURCES = [...ATTACHMENT_SOURCES, 'workCopy', 'older'] as const;
export type VersionSource = (typeof VERSION_SOURCES)[number];
export const VERSION_SOURCE_NAMES: Readonly<Record<VersionSource, string>> = {
  chosen: '选择文件',
  dropped: '拖入',
  pasted: '粘贴',
  scanned: '扫描文件夹',
  workCopy: '改后收回',
  older: '恢复旧版',
};

const id = z.string().min(1).max(40);
const token = z.string().min(1).max(60);
const job = z.string().min(1).max(60);
const target = z.strictObject({ id, rowVersion: z.int() });
const reason = z.string().trim().min(1, '请写明原因').max(200);

/** What the panel can show of a file by itself. */
export const VIEWS = ['pdf', 'image', 'text', 'none'] as const;
export type AttachmentView = (typeof VIEWS)[number];

const textStateSchema = z.object({
  state: z.enum(['ready', 'empty', 'unsupported', 'failed']),
  source: z.enum(['extracted', 'ocr']),
  pageCount: z.int(),
});

const attachmentSchema = z.object({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  role: z.enum(ATTACHMENT_ROLES),
  secrecy: z.enum(['', '内部', '工作秘密']),
  version: z.int(),
  size: z.number(),
  mediaType: z.string(),
  view: z.enum(VIEWS),
  addedAt: z.number(),
  addedBy: z.string(),
  state: z.enum(['active', 'voided', 'quarantined']),
  voidReason: z.string().nullable(),
  text: textStateSchema.nullable(),
  /** Its work copy is open in another program. */
  workCopy: z.boolean(),
  /** False when the stored file is missing (a backup came without it). */
  present: z.boolean(),
  /** Path below the page's own address where its bytes are served; a new version has a new one. */
  url: z.string(),
});
export type Attachment = z.output<typeof attachmentSchema>;

const versionSchema = z.object({
  version: z.int(),
  size: z.number(),
  source: z.enum(VERSION_SOURCES),
  addedAt: z.number(),
  addedBy: z.string(),
  current: z.boolean(),
  present: z.boolean(),
});
export type AttachmentVersion = z.output<typeof versionSchema>;

const offeredFileSchema = z.object({ token: z.string(), name: z.string(), size: z.number() });
export type OfferedFile = z.output<typeof offeredFileSchema>;

/**
 * `same`: the item has a file of the same content already, named in `message`; ask, then add with `allowSame`.
 * `refused`: `message` says why and what to do.
 */
const addedSchema = z.object({
  token: z.string(),
  name: z.string(),
  outcome: z.enum(['added', 'same', 'refused']),
  message: z.string(),
  id: z.string().nullable(),
});
export type AddedFile = z.output<typeof addedSchema>;

const scanFolderSchema = z.object({
  /** Name of the folder; null when none is watched on this computer. */
  folder: z.string().nullable(),
  /** Why it cannot be read at the moment; empty when it can. */
  problem: z.string(),
  files: z.array(offeredFileSchema.extend({ at: z.number() })),
});
export type ScanFolder = z.output<typeof scanFolderSchema>;

const OWNERS = ['incoming', 'outgoing', 'matter'] as const;
/** What is done to a file stands in the history of its item. */
const WRITTEN = ['attachment', 'auditEvent'] as const;

export const attachmentContract = {
  /** Files of an item in their order, voided ones apart; `readOnly` says why nothing may be changed. */
  list: query(
    attachmentOwnerSchema,
    z.object({
      items: z.array(attachmentSchema),
      voided: z.array(attachmentSchema),
      readOnly: z.string().nullable(),
    }),
    ['attachment', ...OWNERS],
  ),
  versions: query(z.strictObject({ id }), z.array(versionSchema), ['attachment']),
  /** Text of the current version; `corrections` are 文号 as recognition probably meant them, to be looked at. */
  text: query(
    z.strictObject({ id }),
    z.object({
      state: textStateSchema.shape.state,
      source: textStateSchema.shape.source,
      text: z.string(),
      corrections: z.array(z.object({ read: z.string(), proposed: z.string() })),
    }),
    ['attachment'],
  ),

  /** Asks for files; none when the person cancels. */
  choose: command(z.strictObject({}), z.array(offeredFileSchema), []),
  /** Keeps bytes that came without a file (a screenshot) until they are added. */
  hold: command(
    z.strictObject({
      name: z.string().trim().min(1).max(ATTACHMENT_LIMITS.nameLength),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.length <= ATTACHMENT_LIMITS.heldMegabytes * 1024 * 1024, {
          message: `直接粘贴或从别的程序拖来的内容不能超过 ${ATTACHMENT_LIMITS.heldMegabytes} MB，请先另存为文件，再拖入文件。`,
        }),
    }),
    offeredFileSchema,
    [],
  ),
  /** Adds files one after the other; each is stored or refused by itself. Stopped by `cancel`. */
  add: command(
    z.strictObject({
      owner: attachmentOwnerSchema,
      tokens: z.array(token).min(1).max(ATTACHMENT_LIMITS.files),
      source: z.enum(ATTACHMENT_SOURCES),
      role: z.enum(ATTACHMENT_ROLES).optional(),
      allowSame: z.boolean(),
      job,
    }),
    z.array(addedSchema),
    [...WRITTEN, 'scanFolder'],
  ),
  change: command(
    target.extend({
      name: z.string().trim().min(1, '请填写名称').max(ATTACHMENT_LIMITS.nameLength).optional(),
      role: z.enum(ATTACHMENT_ROLES).optional(),
      secrecy: z.enum(['', '内部', '工作秘密']).optional(),
    }),
    z.object({ rowVersion: z.int() }),
    WRITTEN,
  ),
  move: command(z.strictObject({ id, by: z.union([z.literal(-1), z.literal(1)]) }), z.null(), WRITTEN),
  /** Into the 回收站 of the item. */
  void: command(target.extend({ reason }), z.null(), WRITTEN),
  restore: command(target, z.null(), WRITTEN),

  /** Opens the current version in the system's program, as a copy that is taken back when it is saved. */
  open: command(z.strictObject({ id }), z.object({ readOnly: z.boolean() }), WRITTEN),
  /** Opens an older version to look at; what is changed there is not taken back. */
  openVersion: command(z.strictObject({ id, version: z.int() }), z.null(), []),
  /** Takes back what was saved in work copies; called by the program's watch. */
  takeBack: command(z.strictObject({}), z.object({ taken: z.int() }), WRITTEN),
  /** Ends the work copy: it is taken back a last time and not watched any more. */
  endWork: command(z.strictObject({ id }), z.null(), WRITTEN),
  /** An older version becomes the newest. */
  makeCurrent: command(target.extend({ version: z.int() }), z.null(), WRITTEN),
  /** Saves a version where the person says; null when they cancel. */
  saveAs: command(
    z.strictObject({ id, version: z.int().optional() }),
    z.object({ name: z.string() }).nullable(),
    [],
  ),

  /** Recognises the text of a picture or a scanned PDF. Progress and `cancel` by `job`. */
  recognise: command(
    z.strictObject({ id, job }),
    z.object({ characters: z.int(), pages: z.int(), blank: z.array(z.int()) }),
    WRITTEN,
  ),
  cancel: command(z.strictObject({ job }), z.null(), []),

  scanFolder: query(z.strictObject({}), scanFolderSchema, ['scanFolder']),
  /** Asks for the folder that the scanner writes to. */
  chooseScanFolder: command(z.strictObject({}), scanFolderSchema, ['scanFolder']),
  forgetScanFolder: command(z.strictObject({}), z.null(), ['scanFolder']),
  /** These are not offered again; the files stay where they are. */
  dismissScans: command(z.strictObject({ tokens: z.array(token).min(1) }), z.null(), ['scanFolder']),
} as const;
