import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePng } from '../make-png.ts';
import { dumpTables, draftOf, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

/** The markers of a baseline JPEG; nothing of it is decoded by the check. */
function jpeg(width: number, height: number, end = [0xff, 0xd9]): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.from([0xff, 0xd8, ...frame, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0x2a, ...end]);
}

const files = () => readdirSync(path.join(program.dataFolder, 'files'));

describe('a picture put into a document', () => {
  it('is stored once by its content, told in the history, and read back byte for byte', async () => {
    const draft = await draftOf(program, '有图的通知');
    const bytes = makePng(320, 240);
    const first = await program.api.outgoing.addImage({ id: draft.id, bytes });
    expect(first).toEqual({
      file: expect.stringMatching(/^[0-9a-f]{64}\.png$/u),
      width: 320,
      height: 240,
    });
    expect(await program.api.outgoing.addImage({ id: draft.id, bytes })).toEqual(first);
    expect(files()).toEqual([first.file]);
    expect(readFileSync(path.join(program.dataFolder, 'files', first.file)).equals(bytes)).toBe(true);
    const read = await program.api.outgoing.image({ file: first.file });
    expect(read?.type).toBe('image/png');
    expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
    const [event] = await program.api.outgoing.history({ id: draft.id });
    expect(event?.summary).toBe('存入图片 320×240 像素');
  });

  it('may be a JPEG', async () => {
    const draft = await draftOf(program, '有图的通知');
    const { file } = await program.api.outgoing.addImage({ id: draft.id, bytes: jpeg(64, 48) });
    expect(file).toMatch(/\.jpg$/u);
    expect((await program.api.outgoing.image({ file }))?.type).toBe('image/jpeg');
  });

  it.each([
    ['no picture', Buffer.from('GIF89a'), '这张图片不是 PNG 或 JPEG 图片。没有插入。'],
    ['nothing', Buffer.alloc(0), '这张图片不是 PNG 或 JPEG 图片。没有插入。'],
    ['a cut PNG', makePng(40, 40).subarray(0, -20), '这张图片已损坏，请换一个文件。没有插入。'],
    [
      'a PNG with a turned bit',
      makePng(40, 40).map((byte, at) => (at === 45 ? byte ^ 1 : byte)),
      '这张图片已损坏，请换一个文件。没有插入。',
    ],
    ['a cut JPEG', jpeg(40, 40, []), '这张图片已损坏，请换一个文件。没有插入。'],
    [
      'a PNG that unpacks to more than a computer holds',
      makePng(1, 1, undefined, { width: 100_000, height: 100_000 }),
      '这张图片有 100000×100000 像素，太大，请缩小到边长不超过 10000 像素、总共不超过 5000 万像素。没有插入。',
    ],
  ])('that is %s is refused, and nothing changes', async (_what, bytes, message) => {
    const draft = await draftOf(program, '有图的通知');
    const before = await dumpTables(program);
    await expect(
      program.api.outgoing.addImage({ id: draft.id, bytes: new Uint8Array(bytes) }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', message });
    expect(await dumpTables(program)).toEqual(before);
  });

  it('of more than 20 MB is refused by the contract', async () => {
    const draft = await draftOf(program, '有图的通知');
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    await expect(program.api.outgoing.addImage({ id: draft.id, bytes })).rejects.toMatchObject({
      fields: { bytes: '图片超过 20 MB，请缩小后再插入' },
    });
  });

  it('needs a document that is there', async () => {
    await expect(program.api.outgoing.addImage({ id: 'nobody', bytes: makePng(2, 2) })).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
  });

  it('is read by the name of a stored file only', async () => {
    for (const file of ['../office.db', '/etc/hostname', `${'0'.repeat(64)}.png`, 'a.png']) {
      expect(await program.api.outgoing.image({ file })).toBeNull();
    }
  });
});

describe('a new document', () => {
  it.each([
    ['通知', 'document', 'seal', '临江市住房和城乡建设局办公室'],
    ['函', 'letter', 'seal', undefined],
    ['命令（令）', 'order', 'stamp', '临江市住房和城乡建设局办公室'],
    ['纪要', 'minutes', 'none', '临江市住房和城乡建设局办公室'],
  ] as const)('%s starts in its usual format', async (genre, format, sealing, printingOffice) => {
    const { id } = await program.api.outgoing.create({ genre });
    const { document } = await program.api.outgoing.get({ id });
    expect(document).toMatchObject({ genre, format, sealing });
    expect(document.printingOffice).toBe(printingOffice);
    if (format !== 'document') expect(document.issuerMark?.suffix).toBeUndefined();
  });
});
