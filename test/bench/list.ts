import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { openDatabase } from '../../electron/db/open.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { listOutgoing } from '../../electron/features/outgoing/list.ts';
import { OUTGOING_SORT_KEYS } from '../../shared/features/outgoing.ts';
import type { outgoingContract, OutgoingFilter } from '../../shared/features/outgoing.ts';
import { fillOffice } from './many-documents.ts';
import type { Measurement } from './measurement.ts';
import { timed } from './measurement.ts';

/** Any list, filter or search, ms. */
const BAR = 20;
const SIZES = [100_000, 300_000] as const;
const RUNS = 21;

type Input = z.output<(typeof outgoingContract.list)['input']>;

/** The list of 发文 over a real file: first and deep pages, every sort, every filter, searches. */
export async function list(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const size of SIZES) measurements.push(...(await measureSize(size)));
  return measurements;
}

async function measureSize(size: number): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-bench-'));
  const options = { file: path.join(folder, 'gongwentai.db'), backupFolder: path.join(folder, 'backups') };
  try {
    const filling = await openDatabase({ ...options, create: true });
    const { drafterId } = await fillOffice(filling, size);
    await filling.close();
    const database = await openDatabase({ ...options, create: false });
    const measurements: Measurement[] = [];
    for (const [name, input] of questions(size, drafterId)) {
      measurements.push(...(await measure(database, `${size / 10_000} 万件 ${name}`, input)));
    }
    measurements.push(await afterChange(database, size));
    await database.close();
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function questions(size: number, drafterId: string): [string, Input][] {
  const ask = (part: Partial<Input> & { filter?: OutgoingFilter }): Input => ({
    filter: {},
    sort: { key: 'updatedAt', direction: 'desc' },
    offset: 0,
    limit: 100,
    ...part,
  });
  const search = (text: string, more: OutgoingFilter = {}) => ask({ filter: { ...more, text } });
  return [
    ['首页', ask({})],
    ['中间一页', ask({ offset: size / 2 })],
    ['末页', ask({ offset: size - 200 })],
    ...OUTGOING_SORT_KEYS.flatMap((key): [string, Input][] => [
      [`按${key}升序`, ask({ sort: { key, direction: 'asc' } })],
      [`按${key}降序，中间一页`, ask({ sort: { key, direction: 'desc' }, offset: size / 2 })],
    ]),
    ['筛年份', ask({ filter: { year: 2018 } })],
    [
      '筛年份，按标题，中间一页',
      ask({ filter: { year: 2018 }, sort: { key: 'title', direction: 'asc' }, offset: size / 30 }),
    ],
    ['筛状态', ask({ filter: { states: ['draft'] } })],
    ['筛文种', ask({ filter: { genres: ['函', '请示'] } })],
    ['筛拟稿人', ask({ filter: { drafterId } })],
    ['回收站', ask({ filter: { states: ['discarded'] } })],
    ['找常见词', search('通知')],
    ['找常见词，按标题', ask({ filter: { text: '工作' }, sort: { key: 'title', direction: 'asc' } })],
    ['找常见词，筛年份与文种', search('工作', { year: 2018, genres: ['通知'] })],
    ['找少见词', search('第4711批')],
    ['找没有的词', search('量子计算')],
    ['找一个字，常见', search('关')],
    ['找一个字，少见', search('防')],
    ['找两个字', search('防汛')],
    ['找两个词', search('防汛 城东')],
    ['找文号', search('临建发[2018]38号')],
    ['找全角文号', search('临建发〔２０１８〕３８号')],
    ['找数字', search('38')],
  ];
}

async function measure(database: OfficeDatabase, name: string, input: Input): Promise<Measurement[]> {
  const run = () => listOutgoing(database, input);
  const cold = await timed(run);
  const times: number[] = [];
  let total = 0;
  for (let index = 0; index < RUNS; index += 1) {
    times.push(
      await timed(async () => {
        total = (await run()).total;
      }),
    );
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  return [
    {
      name: `${name} p50`,
      value: at(0.5),
      unit: 'ms',
      bar: BAR,
      note: `${total} 件，第一次 ${cold.toFixed(0)} ms`,
    },
    { name: `${name} p95`, value: at(0.95), unit: 'ms', bar: BAR },
  ];
}

/** The list right after a save: what changed is put in its place in every order. */
async function afterChange(database: OfficeDatabase, size: number): Promise<Measurement> {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    await database.write(
      { actor: { id: 'bench', name: '测量' }, action: 'outgoing.save' },
      async (change) => {
        await change.tx
          .updateTable('outgoing')
          .set({ updatedAt: change.at })
          .where('numberOrder', '=', `临建发 2018 ${String(index + 1).padStart(9, '0')}`)
          .execute();
        await change.audit({ entity: 'outgoing', entityId: 'bench', summary: '修改' });
      },
    );
    times.push(
      await timed(() =>
        listOutgoing(database, {
          filter: {},
          sort: { key: 'updatedAt', direction: 'desc' },
          offset: 0,
          limit: 100,
        }),
      ),
    );
  }
  times.sort((a, b) => a - b);
  return {
    name: `${size / 10_000} 万件 存盘后的首页 p50`,
    value: times[Math.floor(times.length / 2)] ?? Number.NaN,
    unit: 'ms',
    bar: BAR,
  };
}
