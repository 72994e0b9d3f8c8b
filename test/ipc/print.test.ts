import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelAllJobs } from '../../electron/features/document/running-jobs.ts';
import { draftOf, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

/** Printing through the procedures; the printer itself takes notes. */

const LASER = { name: 'HP_M403', displayName: 'HP M403（办公室）', description: '' };
const COPIER = { name: 'copier', displayName: '文印室', description: '' };

let program: Program;
let id: string;

beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
  program.printers.push(LASER, COPIER);
  ({ id } = await draftOf(program, '关于打印的通知'));
});
afterEach(() => program.close());

/** Gives the document a 份号 and enough text for `pages` pages at least. */
async function prepare(change: { copyNumber?: string; paragraphs?: number }): Promise<void> {
  const { rowVersion, document } = await program.api.outgoing.get({ id });
  const body = Array.from({ length: change.paragraphs ?? 1 }, (_, index) => ({
    type: 'paragraph' as const,
    text: `第${index + 1}段。${'请各单位认真贯彻执行。'.repeat(12)}`,
  }));
  const copyNumber = change.copyNumber === undefined ? {} : { copyNumber: change.copyNumber };
  await program.api.outgoing.save({ id, rowVersion, document: { ...document, body, ...copyNumber } });
}

const order = (more: object = {}) => ({
  id,
  job: 'job-1',
  printer: LASER.name,
  copies: 1,
  duplex: 'longEdge' as const,
  ranges: [],
  ...more,
});

/** Does something as soon as the printer has taken a job; `count` of them so far. */
function afterJob(act: (count: number) => void | Promise<void>): void {
  const { printer } = program.services;
  const acting: typeof printer = {
    ...printer,
    printTo: async (...job) => {
      await printer.printTo(...job);
      await act(program.jobs.length);
    },
  };
  Object.assign(program.services, { printer: acting });
}

const summaries = async () => (await program.api.outgoing.history({ id })).map(({ summary }) => summary);

describe('what the dialog offers', () => {
  it('is the printers of the system; both sides unless chosen otherwise', async () => {
    expect(await program.api.document.printOptions({ id })).toEqual({
      printers: [
        { ...LASER, duplex: 'longEdge', offset: { x: 0, y: 0 } },
        { ...COPIER, duplex: 'longEdge', offset: { x: 0, y: 0 } },
      ],
      lastPrinter: null,
      lastCopyNumber: null,
    });
  });

  it('no printer is no error', async () => {
    program.printers.length = 0;
    const options = await program.api.document.printOptions({ id });
    expect(options.printers).toEqual([]);
    await expect(program.api.document.printTo(order())).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('导出 PDF') as string,
    });
    expect(program.jobs).toEqual([]);
    expect(await summaries()).not.toContainEqual(expect.stringContaining('打印'));
  });

  it('remembers printer and sides, until the printer is gone', async () => {
    await program.api.document.printTo(order({ printer: COPIER.name, duplex: 'simplex' }));
    const options = await program.api.document.printOptions({ id });
    expect(options.lastPrinter).toBe(COPIER.name);
    expect(options.printers.map(({ duplex }) => duplex)).toEqual(['longEdge', 'simplex']);
    program.printers.pop();
    expect((await program.api.document.printOptions({ id })).lastPrinter).toBeNull();
  });
});

