import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { verifyDatabaseFile } from '../../electron/db/backup.ts';
import { takeSerial } from '../../electron/features/outgoing/numbering.ts';
import { newPlace, openAt } from './support.ts';
import { assignNext, seedOffice } from './numbering-office.ts';

/** How often the program is killed. */
const ROUNDS = 20;
const program = path.join(import.meta.dirname, 'numbering-loop.ts');

describe('kill -9 in the middle of numbering', () => {
  it(`${ROUNDS} times: no gap, no double, every acknowledged number is there`, async () => {
    const place = newPlace();
    const seed = await openAt(place, { create: true });
    await seedOffice(seed);
    await seed.close();
    const acknowledged: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = spawn(process.execPath, [program, place.file], { stdio: ['ignore', 'pipe', 'inherit'] });
      const lines = createInterface({ input: child.stdout });
      const first = once(lines, 'line');
      lines.on('line', (line) => acknowledged.push(Number(line)));
      const exit = once(child, 'exit');
      await first;
      // A different moment each round, somewhere inside a transaction or between two.
      await wait((round * 7) % 43);
      child.kill('SIGKILL');
      await exit;
      lines.close();
    }
    const database = await openAt(place);
    const numbers = await database.read
      .selectFrom('issuedNumber')
      .innerJoin('outgoing', 'outgoing.id', 'issuedNumber.outgoingId')
      .select(['issuedNumber.serial', 'outgoing.documentNumber', 'outgoing.state'])
      .orderBy('issuedNumber.serial')
      .execute();
    const serials = numbers.map(({ serial }) => serial);
    expect(serials).toEqual(serials.map((_serial, index) => index + 1));
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(acknowledged.filter((serial) => !serials.includes(serial))).toEqual([]);
    // A document is numbered exactly when its number is issued.
    for (const { serial, documentNumber, state } of numbers) {
      expect([documentNumber, state]).toEqual([`临建发〔2026〕${serial}号`, 'numbered']);
    }
    const { count } = await database.read
      .selectFrom('outgoing')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'numbered')
      .executeTakeFirstOrThrow();
    expect(count).toBe(serials.length);
    const series = await database.read.selectFrom('numberSeries').select('last').executeTakeFirstOrThrow();
    expect(series.last).toBe(serials.length);
    const events = await database.read
      .selectFrom('auditEvent')
      .select('sequence')
      .where('action', '=', 'outgoing.act')
      .where('summary', 'like', '编号：%')
      .execute();
    expect(events).toHaveLength(serials.length);
    await database.close();
    verifyDatabaseFile(place.file);
  });
});

describe('the number series in the file', () => {
  it('a transaction that fails after taking a serial gives it back', async () => {
    const database = await openAt(newPlace(), { create: true });
    const { actor, code } = await seedOffice(database);
    await assignNext(database, actor, code);
    await expect(
      database.write({ actor, action: 'outgoing.assignNumber' }, async (change) => {
        await takeSerial(change, code, 2026, 'no such document');
      }),
    ).rejects.toThrow();
    expect(await assignNext(database, actor, code)).toBe(2);
  });

  it.each([
    ['a serial is skipped', 'UPDATE numberSeries SET last = last + 2'],
    ['the series goes back', 'UPDATE numberSeries SET last = last - 1'],
    ['the series is deleted', 'DELETE FROM numberSeries'],
    ['a number is deleted', 'DELETE FROM issuedNumber'],
    ['a number is changed', 'UPDATE issuedNumber SET serial = 9'],
    ['a number goes to another document', "UPDATE issuedNumber SET outgoingId = 'x'"],
    ['a number is replaced', 'INSERT OR REPLACE INTO issuedNumber SELECT * FROM issuedNumber'],
    ['a document is deleted', 'DELETE FROM outgoing'],
    ['a document is replaced', 'INSERT OR REPLACE INTO outgoing SELECT * FROM outgoing'],
  ])('refuses by itself that %s', async (_what, statement) => {
    const database = await openAt(newPlace(), { create: true });
    const { actor, code } = await seedOffice(database);
    for (let index = 0; index < 3; index += 1) await assignNext(database, actor, code);
    await database.exclusively((raw) => {
      raw.pragma('foreign_keys = OFF');
      expect(() => raw.exec(statement)).toThrow(/number|document/u);
      raw.pragma('foreign_keys = ON');
    });
    expect(await assignNext(database, actor, code)).toBe(4);
  });
});
