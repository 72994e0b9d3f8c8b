import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ACTOR, addDepartment, departments, insertDepartment, newPlace, openAt } from './support.ts';

const info = { actor: ACTOR, action: 'office.saveDepartment' };

describe('a transaction', () => {
  it('that throws leaves nothing, neither rows nor events', async () => {
    const database = await openAt(newPlace(), { create: true });
    await expect(
      database.write(info, async (change) => {
        await insertDepartment(change, '办公室');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await departments(database)).toEqual([]);
    expect(await database.read.selectFrom('auditEvent').selectAll().execute()).toEqual([]);
  });

  it('never lets another command or a reader in between', async () => {
    const database = await openAt(newPlace(), { create: true });
    const steps: string[] = [];
    const slow = database.write(info, async (change) => {
      for (let index = 0; index < 20; index += 1) {
        steps.push(`slow ${index}`);
        await insertDepartment(change, `甲${String(index).padStart(2, '0')}`);
      }
    });
    const others = Array.from({ length: 20 }, (_, index) =>
      database.write(info, async (change) => {
        steps.push(`other ${index}`);
        await insertDepartment(change, `乙${String(index).padStart(2, '0')}`);
      }),
    );
    // Asked for while the first one is open: sees all of it or nothing of it.
    const seen = departments(database);
    await Promise.all([slow, ...others]);
    expect([0, 20]).toContain((await seen).filter((name) => name.startsWith('甲')).length);
    const first = steps.indexOf('slow 0');
    expect(steps.slice(first, first + 20)).toEqual(Array.from({ length: 20 }, (_, index) => `slow ${index}`));
    expect(await departments(database)).toHaveLength(40);
  });

  it('a failing one between others takes only itself away', async () => {
    const database = await openAt(newPlace(), { create: true });
    const results = await Promise.allSettled(
      ['甲', '乙', '丙'].map((name) =>
        database.write(info, async (change) => {
          await insertDepartment(change, name);
          if (name === '乙') throw new Error('stop');
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await departments(database)).toEqual(['丙', '甲'].toSorted());
  });

  it('that changes rows without an audit event is undone', async () => {
    const database = await openAt(newPlace(), { create: true });
    await expect(
      database.write(info, async ({ tx, stampNew }) => {
        await tx
          .insertInto('department')
          .values({ ...stampNew(), name: '办公室', sortOrder: 0, sample: 0 })
          .execute();
      }),
    ).rejects.toThrow('office.saveDepartment changed rows without an audit event');
    expect(await departments(database)).toEqual([]);
  });

  it('that waits for something else is undone, and what it does later fails', async () => {
    const database = await openAt(newPlace(), { create: true });
    let later: unknown;
    await expect(
      database.write(info, async (change) => {
        await insertDepartment(change, '之前');
        await wait(20);
        later = await insertDepartment(change, '之后').catch((error: unknown) => error);
      }),
    ).rejects.toThrow('waited inside its transaction');
    await wait(60);
    expect(later).toMatchObject({ message: 'Transaction is already rolled back' });
    expect(await departments(database)).toEqual([]);
  });

  it('that reads past its transaction fails instead of waiting for ever', async () => {
    const database = await openAt(newPlace(), { create: true });
    await expect(
      database.write(info, async () => {
        await database.read.selectFrom('office').selectAll().execute();
      }),
    ).rejects.toThrow('waited inside its transaction');
    await addDepartment(database, '还能用');
    expect(await departments(database)).toEqual(['还能用']);
  });

  it('that fills the disk is told as such, and the next one works when there is room again', async () => {
    const database = await openAt(newPlace(), { create: true });
    await addDepartment(database, '之前');
    await database.exclusively((raw) =>
      raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`),
    );
    await expect(
      database.write(info, async (change) => {
        for (let index = 0; index < 500; index += 1) await insertDepartment(change, `部门${index}`);
      }),
    ).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await departments(database)).toEqual(['之前']);
    await database.exclusively((raw) => raw.pragma('max_page_count = 1000000'));
    await addDepartment(database, '之后');
    expect(await departments(database)).toEqual(['之前', '之后'].toSorted());
  });

  it('keeps references', async () => {
    const database = await openAt(newPlace(), { create: true });
    await expect(
      database.write(info, async ({ tx, stampNew }) => {
        await tx
          .insertInto('numberSeries')
          .values({ ...stampNew(), issuerCodeId: 'nobody', year: 2026, first: 1, last: 1, sample: 0 })
          .execute();
      }),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
  });
});

describe('the audit trail', () => {
  it('is appended in the same transaction, in order, with actor and action', async () => {
    const database = await openAt(newPlace(), { create: true });
    const id = await addDepartment(database, '办公室');
    await addDepartment(database, '政策法规科');
    const events = await database.read.selectFrom('auditEvent').selectAll().orderBy('sequence').execute();
    expect(events.map(({ sequence, summary }) => [sequence, summary])).toEqual([
      [1, '部门 办公室'],
      [2, '部门 政策法规科'],
    ]);
    expect(events[0]).toMatchObject({
      entity: 'department',
      entityId: id,
      createdBy: ACTOR.id,
      actorName: ACTOR.name,
      action: 'office.saveDepartment',
    });
  });

  it.each([
    ['changed', "UPDATE auditEvent SET summary = '别的'"],
    ['deleted', 'DELETE FROM auditEvent'],
    ['replaced', replaced('id, sequence')],
    ['replaced under another id', replaced("'other', sequence")],
    ['given a hole', replaced("'other', sequence + 2")],
  ])('cannot be %s', async (_what, statement) => {
    const database = await openAt(newPlace(), { create: true });
    await addDepartment(database, '办公室');
    await database.exclusively((raw) => {
      expect(() => raw.exec(statement)).toThrow('append-only');
    });
    const events = await database.read.selectFrom('auditEvent').selectAll().execute();
    expect(events.map(({ summary }) => summary)).toEqual(['部门 办公室']);
  });
});

/** Passes by the triggers on DELETE. */
function replaced(keys: string): string {
  return `INSERT OR REPLACE INTO auditEvent
    SELECT ${keys}, 0, createdBy, actorName, action, entity, entityId, '别的', detail, NULL, NULL FROM auditEvent`;
}
