import { describe, expect, it } from 'vitest';
import { isProgramFile } from '../../shared/domain/program-files.ts';

describe('files that the system would run', () => {
  it.each([
    '通知.exe',
    '通知.pdf.EXE',
    '附件.lnk',
    '说明.js',
    '.bat',
    '通知.exe. .',
    '台账.scr ',
    '更新.msi',
  ])('%s is one', (name) => {
    expect(isProgramFile(name)).toBe(true);
  });

  it.each([
    '通知.docx',
    '通知.exe.pdf',
    '扫描.ofd',
    '没有后缀',
    '关于.com域名的通知.wps',
    '表.xlsm',
    '包.zip',
  ])('%s is none', (name) => {
    expect(isProgramFile(name)).toBe(false);
  });
});
