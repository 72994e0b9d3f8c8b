import { z } from 'zod';
import { command, query } from '../ipc/define.ts';

/** Start-up, data folder, backups: what the shell needs before any slice works. */

export const folderVerdictSchema = z.strictObject({
  ok: z.boolean(),
  /** Chinese: why the folder is refused (network share, synced by a cloud drive, not writable, …). */
  reason: z.string().optional(),
});

export const fontReportSchema = z.strictObject({
  /** 仿宋、小标宋、黑体、楷体、宋体. */
  roleName: z.string(),
  family: z.string(),
  source: z.enum(['system', 'bundled']),
  standIn: z.boolean(),
});

export const backupSchema = z.strictObject({
  /** File name, unique within the backup folder. */
  id: z.string(),
  at: z.number(),
  bytes: z.number(),
  kind: z.enum(['daily', 'manual', 'pre-migration', 'pre-restore']),
});
export type Backup = z.output<typeof backupSchema>;

export const systemStatusSchema = z.strictObject({
  phase: z.enum(['first-run', 'ready', 'failed']),
  failure: z
    .strictObject({ code: z.string(), message: z.string(), ref: z.string(), backups: z.array(backupSchema) })
    .optional(),
  version: z.string(),
  runtime: z.string(),
  dataFolder: z.string().nullable(),
  officeName: z.string().nullable(),
  actor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  lastBackupAt: z.number().nullable(),
  /** The last full check of the data file, made weekly and after an unclean end; null before the first. */
  integrity: z.strictObject({ at: z.number(), ok: z.boolean() }).nullable(),
  fonts: z.array(fontReportSchema),
});
export type SystemStatus = z.output<typeof systemStatusSchema>;

const chosenFolderSchema = z.strictObject({
  /** Stands for the path in later calls: the renderer never hands a path to main. */
  token: z.string(),
  path: z.string(),
  verdict: folderVerdictSchema,
});

export const firstRunSchema = z.strictObject({
  folderToken: z.string().max(100),
  /** 本机非涉密设备，禁止存入国家秘密: confirmed by the person, kept as an audit event. */
  notForSecretsConfirmed: z.literal(true, { error: '请先确认本机不是涉密设备' }),
  officeName: z.string().trim().min(1, '请填写单位名称').max(60, '单位名称不超过60字'),
  issuerCode: z.string().trim().min(1, '请填写机关代字').max(20, '机关代字不超过20字'),
  printingOffice: z.string().trim().min(1, '请填写印发机关').max(60, '印发机关不超过60字'),
  personName: z.string().trim().min(1, '请填写您的姓名').max(30, '姓名不超过30字'),
  loadSample: z.boolean(),
});
export type FirstRun = z.output<typeof firstRunSchema>;

export const systemContract = {
  status: query(z.void(), systemStatusSchema, ['office', 'person', 'backup']),
  proposeDataFolder: query(z.void(), chosenFolderSchema, []),
  /** Opens the system's folder dialog; null when the person cancels. */
  chooseDataFolder: command(z.void(), chosenFolderSchema.nullable(), []),
  completeFirstRun: command(firstRunSchema, systemStatusSchema, [
    'office',
    'issuerCode',
    'person',
    'outgoing',
  ]),
  listBackups: query(z.void(), z.array(backupSchema), ['backup']),
  backupNow: command(z.void(), backupSchema, ['backup']),
  /** Keeps the present file aside, puts the backup in its place and restarts the program. */
  restoreBackup: command(
    z.strictObject({ id: z.string().max(200) }),
    z.strictObject({ restarting: z.literal(true) }),
    [],
  ),
  /**
   * For a damaged file without a good backup: takes what is readable into a fresh file, keeps the damaged one
   * aside and restarts the program.
   */
  salvage: command(
    z.void(),
    z.strictObject({ restarting: z.literal(true), rows: z.int(), lost: z.int() }),
    [],
  ),
  openFolder: command(z.strictObject({ which: z.enum(['data', 'backups']) }), z.void(), []),
  /** An error of the renderer, for the log of the main process. */
  reportProblem: command(
    z.strictObject({ message: z.string().max(2000), stack: z.string().max(8000).optional() }),
    z.strictObject({ ref: z.string() }),
    [],
  ),
  /** Where the person was: route, filters, column widths. Survives a restart. */
  viewState: query(z.void(), z.record(z.string(), z.string()), ['viewState']),
  saveViewState: command(
    z.strictObject({ key: z.string().max(100), value: z.string().max(20_000) }),
    z.void(),
    ['viewState'],
  ),
} as const;
