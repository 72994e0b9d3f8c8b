import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { verifyDatabaseFile } from '../../electron/db/backup.ts';
import { setUp, startProgram } from './harness.ts';
import { asXlsx, makeLedger } from './ledger-maker.ts';

const ROWS = 2000;
/** How long after the transaction has begun the program is killed; milliseconds. */
const MOMENTS = [0, 60, 130, 220, 340, 500];
const program = path.join(import.meta.dirname, 'import-child.ts');

describe('kill -9 in the middle of an import', () => {
  it(`${MOMENTS.length} times: all of it is there or nothing`, async () => {
    const ledger = await asXlsx(makeLedger(ROWS, { merged: true }));
    const outcomes: string[] = [];
    for (const moment of MOMENTS) {
      const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-crash-'));
      try {
        outcomes.push(await killAt(folder, ledger, moment));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    // The kill did come in between, at least where it came at once.
    expect(outcomes).toContain('nothing');
  }, 240_000);
});

async function killAt(folder: string, ledger: Uint8Array, moment: number): Promise<string> {
  const file = path.join(folder, '台账.xlsx');
  writeFileSync(file, ledger);
  const first = await startProgram({ folder });
  await setUp(first);
  await first.api.incoming.register({ draft: { title: '导入前登记', senderName: '甲局' } });
  await first.close();

  const child = spawn(process.execPath, [program, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const exit = once(child, 'exit');
  let done = false;
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line === '正在存入') resolve();
      if (line === 'done') done = true;
    });
    child.once('exit', () => reject(new Error('the import ended before it began to store')));
  }).catch((error: unknown) => {
    if (!done) throw error;
  });
  await wait(moment);
  child.kill('SIGKILL');
  await exit;

  verifyDatabaseFile(path.join(folder, '公文台数据', 'gongwentai.db'));
  const after = await startProgram({ folder, reopen: true });
  try {
    const { read } = after.session.database;
    const imported = await read
      .selectFrom('incoming')
      .select('importId')
      .where('importId', 'is not', null)
      .execute();
    const batches = await read.selectFrom('importBatch').select(['id', 'importedCount']).execute();
    const events = await read
      .selectFrom('auditEvent')
      .select('id')
      .where('action', '=', 'exchange.runImport')
      .execute();
    const series = await read.selectFrom('incomingSeries').select('year').execute();
    const senders = await read.selectFrom('correspondent').select('name').execute();
    if (batches.length === 0) {
      expect([imported.length, events.length, series.length, senders.length]).toEqual([0, 0, 1, 1]);
      expect(done).toBe(false);
      return 'nothing';
    }
    expect(batches).toHaveLength(1);
    expect(imported).toHaveLength(batches[0]?.importedCount ?? -1);
    expect(events).toHaveLength(imported.length + 1);
    expect(series).toHaveLength(2);
    return 'all';
  } finally {
    await after.close();
  }
}