describe('printing on a printer', () => {
  it('sends equal copies as one job and writes down what went where', async () => {
    const result = await program.api.document.printTo(order({ copies: 20 }));
    expect(result).toEqual({ outcome: 'printed', copies: 20 });
    expect(program.jobs).toHaveLength(1);
    const [job] = program.jobs;
    expect(job).toMatchObject({
      printer: LASER.name,
      copies: 20,
      duplex: 'longEdge',
      offset: { x: 0, y: 0 },
    });
    const [summary] = await summaries();
    expect(summary).toBe(`打印 20 份，每份 ${job?.pages.length} 面（HP M403（办公室））`);
  });

  it('counts the 份号 up, one on each copy, and tells how far it is', async () => {
    await prepare({ copyNumber: '000005' });
    const result = await program.api.document.printTo(order({ copies: 3, firstCopyNumber: 5 }));
    expect(result).toEqual({ outcome: 'printed', copies: 3 });
    expect(program.jobs.map(({ copies, jobName }) => [copies, jobName.slice(0, 6)])).toEqual([
      [1, '000005'],
      [1, '000006'],
      [1, '000007'],
    ]);
    // The first digits differ only in the last one; the rest of the first page is the same.
    const numbers = program.jobs.map(({ pages }) => copyNumberOutlines(pages[0] ?? ''));
    expect(new Set(numbers).size).toBe(3);
    const rest = program.jobs.map(({ pages }) => pages.slice(1).join('\n'));
    expect(new Set(rest).size).toBe(1);
    expect(program.progress.map(({ job, done, total, label }) => [job, done, total, label])).toEqual([
      ['job-1', 0, 3, '正在送往打印机：份号 000005'],
      ['job-1', 1, 3, '正在送往打印机：份号 000006'],
      ['job-1', 2, 3, '正在送往打印机：份号 000007'],
    ]);
    const [summary] = await summaries();
    expect(summary).toContain('份号 000005—000007');
    expect((await program.api.document.printOptions({ id })).lastCopyNumber).toBe(7);
    await program.api.document.printTo(order({ firstCopyNumber: 2 }));
    expect((await program.api.document.printOptions({ id })).lastCopyNumber).toBe(7);
  });

  it('prints the chosen pages only, and refuses pages that are not there', async () => {
    await prepare({ paragraphs: 12 });
    await program.api.document.printTo(order());
    const all = program.jobs[0]?.pages ?? [];
    expect(all.length).toBeGreaterThan(2);
    await program.api.document.printTo(
      order({
        ranges: [
          { from: 1, to: 1 },
          { from: 3, to: 3 },
        ],
      }),
    );
    expect(program.jobs[1]?.pages).toEqual([all[0], all[2]]);
    const missing = order({ ranges: [{ from: 2, to: 99 }] });
    await expect(program.api.document.printTo(missing)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(`共 ${all.length} 页`) as string,
    });
    expect(program.jobs).toHaveLength(2);
  });

  it('stops between two copies; what went out stays written down', async () => {
    await prepare({ copyNumber: '000001' });
    afterJob(async (count) => {
      if (count === 2) await program.api.document.cancelPrint({ job: 'job-1' });
    });
    const result = await program.api.document.printTo(order({ copies: 50, firstCopyNumber: 1 }));
    expect(result).toEqual({ outcome: 'cancelled', copies: 2 });
    expect(program.jobs).toHaveLength(2);
    expect((await summaries())[0]).toMatch(/^打印 2 份.*份号 000001—000002/u);
  });

  it('a printer that fails on the way leaves the copies before it in the history', async () => {
    await prepare({ copyNumber: '000001' });
    afterJob((count) => {
      if (count === 2) throw new Error('out of paper');
    });
    await expect(program.api.document.printTo(order({ copies: 3, firstCopyNumber: 1 }))).rejects.toThrow();
    expect((await summaries())[0]).toMatch(/^打印 1 份.*份号 000001（/u);
  });

  it('quitting begins no further copy', async () => {
    await prepare({ copyNumber: '000001' });
    afterJob(() => cancelAllJobs());
    const result = await program.api.document.printTo(order({ copies: 50, firstCopyNumber: 1 }));
    expect(result).toEqual({ outcome: 'cancelled', copies: 1 });
  });

  it('refuses numbers beyond six digits and orders without measure', async () => {
    for (const wrong of [
      { copies: 0 },
      { copies: 1000 },
      { copies: 2, firstCopyNumber: 999_999 },
      { firstCopyNumber: 0 },
      { duplex: 'both' },
      { ranges: [{ from: 3, to: 1 }] },
      { printer: '' },
      { device: 'lpt1' },
    ]) {
      await expect(program.api.document.printTo(order(wrong)), JSON.stringify(wrong)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
    expect(program.jobs).toEqual([]);
  });
});

describe('calibration', () => {
  it('is kept under the name of the printer and moves what is printed on it alone', async () => {
    await program.api.document.saveOffset({ printer: LASER.name, offset: { x: 1.5, y: -2 } });
    await program.api.document.printTo(order());
    await program.api.document.printTo(order({ printer: COPIER.name }));
    expect(program.jobs.map(({ offset }) => offset)).toEqual([
      { x: 1.5, y: -2 },
      { x: 0, y: 0 },
    ]);
    const { printers } = await program.api.document.printOptions({ id });
    expect(printers.map(({ offset }) => offset)).toEqual([
      { x: 1.5, y: -2 },
      { x: 0, y: 0 },
    ]);
  });

  it('the page for measuring is never moved, the one for checking is', async () => {
    await program.api.document.saveOffset({ printer: LASER.name, offset: { x: 1.5, y: -2 } });
    await program.api.document.printCalibration({ printer: LASER.name, corrected: false });
    await program.api.document.printCalibration({ printer: LASER.name, corrected: true });
    expect(program.jobs.map(({ offset, duplex, copies }) => ({ offset, duplex, copies }))).toEqual([
      { offset: { x: 0, y: 0 }, duplex: 'simplex', copies: 1 },
      { offset: { x: 1.5, y: -2 }, duplex: 'simplex', copies: 1 },
    ]);
    expect(program.jobs[0]?.pages[0]).toContain('甲线：距纸上边应为 20.0 毫米');
  });

  it('refuses a move that is no calibration', async () => {
    const save = program.api.document.saveOffset({ printer: LASER.name, offset: { x: 11, y: 0 } });
    await expect(save).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(
      program.api.document.printCalibration({ printer: '没有的', corrected: false }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

/** The glyphs of the 份号 on a page, by the ids of their outlines. */
function copyNumberOutlines(svg: string): string {
  const group = /<g data-element="copyNumber"[^>]*>(?<uses>.*?)<\/g>/u.exec(svg)?.groups?.['uses'] ?? '';
  const outlines = new Map(
    [...svg.matchAll(/<path id="(?<id>[^"]+)" d="(?<d>[^"]*)"/gu)].map((match) => [
      match.groups?.['id'],
      match.groups?.['d'],
    ]),
  );
  return [...group.matchAll(/href="#(?<id>[^"]+)"/gu)]
    .map((match) => outlines.get(match.groups?.['id']) ?? '?')
    .join('|');
}
