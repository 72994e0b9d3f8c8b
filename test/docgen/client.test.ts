import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { DocgenClient } from '../../electron/docgen/client.ts';
import type { FontSetOptions } from '../../electron/docgen/fonts/font-set.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { BUNDLED_FONTS } from './fonts-for-tests.ts';
import { measurePdf } from './measure-pdf.ts';

const WORKER = new URL('../../electron/docgen/worker.ts', import.meta.url);
const FAKE_WORKER = fileURLToPath(new URL('fake-worker.ts', import.meta.url));
const BUNDLED: FontSetOptions = { mode: 'bundled', bundledFolder: BUNDLED_FONTS };

const clients: DocgenClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => client.close()));
});

function start(fonts = BUNDLED, onProblem?: (message: string) => void): DocgenClient {
  const client = new DocgenClient({ workerFile: WORKER, fonts, ...(onProblem ? { onProblem } : {}) });
  clients.push(client);
  return client;
}

function notice(title: string, paragraphs = 1): Gongwen {
  const text = '各单位要加强组织领导，压实工作责任，确保各项任务落到实处。';
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['某市人民政府办公室'],
    documentNumber: { issuerCode: '某政办发', year: 2026, serial: 5 },
    title,
    addressees: ['各区县人民政府'],
    body: Array.from({ length: paragraphs }, () => ({ type: 'paragraph', text: text.repeat(3) })),
    issuedOn: '2026-03-05',
  });
}

function drawn(pages: readonly { readonly svg: string }[]): number[] {
  return pages.flatMap(({ svg }, index) => (svg === '' ? [] : [index + 1]));
}

function hasCircle(pages: readonly { readonly svg: string }[]): boolean[] {
  return pages.map(({ svg }) => svg.includes('<circle'));
}

