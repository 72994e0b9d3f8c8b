import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export type VolumeKind = 'fixed' | 'network' | 'removable' | 'memory' | 'unknown';
export type VolumeReader = (folder: string) => Promise<VolumeKind>;

const run = promisify(execFile);

const NETWORK_TYPES =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|smb3|afpfs|webdav|davfs2?|fuse\.(?:sshfs|davfs2?|rclone|gvfsd-fuse|s3fs)|9p|ncpfs|ceph|glusterfs|fuse\.glusterfs|lustre)$/u;

/** What a folder lies on. `unknown` when the system does not tell; that alone refuses nothing. */
export const readVolume: VolumeReader = async (folder) => {
  try {
    if (process.platform === 'win32') return await windowsVolume(folder);
    if (process.platform === 'darwin') return await macVolume(folder);
    return linuxVolume(folder, readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    return 'unknown';
  }
};

/** Reads the file system of a folder from the text of `/proc/self/mountinfo` (man 5 proc). */
export function linuxVolume(folder: string, mountInfo: string): VolumeKind {
  let best = { point: '', type: '', device: '' };
  for (const line of mountInfo.split('\n')) {
    const [mount, details] = line.split(' - ');
    if (mount === undefined || details === undefined) continue;
    const escaped = mount.split(' ')[4] ?? '';
    const point = escaped.replaceAll(/\\(\d{3})/gu, (_match, octal: string) =>
      String.fromCodePoint(Number.parseInt(octal, 8)),
    );
    const inside = folder === point || folder.startsWith(point === '/' ? '/' : `${point}/`);
    if (!inside || point.length < best.point.length) continue;
    const [type = '', device = ''] = details.split(' ');
    best = { point, type, device };
  }
  if (NETWORK_TYPES.test(best.type)) return 'network';
  if (best.type === 'tmpfs' || best.type === 'ramfs') return 'memory';
  if (/^\/(?:media|run\/media)\//u.test(best.point) || isRemovable(best.device)) return 'removable';
  return best.type === '' ? 'unknown' : 'fixed';
}

/** `/sys/block/sdb/removable` says 1 for USB sticks and card readers. */
function isRemovable(device: string): boolean {
  const disk = path.basename(device).replace(/p?\d+$/u, '');
  const flag = `/sys/block/${disk}/removable`;
  return disk !== '' && existsSync(flag) && readFileSync(flag, 'utf8').trim() === '1';
}

async function windowsVolume(folder: string): Promise<VolumeKind> {
  const root = path.win32.parse(folder).root;
  if (!/^[a-z]:\\$/iu.test(root)) return 'network';
  const { stdout } = await run(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', `[System.IO.DriveInfo]::new('${root}').DriveType`],
    { timeout: 8000, windowsHide: true },
  );
  switch (stdout.trim()) {
    case 'Fixed':
      return 'fixed';
    case 'Network':
      return 'network';
    case 'Removable':
    case 'CDRom':
      return 'removable';
    case 'Ram':
      return 'memory';
    default:
      return 'unknown';
  }
}

async function macVolume(folder: string): Promise<VolumeKind> {
  const { stdout } = await run('/bin/df', ['-P', folder], { timeout: 8000 });
  const device = stdout.trim().split('\n').at(-1)?.split(/\s+/u)[0] ?? '';
  if (device.startsWith('//') || /^[^/]+:/u.test(device)) return 'network';
  return folder.startsWith('/Volumes/') ? 'removable' : 'fixed';
}
