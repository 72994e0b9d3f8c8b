import { openFontSet } from '../../electron/docgen/fonts/font-set.ts';
import type { FontSet, FontSetOptions } from '../../electron/docgen/fonts/font-set.ts';
import { renderDocument } from '../../electron/docgen/render.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { Measurement } from './measurement.ts';
import { middleOf } from './measurement.ts';
import { noticeOfOnePage } from './sample-document.ts';

const NOTICES = 1000;
const HUNDRED = 100;
/** The last hundred may take so much longer than the first measured hundred. */
const SLOWER = 1.25;
/** MB that the process may still grow in the second half; the first fills the fonts' and V8's own stores. */
const GROWN = 60;

/**
 * 1,000 different notices of one page in one process, as the command line is run over a folder: the time per
 * document and the memory are flat. The first hundred warms up and is not compared.
 */
export async function manyNotices(options: FontSetOptions): Promise<readonly Measurement[]> {
  const fonts = openFontSet(options);
  const documents = Array.from({ length: NOTICES }, (_, index) => noticeOfOnePage(index));
  const times: number[] = [];
  const memory: number[] = [];
  for (const document of documents) {
    times.push(await timeOf(document, fonts));
    if (times.length % HUNDRED === 0) memory.push(usedMegabytes());
  }
  const first = middleOf(times.slice(HUNDRED, 2 * HUNDRED));
  const last = middleOf(times.slice(-HUNDRED));
  const grown = Math.max((memory.at(-1) ?? 0) - (memory[memory.length / 2 - 1] ?? 0), 0);
  const total = times.reduce((sum, time) => sum + time, 0);
  return [
    { name: '千份公文 每份', value: total / NOTICES, unit: 'ms', bar: 50, note: 'PDF，逐份不同，同一进程' },
    {
      name: '千份公文 末百份',
      value: last,
      unit: 'ms',
      bar: first * SLOWER,
      note: `中位数；第二百份为 ${first.toFixed(1)} ms`,
    },
    { name: '千份公文 内存增长', value: grown, unit: 'MB', bar: GROWN, note: '第五百份之后到结束' },
  ];
}

async function timeOf(document: Gongwen, fonts: FontSet): Promise<number> {
  const start = performance.now();
  const { laidOut } = await renderDocument(document, fonts, { kinds: ['pdf'] });
  const time = performance.now() - start;
  if (laidOut.pages.length !== 1) throw new Error(`a notice of ${laidOut.pages.length} pages`);
  return time;
}

function usedMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}