describe('the document engine in its worker', () => {
  it('answers a preview: pages in SVG, boxes, stand-ins', async () => {
    const preview = await start().preview(notice('关于加强值班工作的通知'), 'editor');
    const [page] = preview.pages;
    expect(page).toMatchObject({ index: 1, width: 210, height: 297 });
    expect(page?.svg).toMatch(/^<svg .*<\/svg>$/su);
    const elements = preview.pages.flatMap(({ boxes }) => boxes.map(({ element }) => element));
    expect(elements).toEqual(
      expect.arrayContaining(['issuerMark', 'documentNumber', 'title', 'body', 'issuedOn']),
    );
    expect(preview.standIns).toContain('仿宋用 Noto Serif SC 代替');
    expect(preview.milliseconds).toBeGreaterThan(0);
  });

  it('draws of a long document the pages in the window, and the others when asked', async () => {
    const client = start();
    const document = notice('关于加强值班工作的通知', 120);
    const all = await client.preview(document, 'whole');
    expect(all.pages.length).toBeGreaterThan(12);
    expect(drawn(all.pages)).toHaveLength(all.pages.length);
    const part = await client.preview(document, 'part', { from: 2, to: 3 });
    expect(drawn(part.pages)).toEqual([2, 3]);
    expect(part.pages.map(({ boxes }) => boxes.map(({ path }) => path))).toEqual(
      all.pages.map(({ boxes }) => boxes.map(({ path }) => path)),
    );
    const more = await client.previewPages('part', part.version, { from: 12, to: 99 });
    expect(more).toEqual(all.pages.slice(11));
  });

  it('has only the newest pages of an editor to draw from', async () => {
    const client = start();
    const long = notice('关于加强值班工作的通知', 120);
    const first = await client.preview(long, 'editor', { from: 1, to: 1 });
    const second = await client.preview(long, 'editor', { from: 1, to: 1 });
    const window = { from: 2, to: 2 };
    expect(await client.previewPages('editor', first.version, window)).toBeNull();
    expect(await client.previewPages('another', second.version, window)).toBeNull();
    expect(await client.previewPages('editor', second.version, window)).toHaveLength(1);
  });

  it('draws a short document whole, whatever the window', async () => {
    const { pages } = await start().preview(notice('通知', 12), 'editor', { from: 1, to: 1 });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ svg }) => svg.startsWith('<svg'))).toBe(true);
  });

  it('answers a PDF whose text is the document’s', async () => {
    const pdf = await measurePdf(await start().render(notice('关于加强值班工作的通知'), 'pdf', new Date(0)));
    expect(pdf.text).toContain('关于加强值班工作的通知');
    expect(pdf.info).toMatchObject({ Title: '关于加强值班工作的通知', Author: '某市人民政府办公室' });
  });

  it('answers a .docx, a zip with the document in it', async () => {
    const docx = await start().render(notice('关于加强值班工作的通知'), 'docx', new Date(0));
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('各区县人民政府');
  });

  it('answers pages for print without the room of the seal', async () => {
    const client = start();
    const document = notice('关于加强值班工作的通知');
    const { pages } = await client.preview(document, 'editor');
    const print = await client.printPages(document);
    expect(print).toHaveLength(pages.length);
    expect(hasCircle(pages)).toContain(true);
    expect(hasCircle(print)).not.toContain(true);
  });

  it('answers a picture of one page, and says in Chinese that there is no such page', async () => {
    const client = start();
    const document = notice('关于加强值班工作的通知');
    const { bytes, pages } = await client.pageImage(document, { page: 1, widthPx: 210, format: 'png' });
    const png = Buffer.from(bytes);
    expect(pages).toBe((await client.preview(document, 'editor')).pages.length);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([210, 297]);
    const missing = client.pageImage(document, { page: 9, widthPx: 210, format: 'webp' });
    await expect(missing).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/^这份公文没有第9页/u),
    });
  });

  it('tells which fonts serve', async () => {
    expect((await start().fonts()).map(({ roleName }) => roleName)).toEqual([
      '仿宋',
      '小标宋',
      '黑体',
      '楷体',
      '宋体',
    ]);
  });

  it('cancels older previews of the same editor only', async () => {
    const client = start();
    const previews = [
      client.preview(notice('甲一'), 'a'),
      client.preview(notice('甲二'), 'a'),
      client.preview(notice('乙'), 'b'),
      client.preview(notice('甲三'), 'a'),
    ];
    const results = await Promise.allSettled(previews);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
    for (const result of results.slice(0, 2)) {
      expect(result).toMatchObject({ reason: { code: 'CANCELLED' } });
    }
  });

  it('lets a preview go before waiting files', async () => {
    const client = start();
    const order: string[] = [];
    const note = (name: string) => (): number => order.push(name);
    await Promise.all([
      client.render(notice('一', 40), 'pdf').then(note('first file')),
      client.render(notice('二', 40), 'pdf').then(note('second file')),
      client.preview(notice('三'), 'editor').then(note('preview')),
    ]);
    expect(order).toEqual(['first file', 'preview', 'second file']);
  });

  it('goes on after a request that fails, and logs it', async () => {
    const problems: string[] = [];
    const client = start({ mode: 'bundled', bundledFolder: '/nowhere' }, (message) => problems.push(message));
    await expect(client.fonts()).rejects.toMatchObject({ name: 'AppError', code: 'INVALID_INPUT' });
    await expect(client.fonts()).rejects.toThrow('没有找到可以用作仿宋的字体');
    expect(problems).toHaveLength(2);
  });

  it('starts a new worker after a crash; only the job in work is lost', async () => {
    const problems: string[] = [];
    const client = new DocgenClient({
      workerFile: FAKE_WORKER,
      fonts: BUNDLED,
      onProblem: (message) => problems.push(message),
    });
    clients.push(client);
    const [crashed, survived] = await Promise.allSettled([
      client.preview(notice('崩溃'), 'a'),
      client.fonts(),
    ]);
    expect(crashed).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL' } });
    expect(survived.status).toBe('fulfilled');
    expect(problems).toHaveLength(1);
  });

  it('ends cleanly: the running job is answered, waiting ones are refused', async () => {
    const client = start();
    const jobs = [client.render(notice('一', 40), 'pdf'), client.render(notice('二'), 'pdf')];
    const results = Promise.allSettled(jobs);
    await client.close();
    const [first, second] = await results;
    expect(first?.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'SHUTTING_DOWN' } });
    await expect(client.fonts()).rejects.toBeInstanceOf(AppError);
  });

  it('renews the worker after 200 PDFs without losing one', async () => {
    const client = new DocgenClient({ workerFile: FAKE_WORKER, fonts: BUNDLED });
    clients.push(client);
    const document = notice('通知');
    const jobs = Array.from({ length: 450 }, async () => client.render(document, 'pdf'));
    const threads = (await Promise.all(jobs)).map(([thread]) => thread);
    const runs = threads.filter((thread, index) => thread !== threads[index - 1]);
    expect(runs).toHaveLength(3);
    expect(threads.indexOf(runs[1])).toBe(200);
    expect(threads.indexOf(runs[2])).toBe(400);
  });
});
