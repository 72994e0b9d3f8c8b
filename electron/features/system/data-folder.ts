import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { mkdir, open, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { holdsOffice } from '../../db/session.ts';
import { readVolume } from './volumes.ts';
import type { VolumeReader } from './volumes.ts';

export interface Verdict {
  readonly ok: boolean;
  /** Chinese: why not and what to do, or what the person should know. */
  readonly reason?: string | undefined;
}

export interface FolderQuestion {
  readonly folder: string;
  readonly programFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly volumes?: VolumeReader;
}

/** Names of folders that clients of cloud drives keep in step, as they appear in a path. */
const SYNCED: readonly { readonly pattern: RegExp; readonly product: string }[] = [
  { pattern: /^onedrive(?: ?-.*)?$/iu, product: 'OneDrive' },
  { pattern: /^(?:百度网盘.*|百度云.*|baidu ?netdisk.*|baidusyncdisk|百度同步盘)$/iu, product: '百度网盘' },
  { pattern: /^(?:我的)?坚果云.*$|^nutstore.*$/iu, product: '坚果云' },
  { pattern: /^(?:icloud ?drive|iclouddrive|com~apple~clouddocs|mobile documents)$/iu, product: 'iCloud' },
  { pattern: /^dropbox(?: ?\(.*\))?$/iu, product: 'Dropbox' },
  {
    pattern: /^(?:wps ?云盘|wps ?云文档|wpsdrive|wps cloud files|wps网盘|kingsoft ?cloud)$/iu,
    product: 'WPS 云盘',
  },
  { pattern: /^(?:google ?drive|googledrive.*|我的云端硬盘)$/iu, product: 'Google Drive' },
  { pattern: /^(?:微云.*|weiyun.*|腾讯微云.*)$/iu, product: '腾讯微云' },
  { pattern: /^(?:阿里云盘.*|adrive)$/iu, product: '阿里云盘' },
  { pattern: /^(?:天翼云盘.*|ecloud)$/iu, product: '天翼云盘' },
  { pattern: /^(?:115.*网盘|115cloud|夸克网盘.*|quarkclouddrive)$/iu, product: '网盘' },
  { pattern: /^(?:nextcloud|owncloud|seafile|syncthing|resilio sync)$/iu, product: '同步盘' },
];

/** Files that such clients leave in the folder they watch. */
const SYNC_MARKS = [
  '.stfolder',
  '.dropbox',
  '.dropbox.cache',
  '.nutstore',
  '.sync_ignore',
  '.owncloudsync.log',
];

/**
 * Says whether an office's data may live in a folder. SQLite is unsafe on network shares
 * (https://www.sqlite.org/useovernet.html), and a synchronising client copies a file half written.
 */
export async function judgeDataFolder(question: FolderQuestion): Promise<Verdict> {
  const { folder } = question;
  const fault =
    pathFault(question) ??
    (await volumeFault(folder, question.volumes ?? readVolume)) ??
    (await writeFault(folder));
  if (fault !== undefined) return { ok: false, reason: fault };
  return holdsOffice(folder)
    ? { ok: true, reason: '这个文件夹里已有公文台的数据，将直接接着使用，不会覆盖。' }
    : { ok: true };
}

function pathFault({ folder, programFolder, environment }: FolderQuestion): string | undefined {
  if (!path.isAbsolute(folder)) return '请选择一个完整的文件夹位置。';
  if (folder.startsWith('\\\\') || folder.startsWith('//')) return networkFault;
  const real = realFolder(folder);
  if (real.startsWith('\\\\')) return networkFault;
  if (isInside(realFolder(programFolder), real)) {
    return '这是程序自己的文件夹，升级或卸载时会被清空。请另选一个文件夹。';
  }
  const product = syncProduct(folder, environment) ?? syncProduct(real, environment);
  if (product !== undefined) {
    return `这个文件夹由${product}同步，数据文件会在写到一半时被复制而损坏，内容也会传到网上。请选择不同步的本机文件夹。`;
  }
  return undefined;
}

const networkFault = '这是网络共享文件夹，断网或多人同时打开会损坏数据。请选择本机硬盘上的文件夹。';

/** Name of the cloud drive that keeps this folder in step, judged by path, environment and marks. */
export function syncProduct(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  for (const key of ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']) {
    const root = environment[key];
    if (root !== undefined && root !== '' && isInside(root, folder)) return 'OneDrive';
  }
  const parts = folder.split(/[\\/]/u);
  for (const { pattern, product } of SYNCED) {
    if (parts.some((part) => pattern.test(part))) return product;
  }
  for (const parent of parents(folder)) {
    if (SYNC_MARKS.some((mark) => existsSync(path.join(parent, mark)))) return '网盘或同步软件';
  }
  return undefined;
}

async function volumeFault(folder: string, read: VolumeReader): Promise<string | undefined> {
  const kind = await read(realFolder(folder));
  if (kind === 'network') return networkFault;
  if (kind === 'removable') {
    return '这是 U 盘或移动硬盘，拔出时会丢失正在写入的数据。请选择本机硬盘上的文件夹；U 盘可用来存放备份。';
  }
  if (kind === 'memory') return '这个位置在内存里，关机后内容就没有了。请选择本机硬盘上的文件夹。';
  return undefined;
}

/** Really writes, forces to disk, and removes: permissions alone do not tell about read-only media. */
async function writeFault(folder: string): Promise<string | undefined> {
  const made: string[] = [];
  try {
    for (const parent of parents(folder).toReversed()) {
      if (!existsSync(parent)) {
        await mkdir(parent);
        made.push(parent);
      }
    }
    const probe = path.join(folder, `.gongwentai-${process.pid}.probe`);
    const handle = await open(probe, 'wx');
    try {
      await handle.writeFile('可以写入');
      await handle.sync();
    } finally {
      await handle.close();
      await rm(probe, { force: true });
    }
    return undefined;
  } catch {
    return '这个文件夹不能写入。请检查权限，或另选一个文件夹。';
  } finally {
    // Only asking: nothing stays behind.
    for (const parent of made.toReversed()) await rmdir(parent).catch(() => undefined);
  }
}

/** The folder and all above it, innermost first. */
function parents(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...parents(parent)];
}

/** The folder with links and mapped drives resolved as far as it exists. */
function realFolder(folder: string): string {
  const existing = parents(folder).find((parent) => existsSync(parent));
  if (existing === undefined) return folder;
  // The native call turns a mapped drive letter into its \\server\share.
  return path.join(realpathSync.native(existing), path.relative(existing, folder));
}

function isInside(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

/** A chosen folder with other things in it gets its own sub-folder, so that data and private files do not mix. */
export function dataFolderWithin(chosen: string): string {
  if (!existsSync(chosen) || holdsOffice(chosen)) return chosen;
  const own = path.join(chosen, DATA_FOLDER_NAME);
  let names: string[];
  try {
    names = readdirSync(chosen);
  } catch {
    return chosen;
  }
  return names.length === 0 ? chosen : own;
}

export const DATA_FOLDER_NAME = '公文台数据';
