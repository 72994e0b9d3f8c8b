import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocgenService } from '../../electron/app/docgen-service.ts';
import { draftOf, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const bytesOf = (dataUrl: string): Buffer =>
  Buffer.from(dataUrl.replace('data:image/webp;base64,', ''), 'base64');

/** Width and height in the header of a lossless WebP. */
function sizeOf(webp: Buffer): [width: number, height: number] {
  expect(webp.toString('latin1', 0, 4) + webp.toString('latin1', 8, 16)).toBe('RIFFWEBPVP8L');
  const bits = webp.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

describe('the picture of a page for the list', () => {
  it('is an A4 sheet as wide as asked, and tells how many pages there are', async () => {
    const { id } = await draftOf(program, '关于加强值班工作的通知');
    const first = await program.api.outgoing.pageImage({ id, page: 1, widthPx: 420 });
    // The 版记 goes to the last of an even number of pages.
    expect(first.pages).toBe(2);
    expect(sizeOf(bytesOf(first.dataUrl))).toEqual([420, 594]);
    const larger = await program.api.outgoing.pageImage({ id, page: 1, widthPx: 840 });
    expect(sizeOf(bytesOf(larger.dataUrl))[0]).toBe(840);
  });

  it('is the same while the document stays, another after it was saved', async () => {
    const { id, rowVersion } = await draftOf(program, '关于加强值班工作的通知');
    const ask = () => program.api.outgoing.pageImage({ id, page: 1, widthPx: 420 });
    const before = await ask();
    expect(await ask()).toEqual(before);
    const { document } = await program.api.outgoing.get({ id });
    await program.api.outgoing.save({
      id,
      rowVersion,
      document: {
        ...document,
        title: '关于做好防汛工作的通知',
        body: Array.from({ length: 60 }, () => ({ type: 'paragraph', text: '请认真贯彻执行。' })),
      },
    });
    const after = await ask();
    expect(after.pages).toBeGreaterThan(1);
    expect(after.dataUrl).not.toBe(before.dataUrl);
  });

  it('is made by the engine once per version, and again after a failure', async () => {
    const { id } = await draftOf(program, '关于加强值班工作的通知');
    const missing = () => program.api.outgoing.pageImage({ id, page: 7, widthPx: 420 });
    const refusal = { code: 'INVALID_INPUT', message: expect.stringMatching(/^这份公文没有第7页/u) };
    await expect(missing()).rejects.toMatchObject(refusal);
    expect(program.problems).toHaveLength(1);
    await expect(missing()).rejects.toMatchObject(refusal);
    expect(program.problems).toHaveLength(2);
    // What is kept is answered without the engine.
    const made = await program.api.outgoing.pageImage({ id, page: 1, widthPx: 420 });
    // The harness starts the program's own engine.
    await (program.services.docgen as DocgenService).close();
    expect(await program.api.outgoing.pageImage({ id, page: 1, widthPx: 420 })).toEqual(made);
    await expect(program.api.outgoing.pageImage({ id, page: 1, widthPx: 421 })).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
  });

  it('is refused for a document that is not there', async () => {
    await expect(program.api.outgoing.pageImage({ id: 'none', page: 1, widthPx: 420 })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });
});
