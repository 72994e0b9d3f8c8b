import { describe, expect, it } from 'vitest';
import { exportStem } from '../../electron/features/document/file-names.ts';

describe('the name of an exported file', () => {
  it.each([
    ['临建发〔2026〕3号', '关于开展检查的通知', '临建发〔2026〕3号 关于开展检查的通知'],
    ['', '关于印发\n《工作要点》的通知', '关于印发《工作要点》的通知'],
    ['', '', '未命名公文'],
    ['', '  \n ', '未命名公文'],
    ['', 'A/B: "甲"?<乙>|丙*\\', 'A_B_ _甲___乙__丙__'],
    ['', '../../etc/passwd', '_.._etc_passwd'],
    ['', '结尾有点...', '结尾有点'],
    ['', 'con', 'con_'],
    ['', 'LPT1', 'LPT1_'],
    ['', '零宽\u200b与方向\u202e字符', '零宽与方向字符'],
  ])('of %j and %j', (number, title, stem) => {
    expect(exportStem(number, title)).toBe(stem);
  });

  it('fits every file system, cut between characters', () => {
    const stem = exportStem('', '𠮷'.repeat(200));
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(180);
    expect(stem).toBe('𠮷'.repeat(45));
  });
});
