import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeDataFolder } from '../../electron/features/system/data-folder.ts';
import { linuxVolume } from '../../electron/features/system/volumes.ts';
import type { VolumeKind } from '../../electron/features/system/volumes.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gongwentai-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function judge(folder: string, volume: VolumeKind = 'fixed', environment = {}) {
  return judgeDataFolder({
    folder,
    programFolder: path.join(root, 'program'),
    environment,
    volumes: () => Promise.resolve(volume),
  });
}

describe('a data folder', () => {
  it('on a local disk is taken, and asking leaves nothing behind', async () => {
    expect(await judge(path.join(root, '某处', '公文台数据'))).toEqual({ ok: true });
    expect(readdirSync(root)).toEqual([]);
  });

  it.each([
    'OneDrive',
    'OneDrive - 某某单位',
    '百度网盘',
    'BaiduNetdisk',
    'BaiduSyncdisk',
    '坚果云',
    '我的坚果云',
    'Nutstore',
    'iCloudDrive',
    'com~apple~CloudDocs',
    'Dropbox',
    'Dropbox (Personal)',
    'WPS云盘',
    'WPSDrive',
    'Google Drive',
    '腾讯微云',
    '阿里云盘',
    'Nextcloud',
  ])('inside %s is refused', async (name) => {
    const verdict = await judge(path.join(root, name, '数据'));
    expect(verdict.ok).toBe(false);
    expect(verdict.reason).toContain('请选择不同步的本机文件夹');
    expect(readdirSync(root)).toEqual([]);
  });

  it.each(['我的OneDrive资料整理', '坚果采购', '百度推广合同'])(
    'named %s is not mistaken for one',
    async (name) => {
      expect((await judge(path.join(root, name))).ok).toBe(true);
    },
  );

  it('that Windows says is OneDrive is refused whatever its name', async () => {
    const verdict = await judge(path.join(root, '文档', '数据'), 'fixed', {
      OneDriveCommercial: path.join(root, '文档'),
    });
    expect(verdict.reason).toContain('OneDrive');
  });

  it('with the mark of a synchronising program above it is refused', async () => {
    writeFileSync(path.join(root, '.stfolder'), '');
    expect((await judge(path.join(root, '数据'))).reason).toContain('同步');
  });

  it('that is a link into a cloud drive is refused', async () => {
    mkdirSync(path.join(root, 'Dropbox', '数据'), { recursive: true });
    symlinkSync(path.join(root, 'Dropbox', '数据'), path.join(root, '本地'));
    expect((await judge(path.join(root, '本地'))).reason).toContain('Dropbox');
  });

  it.each([
    ['network', '网络共享'],
    ['removable', 'U 盘'],
    ['memory', '关机后'],
  ] as const)('on a %s volume is refused', async (volume, word) => {
    expect((await judge(path.join(root, '数据'), volume)).reason).toContain(word);
  });

  it.each([String.raw`\\server\share\数据`, '//server/share/数据', '数据'])(
    '%s is refused',
    async (folder) => {
      expect((await judge(folder)).ok).toBe(false);
    },
  );

  it('inside the program is refused', async () => {
    expect((await judge(path.join(root, 'program', 'data'))).reason).toContain('程序自己的文件夹');
  });

  it('that is a file, or under one, is refused', async () => {
    writeFileSync(path.join(root, '文件'), '');
    expect((await judge(path.join(root, '文件'))).reason).toContain('不能写入');
    expect((await judge(path.join(root, '文件', '数据'))).reason).toContain('不能写入');
  });

  it.skipIf(process.platform !== 'linux')('that the system itself keeps closed is refused', async () => {
    // Not even root may make a folder there.
    expect((await judge('/proc/公文台数据')).reason).toContain('不能写入');
  });
});

describe('the volume under Linux', () => {
  const mounts = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '30 22 0:40 / /mnt/office rw - cifs //server/office rw',
    String.raw`31 22 0:41 / /mnt/my\040share rw - nfs4 server:/x rw`,
    '32 22 8:17 / /media/lin/USB rw - vfat /dev/sdb1 rw',
    '33 22 0:42 / /tmp rw - tmpfs tmpfs rw',
    '34 22 0:43 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw',
    '',
  ].join('\n');

  it.each([
    ['/home/lin/数据', 'fixed'],
    ['/mnt/office/数据', 'network'],
    ['/mnt/officeplan', 'fixed'],
    ['/mnt/my share/数据', 'network'],
    ['/media/lin/USB', 'removable'],
    ['/tmp/x', 'memory'],
    ['/run/user/1000/gvfs/smb-share', 'network'],
  ])('of %s is %s', (folder, kind) => {
    expect(linuxVolume(folder, mounts)).toBe(kind);
  });
});
