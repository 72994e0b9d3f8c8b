import { describe, expect, it } from 'vitest';
import { findFaults } from '../../shared/gongwen/faults.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';

const GOOD = {
  genre: '通知',
  issuers: ['江城市人民医院'],
  documentNumber: { issuerCode: '江医发', year: 2026, serial: 5 },
  title: '江城市人民医院关于规范病历书写的通知',
  addressees: ['各科室'],
  body: [{ type: 'paragraph', text: '为提高病历质量，现通知如下。' }],
  issuedOn: '2026-03-05',
};

const warnings = (change: Record<string, unknown>) =>
  findFaults(gongwenDraftSchema.parse({ ...GOOD, ...change })).map(({ path, message, severity, clause }) => {
    expect(severity).toBe('warning');
    expect(clause).toBeUndefined();
    return `${path}: ${message}`;
  });

describe('pictures of seals', () => {
  it('are not spoken of where none is named', () => {
    expect(warnings({ seals: [{ diameter: 42 }] })).toEqual([]);
  });

  it('are no legal seal, and the person is told so', () => {
    expect(warnings({ seals: [{ diameter: 42, image: '院章.png' }] })).toEqual([
      'seals.0.image: 印章图片只供看版面，不等于用印，不具有法律效力；正式印发须加盖实物印章或使用合规的电子印章（实务）',
    ]);
  });

  it('should let the text show through, which JPEG cannot', () => {
    const stamp = { office: '院长', name: '林知夏', image: '签名章.JPG' };
    expect(warnings({ sealing: 'stamp', stamps: [stamp] })).toEqual([
      'stamps.0.image: 签名章图片只供看版面，不等于用印，不具有法律效力；正式印发须加盖实物印章或使用合规的电子印章；JPEG 图片不透明，会盖住下面的文字，请换用背景透明的 PNG（实务）',
    ]);
  });
});
