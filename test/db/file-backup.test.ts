import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { storeFile } from '../../electron/db/file-store.ts';
import { OfficeSession } from '../../electron/db/session.ts';
import { documentColumns } from '../../electron/features/outgoing/columns.ts';
import { atEnd, newPlace } from './support.ts';
import { seedOffice } from './numbering-office.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function openSession(folder: string, create: boolean): Promise<OfficeSession> {
  const session = new OfficeSession();
  atEnd(() => session.close());
  await session.open(folder, create);
  return session;
}

/** An office with one document that shows one image. */
async function officeWithImage(folder: string): Promise<{ session: OfficeSession; name: string }> {
  const session = await openSession(folder, true);
  const { actor } = await seedOffice(session.database);
  const name = await storeFile(session.filesFolder, PNG, 'png');
  const document = gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['临江市住房和城乡建设局'],
    title: '关于图片的通知',
    body: [{ type: 'image', file: name, width: 100 }],
  });
  await session.database.write({ actor, action: 'outgoing.create' }, async (change) => {
    const stamps = change.stampNew();
    await change.tx
      .insertInto('outgoing')
      .values({
        ...stamps,
        ...documentColumns(document, change.at),
        state: 'draft',
        drafterId: actor.id,
        voidReason: null,
        sample: 0,
      })
      .execute();
    await change.audit({ entity: 'outgoing', entityId: stamps.id, summary: '新建' });
  });
  return { session, name };
}

describe('images of documents', () => {
  it('are in the backup and come back with it', async () => {
    const place = newPlace();
    const { session, name } = await officeWithImage(place.folder);
    const backup = await session.backUp('manual');
    const kept = path.join(place.backupFolder, 'files', name);
    expect(readFileSync(kept).equals(PNG)).toBe(true);
    rmSync(session.filesFolder, { recursive: true });
    expect(await session.restore(backup.id)).toEqual([]);
    const restored = await openSession(place.folder, false);
    expect(readFileSync(path.join(restored.filesFolder, name)).equals(PNG)).toBe(true);
  });

  it('that are nowhere are named by the restore', async () => {
    const place = newPlace();
    const { session, name } = await officeWithImage(place.folder);
    rmSync(session.filesFolder, { recursive: true });
    const backup = await session.backUp('manual');
    expect(await session.restore(backup.id)).toEqual([name]);
  });

  it('that are damaged never replace a good copy, nor become one', async () => {
    const place = newPlace();
    const { session, name } = await officeWithImage(place.folder);
    writeFileSync(path.join(session.filesFolder, name), 'damaged');
    await session.backUp('manual');
    expect(existsSync(path.join(place.backupFolder, 'files', name))).toBe(false);
    writeFileSync(path.join(session.filesFolder, name), PNG);
    await session.backUp('manual');
    writeFileSync(path.join(session.filesFolder, name), 'damaged');
    await session.backUp('manual');
    expect(readFileSync(path.join(place.backupFolder, 'files', name)).equals(PNG)).toBe(true);
  });

  it('of people are left alone', async () => {
    const place = newPlace();
    const { session, name } = await officeWithImage(place.folder);
    writeFileSync(path.join(session.filesFolder, '我的照片.png'), PNG);
    await session.backUp('manual');
    expect(readdirSync(path.join(place.backupFolder, 'files'))).toEqual([name]);
  });
});
