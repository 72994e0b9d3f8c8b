import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterOrder } from '../../shared/features/form.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { draftOf } from './harness.ts';
import { bringToHandling, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

/** 登记簿 of real lists through the procedures: as filtered, with progress, stopped, saved, printed. */

let office: ReceivingOffice;
const LASER = { name: 'HP_M403', displayName: 'HP M403（办公室）', description: '' };

beforeEach(async () => {
  office = await startReceiving();
  office.program.printers.push(LASER);
});
afterEach(() => office.program.close());

const order = (more: Partial<RegisterOrder> = {}): RegisterOrder => ({
  source: { list: 'incoming', filter: {}, sort: { key: 'number', direction: 'asc' } },
  size: 'full',
  scope: '2026年',
  ...more,
});

async function fill(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    ids.push(
      await office.register({ title: `关于第${at}项工作的通知`, documentNumber: `江政办发〔2026〕${at}号` }),
    );
  }
  return ids;
}

/** Exports the prepared register and reads it back. */
async function saved(job: string) {
  const { api, answers, folder } = office.program;
  const file = path.join(folder, `${job}.pdf`);
  answers.push(file);
  expect(await api.form.exportRegister({ job })).toMatchObject({ files: [{ name: `${job}.pdf` }] });
  return measurePdf(new Uint8Array(await readFile(file)));
}

const trail = () =>
  office.program.session.database.read
    .selectFrom('auditEvent')
    .select(['summary', 'entity'])
    .where('entityId', '=', 'register')
    .orderBy('sequence')
    .execute();

describe('收文登记簿', () => {
  it('is the list as filtered and sorted, and what became of each paper', async () => {
    const [first = ''] = await fill(3);
    await office.register({ title: '关于加急工作的通知', urgency: '加急', secrecy: '工作秘密' });
    await bringToHandling(office, first);
    const { api } = office.program;
    const all = await api.form.prepareRegister({ ...order(), job: 'all' });
    expect(all).toEqual({ entries: 4, pages: 2, workSecrets: 1 });
    const pdf = await saved('all');
    const flat = pdf.text.replaceAll(/\s/gu, '');
    const numbers = flat.match(/收〔2026〕\d{4}/gu) ?? [];
    const inOrder = ['收〔2026〕0001', '收〔2026〕0002', '收〔2026〕0003', '收〔2026〕0004'];
    expect(numbers).toEqual([...inOrder, ...inOrder]);
    for (const word of [
      '关于第1项工作的通知',
      '江政办发〔2026〕1号',
      '拟请工程科主办。',
      '王局长',
      '工程科',
      '2026-12-04',
    ]) {
      expect(flat).toContain(word);
    }
    const urgent = order({
      source: {
        list: 'incoming',
        filter: { urgencies: ['加急'] },
        sort: { key: 'number', direction: 'asc' },
      },
      size: 'brief',
    });
    expect(await api.form.prepareRegister({ ...urgent, job: 'urgent' })).toEqual({
      entries: 1,
      pages: 1,
      workSecrets: 1,
    });
    expect((await saved('urgent')).text).not.toContain('关于第1项工作');
    expect(await trail()).toEqual([
      { entity: 'incoming', summary: '导出收文登记簿 4 件（其中工作秘密 1 件） PDF' },
      { entity: 'incoming', summary: '导出收文登记簿 1 件（其中工作秘密 1 件） PDF' },
    ]);
  });

  it('shows its pages lying and prints them upright, written down', async () => {
    await fill(2);
    const { api, jobs } = office.program;
    await api.form.prepareRegister({ ...order(), job: 'book' });
    const { pages } = await api.form.registerPages({ job: 'book', window: { from: 1, to: 2 } });
    expect(pages.map(({ index, width, height }) => [index, width, height])).toEqual([
      [1, 297, 210],
      [2, 297, 210],
    ]);
    const to = { printer: LASER.name, copies: 2, duplex: 'longEdge' as const, ranges: [{ from: 1, to: 1 }] };
    const result = await api.form.printRegisterTo({ ...to, job: 'printing', register: 'book' });
    expect(result).toEqual({ outcome: 'printed', copies: 2 });
    expect(jobs[0]?.pages).toHaveLength(1);
    expect(jobs[0]?.pages[0]).toContain('viewBox="0 0 210 297"');
    expect(await trail()).toEqual([
      { entity: 'incoming', summary: '打印收文登记簿 2 件 2 份，每份 1 面（HP M403（办公室））' },
    ]);
    await api.form.releaseRegister({ job: 'book' });
    await expect(api.form.registerPages({ job: 'book', window: { from: 1, to: 1 } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('tells how far it is, and stops when told', async () => {
    await fill(250);
    const { api, progress, services } = office.program;
    await api.form.prepareRegister({ ...order(), job: 'whole' });
    expect(progress.filter(({ job }) => job === 'whole').map(({ done, total }) => [done, total])).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
    const tell = services.progress;
    Object.assign(services, {
      progress: (event: Parameters<typeof tell>[0]) => {
        tell(event);
        if (event.job === 'stopped') void api.form.cancelJob({ job: 'stopped' });
      },
    });
    await expect(api.form.prepareRegister({ ...order(), job: 'stopped' })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    const far = progress.filter(({ job }) => job === 'stopped').map(({ done }) => done);
    expect(Math.max(...far)).toBeLessThan(250);
    await expect(api.form.exportRegister({ job: 'stopped' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await trail()).toEqual([]);
  });

  it('an empty list is told, not printed', async () => {
    const { api } = office.program;
    await expect(api.form.prepareRegister({ ...order(), job: 'none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('放宽筛选') as string,
    });
  });

  it('is made again where the engine has let go of it', async () => {
    await fill(1);
    const { api, services } = office.program;
    await api.form.prepareRegister({ ...order(), job: 'book' });
    await services.docgen.register.drop('book');
    const { pages } = await api.form.registerPages({ job: 'book', window: { from: 1, to: 1 } });
    expect(pages).toHaveLength(1);
  });
});

it('发文登记簿 lists the documents', async () => {
  await draftOf(office.program, '关于印发工作要点的通知');
  const { api } = office.program;
  const source = { list: 'outgoing', filter: {}, sort: { key: 'createdAt', direction: 'asc' } } as const;
  await api.form.prepareRegister({ ...order({ source }), job: 'out' });
  const flat = (await saved('out')).text.replaceAll(/\s/gu, '');
  for (const word of ['发文登记簿', '关于印发工作要点的通知', '林晓']) expect(flat).toContain(word);
});
