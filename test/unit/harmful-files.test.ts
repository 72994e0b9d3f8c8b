import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttachEngine } from '../../electron/attach/engine.ts';
import type { Channel } from '../../electron/attach/engine.ts';
import type { AttachReply } from '../../electron/attach/messages.ts';
import { docxPages } from '../../electron/attach/package-text.ts';
import { threadChannel } from '../../electron/attach/thread-channel.ts';
import { guardFormula, unguardFormula } from '../../electron/exchange/formula-text.ts';
import { readXlsx } from '../../electron/exchange/read-xlsx.ts';

/** Claims in the central directory that a part unpacks to `size` bytes (APPNOTE 4.3.12, at offset 24). */
function claiming(zip: Uint8Array, name: string, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at < zip.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02_01_4b_50) continue;
    const length = view.getUint16(at + 28, true);
    const found = String.fromCharCode(...zip.subarray(at + 46, at + 46 + length));
    if (found === name) view.setUint32(at + 24, size, true);
  }
  return zip;
}

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('收文').addRow(['标题']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('packages that unpack to far more than they are', () => {
  it('a DOCX is not unpacked, one part or many', () => {
    const xml = strToU8('<w:t>一</w:t>');
    const headers = Array.from({ length: 8 }, (_, at) => `word/header${at}.xml`);
    const parts = Object.fromEntries(['word/document.xml', ...headers].map((name) => [name, xml]));
    const many = headers.reduce((zip, name) => claiming(zip, name, 20 * 1024 * 1024), zipSync(parts));
    expect(() => docxPages(many)).toThrow('unpacks to more than');
    const one = zipSync({ 'word/document.xml': xml });
    expect(docxPages(one.slice())).toEqual(['一']);
    expect(() => docxPages(claiming(one, 'word/document.xml', 0x7f_ff_ff_ff))).toThrow(
      'unpacks to more than',
    );
  });

  it('a workbook is refused in words for the person', async () => {
    const good = await workbook();
    expect((await readXlsx(good.slice()))[0]?.rows).toEqual([['标题']]);
    const bomb = claiming(good, 'xl/worksheets/sheet1.xml', 0x7f_ff_ff_ff);
    await expect(readXlsx(bomb)).rejects.toThrow('解压后过大');
  });
});

describe('a workbook with entities of its own', () => {
  it.each(['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">'])(
    '%s: nothing is put in their place',
    async (entities) => {
      const parts = unzipSync(await workbook());
      const declared = `<?xml version="1.0"?><!DOCTYPE sst [${entities}]>`;
      const text = `${declared}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>`;
      const rows = await readXlsx(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(text) })).then(
        ([sheet]) => JSON.stringify(sheet?.rows),
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      // Refused, or the reference as it stands.
      expect(rows).toMatch(/读不出来|^\[\["&b;"\]\]$/u);
    },
  );
});

describe('a file that is read for ever', () => {
  let folder: string;
  let stuck: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongwentai-'));
    stuck = path.join(folder, 'stuck.mjs');
    const source =
      "import { parentPort } from 'node:worker_threads';\n" +
      "parentPort.on('message', ({ id, name }) => {\n" +
      "  while (name === 'stuck');\n" +
      '  parentPort.postMessage({ id, answer: name });\n' +
      '});\n';
    writeFileSync(stuck, source);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('ends by itself after its time; the next one gets a thread of its own', async () => {
    const threads = [() => threadChannel(stuck), answering];
    const engine = createAttachEngine(() => (threads.shift() ?? answering)(), undefined, 200);
    const bytes = new Uint8Array();
    await expect(engine.read({ bytes }, 'stuck')).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    await expect(engine.read({ bytes }, 'good')).resolves.toBe('good');
    expect(threads).toEqual([]);
    engine.close();
  });

  it('is stopped by the person; the next one is read', async () => {
    const engine = createAttachEngine(() => threadChannel(stuck));
    const bytes = new Uint8Array();
    const stop = new AbortController();
    const reading = engine.read({ bytes }, 'stuck', stop.signal);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    await expect(engine.read({ bytes }, 'good')).resolves.toBe('good');
    engine.close();
  });
});

/** Answers at once with the name: how long a thread takes to start must not decide. */
function answering(): Channel {
  let told: ((reply: AttachReply) => void) | undefined;
  return {
    post: (request) => {
      const answer = 'name' in request ? request.name : '';
      // The engine hands on whatever comes back.
      queueMicrotask(() => told?.({ id: request.id, answer } as unknown as AttachReply));
    },
    onMessage: (listener) => {
      told = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
}

describe('a text that begins like a formula', () => {
  it.each(['=1+1', '+86', '-1', '@a', '\t=1', '\n=1', '＝1+1', '－甲'])(
    '%j is marked and comes back',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  it.each(['关于=的通知', "'引号'", '1-2', ''])('%j stays', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});
