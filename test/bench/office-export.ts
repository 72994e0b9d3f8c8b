import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bookLayout } from '../../shared/domain/exchange/export-list.ts';
import { EXPORT_LISTS } from '../../shared/domain/exchange/export-lists.ts';
import { setUp, startProgram } from '../ipc/harness.ts';
import type { Program } from '../ipc/harness.ts';
import { asXlsx, makeLedger } from '../ipc/ledger-maker.ts';
import { timed } from './measurement.ts';
import type { Measurement } from './measurement.ts';

/** Lists to Excel and old ledgers from Excel, through the real handlers and the real thread. */

/** Some of them have faults and are left out: more than 10,000 papers remain. */
const LEDGER_ROWS = 10_500;
const IMPORTED = 5000;
/** What the window may be kept waiting; ms. */
const BLOCKED_BAR = 50;

interface Watched {
  readonly milliseconds: number;
  /** The most the main thread computed without answering anybody; ms of its own time, so that others do not count. */
  readonly blocked: number;
}

async function watched(run: () => Promise<unknown>): Promise<Watched> {
  let blocked = 0;
  let last = process.threadCpuUsage();
  const look = (): void => {
    const now = process.threadCpuUsage();
    blocked = Math.max(blocked, (now.user + now.system - last.user - last.system) / 1000);
    last = now;
  };
  const timer = setInterval(look, 1);
  const milliseconds = await timed(run);
  // What was computed last is seen when the thread is free again.
  await wait(20);
  clearInterval(timer);
  return { milliseconds, blocked };
}

async function open(program: Program, file: string): Promise<string> {
  program.answers.push(file);
  const session = await program.api.exchange.importFile();
  if (session === null) throw new Error('cancelled');
  return session.id;
}

async function put(program: Program, id: string): Promise<{ batchId: string; imported: number }> {
  return program.api.exchange.runImport({ id, job: 'bench', classifiedAcknowledged: true });
}

async function exportTo(program: Program, name: string, format: 'xlsx' | 'csv-gb18030'): Promise<number> {
  program.answers.push(path.join(program.folder, name));
  const done = await program.api.exchange.exportList({
    job: 'bench',
    source: { list: 'incoming', filter: {}, sort: { key: 'number', direction: 'asc' } },
    columns: bookLayout(EXPORT_LISTS.incoming),
    format,
  });
  return done?.rows ?? 0;
}

const ms = (name: string, value: number, bar?: number, note?: string): Measurement => ({
  name,
  value: Math.round(value),
  unit: 'ms',
  ...(bar === undefined ? {} : { bar }),
  ...(note === undefined ? {} : { note }),
});

export async function exchange(): Promise<Measurement[]> {
  const program = await startProgram();
  try {
    await setUp(program);
    const file = path.join(program.folder, '台账.xlsx');
    writeFileSync(file, await asXlsx(makeLedger(LEDGER_ROWS, { merged: true })));
    const filling = await open(program, file);
    await program.api.exchange.skipFaulty({ id: filling, reason: '基准' });
    await put(program, filling);

    // The list stands on the screen when it is exported.
    await exportTo(program, '先.csv', 'csv-gb18030');
    let rows = 0;
    const xlsx = await watched(async () => {
      rows = await exportTo(program, '簿.xlsx', 'xlsx');
    });
    const csv = await watched(() => exportTo(program, '簿.csv', 'csv-gb18030'));
    const kilobytes = Math.round(statSync(path.join(program.folder, '簿.xlsx')).size / 1024);

    const small = path.join(program.folder, '台账2.xlsx');
    writeFileSync(small, await asXlsx(makeLedger(IMPORTED, { merged: true, seed: 7 })));
    let id = '';
    const read = await watched(async () => {
      id = await open(program, small);
    });
    // The same numbers are there already: they come in without.
    const state = await program.api.exchange.importState({ id });
    const { number: _number, ...mapping } = state?.mapping ?? {};
    const preview = await watched(() => program.api.exchange.setUpImport({ id, mapping }));
    await program.api.exchange.skipFaulty({ id, reason: '基准' });
    let done = { batchId: '', imported: 0 };
    const stored = await watched(async () => {
      done = await put(program, id);
    });
    const undo = await watched(() =>
      program.api.exchange.undoImport({ id: done.batchId, rowVersion: 1, reason: '基准', changed: 'refuse' }),
    );
    return [
      ms('导出 .xlsx', xlsx.milliseconds, 8000, `${rows} 行，${kilobytes} kB`),
      ms('导出 .xlsx 时主线程最长占用', xlsx.blocked, BLOCKED_BAR),
      ms('导出 .csv', csv.milliseconds, 4000, `${rows} 行，GB18030`),
      ms('导出 .csv 时主线程最长占用', csv.blocked, BLOCKED_BAR),
      ms('读旧台账并预览', read.milliseconds, 6000, `${IMPORTED} 行`),
      ms('改列的对应后重新预览', preview.milliseconds, 1500),
      ms('预览时主线程最长占用', preview.blocked, 2 * BLOCKED_BAR),
      ms('导入', stored.milliseconds, 3000, `${done.imported} 行，一个事务`),
      ms('导入时主线程最长占用', stored.blocked, 3000, '一个事务，要么全有要么全无'),
      ms('撤销导入', undo.milliseconds, 2000),
    ];
  } finally {
    await program.close();
  }
}
