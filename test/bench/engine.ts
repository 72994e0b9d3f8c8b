import { join } from 'node:path';
import { DocgenClient } from '../../electron/docgen/client.ts';
import type { FontSetOptions } from '../../electron/docgen/fonts/font-set.ts';
import { openFontSet } from '../../electron/docgen/fonts/font-set.ts';
import type { FileKind } from '../../electron/docgen/render.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { manyNotices } from './engine-runs.ts';
import { timeLibreOffice } from './libre-office.ts';
import type { Measurement } from './measurement.ts';
import { medianOf, timed } from './measurement.ts';
import { documentOfPages, documentWithAnnex } from './sample-document.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
/** The worker as the program ships it: one bundle. */
const WORKER = join(PROJECT, 'dist', 'main', 'worker.js');
const FONTS: FontSetOptions = { mode: 'bundled', bundledFolder: join(PROJECT, 'resources', 'fonts') };
const PAGES = [1, 2, 10, 100] as const;
const ANNEX_PAGES = 300;
const KINDS = ['pdf', 'docx'] as const;
const CREATED = new Date(Date.UTC(2026, 2, 5));

/** Bars of the engine, by kind, pages and figure. */
const BARS: Readonly<Record<string, number>> = {
  'pdf 2 cold': 400,
  'pdf 2 warm': 50,
  'pdf 100 warm': 1000,
  'pdf 100 cold': 1000,
  'pdf 2 kB': 120,
  'preview 2 warm': 15,
  'preview 100 window': 100,
  'annex cold': 3000,
  'annex warm': 3000,
};

/** Documents of 1 to 100 pages through the worker: cold and warm time, bytes, memory; LibreOffice beside it. */
export async function engine(): Promise<readonly Measurement[]> {
  const fonts = openFontSet(FONTS);
  const measurements: Measurement[] = [];
  for (const pages of PAGES) {
    const document = documentOfPages(pages, fonts);
    const docx = await withClient(async (client) => client.render(document, 'docx', CREATED));
    const reference = await timeLibreOffice(docx, pages === 100 ? 1 : 3);
    for (const kind of KINDS) measurements.push(...(await measureFiles(document, kind, pages, reference)));
    measurements.push(await measurePreview(document, pages));
    if (pages === 100) measurements.push(await measureWindow(document));
  }
  measurements.push(...(await measureAnnex(documentWithAnnex(ANNEX_PAGES, fonts))));
  measurements.push(...(await manyNotices(FONTS)));
  return measurements;
}

async function measureFiles(
  document: Gongwen,
  kind: FileKind,
  pages: number,
  libreOffice: number | undefined,
): Promise<Measurement[]> {
  let bytes = 0;
  let memory = 0;
  const render = async (client: DocgenClient): Promise<void> => {
    bytes = (await client.render(document, kind, CREATED)).byteLength;
  };
  const cold = await medianOf(5, async () => {
    const client = newClient();
    const time = await timed(async () => render(client));
    await client.close();
    return time;
  });
  const before = process.memoryUsage.rss();
  const warm = await withClient(async (client) => {
    for (let run = 0; run < 3; run += 1) await render(client);
    const time = await medianOf(11, async () => timed(async () => render(client)));
    memory = (process.memoryUsage.rss() - before) / 1e6;
    return time;
  });
  const label = `${kind} ${pages} 页`;
  const reference = kind === 'pdf' && libreOffice !== undefined ? { reference: libreOffice } : {};
  return [
    {
      name: `${label} 冷`,
      value: cold,
      unit: 'ms',
      note: '新线程到文件',
      ...bar(`${kind} ${pages} cold`),
      ...reference,
    },
    { name: `${label} 热`, value: warm, unit: 'ms', ...bar(`${kind} ${pages} warm`), ...reference },
    { name: `${label} 大小`, value: bytes / 1000, unit: 'kB', ...bar(`${kind} ${pages} kB`) },
    { name: `${label} 内存`, value: Math.max(memory, 0), unit: 'MB', note: '线程在内的增量' },
  ];
}

async function measurePreview(document: Gongwen, pages: number): Promise<Measurement> {
  const value = await withClient(async (client) => {
    const preview = async (): Promise<unknown> => client.preview(document, 'bench');
    for (let run = 0; run < 3; run += 1) await preview();
    return medianOf(11, async () => timed(preview));
  });
  return { name: `预览 ${pages} 页 热`, value, unit: 'ms', ...bar(`preview ${pages} warm`) };
}

/** What the editor asks of a long document: the pages in sight, the rest described. */
async function measureWindow(document: Gongwen): Promise<Measurement> {
  const value = await withClient(async (client) => {
    const preview = async (): Promise<unknown> => client.preview(document, 'bench', { from: 50, to: 54 });
    for (let run = 0; run < 3; run += 1) await preview();
    return medianOf(11, async () => timed(preview));
  });
  return { name: '预览 100 页 可见页 热', value, unit: 'ms', note: '画 5 页', ...bar('preview 100 window') };
}

async function measureAnnex(document: Gongwen): Promise<readonly Measurement[]> {
  return withClient(async (client) => {
    const render = async (): Promise<unknown> => client.render(document, 'pdf', CREATED);
    const cold = await timed(render);
    const warm = await medianOf(3, async () => timed(render));
    return [
      { name: `附件 ${ANNEX_PAGES} 页 冷`, value: cold, unit: 'ms', ...bar('annex cold') },
      { name: `附件 ${ANNEX_PAGES} 页 热`, value: warm, unit: 'ms', ...bar('annex warm') },
    ];
  });
}

function bar(key: string): { bar?: number } {
  const value = BARS[key];
  return value === undefined ? {} : { bar: value };
}

function newClient(): DocgenClient {
  return new DocgenClient({ workerFile: WORKER, fonts: FONTS });
}

async function withClient<T>(use: (client: DocgenClient) => Promise<T>): Promise<T> {
  const client = newClient();
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
