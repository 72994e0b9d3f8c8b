import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { attachmentContract } from '../../../shared/features/attachment.ts';
import type { AddedFile } from '../../../shared/features/attachment.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { copyVerified } from '../../db/file-store.ts';
import type { Ctx } from '../context.ts';
import { cancelJob, runJob } from '../links.ts';
import { addFile } from './add.ts';
import type { AddOptions } from './add.ts';
import {
  changeAttachment,
  makeCurrent,
  moveAttachment,
  restoreAttachment,
  voidAttachment,
} from './change.ts';
import { findFile, holdBytes, offerPaths } from './held-files.ts';
import { listAttachments, listVersions } from './list.ts';
import { splitName } from './names.ts';
import { recogniseAttachment } from './recognise.ts';
import { readScanFolder, rememberScans } from './scan-folder.ts';
import { goodFile, readAttachment, readVersion, requireActive } from './store.ts';
import { readText } from './text.ts';
import { endWork, openInProgram, openToLook, takeBackAll } from './work-copies.ts';

/** Told to the page as progress of a job of this name: what the watch of work copies did. */
const NOTICE_JOB = 'attachment.notice';

export const attachmentHandlers: Handlers<typeof attachmentContract, Ctx> = {
  list: (owner, ctx) => listAttachments(ctx.read, ctx.services.session, owner),
  versions: ({ id }, ctx) => listVersions(ctx.read, ctx.services.session, id),
  text: ({ id }, ctx) => readText(ctx.read, id),

  choose: async (_input, { services: { dialogs, device, paths } }) => {
    const files = await dialogs.openFiles('添加附件', device.get('importFolder'));
    const [first] = files;
    if (first !== undefined) device.set('importFolder', path.dirname(first));
    return offerPaths(paths, files);
  },
  hold: ({ name, bytes }) => holdBytes(name, bytes),
  add: ({ tokens, job, ...options }, ctx) =>
    runJob(job, (signal) => addAll(ctx, tokens, job, { ...options, signal })),
  change: async ({ id, rowVersion, ...facts }, ctx) => ({
    rowVersion: await ctx.write((change) => changeAttachment(change, { id, rowVersion }, facts)),
  }),
  move: async ({ id, by }, ctx) => {
    await ctx.write((change) => moveAttachment(change, id, by));
    return null;
  },
  void: async ({ reason, ...target }, ctx) => {
    await ctx.write((change) => voidAttachment(change, target, reason));
    return null;
  },
  restore: async (target, ctx) => {
    await ctx.write((change) => restoreAttachment(change, target));
    return null;
  },

  open: ({ id }, ctx) => openInProgram(ctx, id),
  openVersion: async ({ id, version }, ctx) => {
    await openToLook(ctx, await readAttachment(ctx.read, id), version);
    return null;
  },
  takeBack: async (_input, ctx) => {
    const taken = await takeBackAll(ctx);
    for (const { message } of taken) {
      ctx.services.progress({ job: NOTICE_JOB, done: 1, total: 1, label: message });
    }
    return { taken: taken.filter(({ version }) => version !== null).length };
  },
  endWork: async ({ id }, ctx) => {
    await endWork(ctx, id);
    return null;
  },
  makeCurrent: async ({ version, ...target }, ctx) => {
    await ctx.write((change) => makeCurrent(change, target, version));
    return null;
  },
  saveAs: ({ id, version }, ctx) => saveAs(ctx, id, version),

  recognise: ({ id, job }, ctx) => runJob(job, (signal) => recogniseAttachment(ctx, id, job, signal)),
  cancel: ({ job }) => {
    cancelJob(job);
    return null;
  },

  scanFolder: (_input, { services: { device, paths, now } }) => readScanFolder(device, paths, now()),
  chooseScanFolder: async (_input, { services: { dialogs, device, paths, now } }) => {
    const folder = await dialogs.chooseFolder('选择扫描仪存放文件的文件夹');
    if (folder !== null) device.set('scanFolder', { folder, handled: [] });
    return readScanFolder(device, paths, now());
  },
  forgetScanFolder: (_input, { services: { device } }) => {
    device.set('scanFolder', { folder: null, handled: [] });
    return null;
  },
  dismissScans: async ({ tokens }, { services: { device, paths } }) => {
    await rememberScans(
      device,
      tokens.flatMap((token) => paths.find(token) ?? []),
    );
    return null;
  },
};

/** One after the other: what can be stored is stored, the others say why not. */
async function addAll(
  ctx: Ctx,
  tokens: readonly string[],
  job: string,
  options: Omit<AddOptions, 'progress' | 'role'> & { readonly role?: AddOptions['role'] },
): Promise<AddedFile[]> {
  const { paths, device, progress } = ctx.services;
  const total = await sizeOf(ctx, tokens);
  let done = 0;
  const results: AddedFile[] = [];
  for (const [index, token] of tokens.entries()) {
    const label = `正在存入第 ${index + 1} 个，共 ${tokens.length} 个`;
    progress({ job, done, total, label });
    const added = await addFile(ctx, token, {
      ...options,
      role: options.role,
      progress: (bytes) => {
        done += bytes;
        progress({ job, done: Math.min(done, total), total, label });
      },
    });
    results.push(added);
    const file = paths.find(token);
    if (added.outcome === 'added' && file !== undefined) await rememberScans(device, [file]);
  }
  return results;
}

async function sizeOf(ctx: Ctx, tokens: readonly string[]): Promise<number> {
  let total = 0;
  for (const token of tokens) {
    const source = findFile(ctx.services.paths, token)?.source;
    if (source !== undefined) {
      total +=
        'bytes' in source
          ? source.bytes.length
          : await stat(source.path).then(
              ({ size }) => size,
              () => 0,
            );
    }
  }
  return Math.max(total, 1);
}

async function saveAs(ctx: Ctx, id: string, version: number | undefined): Promise<{ name: string } | null> {
  const { session, dialogs, device, program } = ctx.services;
  const row = await readAttachment(ctx.read, id);
  requireActive(row);
  const { fileHash } = await readVersion(ctx.read, row, version);
  const folder = device.get('exportFolder') ?? program.documentsFolder;
  const { extension } = splitName(row.name);
  const wanted = await dialogs.saveFile('另存附件', path.join(folder, row.name), extension.slice(1) || '*');
  if (wanted === null) return null;
  device.set('exportFolder', path.dirname(wanted));
  await copyVerified(await goodFile(session, fileHash), wanted, fileHash);
  return { name: path.basename(wanted) };
}
