import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import type { IssuerCodeTable } from '../../electron/db/schema.ts';
import { setUpOffice } from '../../electron/features/system/first-run.ts';
import type { Actor } from '../../electron/db/audit.ts';
import { documentColumns } from '../../electron/features/outgoing/columns.ts';
import { readIssuerCode } from '../../electron/features/outgoing/numbering.ts';
import { runAction } from '../../electron/features/outgoing/run-action.ts';
import type { OutgoingAction } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingFields } from '../../shared/features/outgoing-process.ts';

/** An office with one 机关代字 and no documents. */
export async function seedOffice(database: OfficeDatabase): Promise<{ actor: Actor; code: IssuerCodeTable }> {
  await setUpOffice(
    database,
    {
      folderToken: '',
      notForSecretsConfirmed: true,
      officeName: '临江市住房和城乡建设局',
      issuerCode: '临建发',
      printingOffice: '临江市住房和城乡建设局办公室',
      personName: '林晓',
      loadSample: false,
    },
    () => Promise.resolve(),
  );
  return readSeed(database);
}

export async function readSeed(database: OfficeDatabase): Promise<{ actor: Actor; code: IssuerCodeTable }> {
  const actor = await database.read.selectFrom('person').select(['id', 'name']).executeTakeFirstOrThrow();
  return { actor, code: await readIssuerCode(database.read, '临建发') };
}

/** Drafts a document, approves it and numbers it, a transaction each, as the program does. */
export async function assignNext(
  database: OfficeDatabase,
  actor: Actor,
  code: IssuerCodeTable,
): Promise<number> {
  const document = gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['临江市住房和城乡建设局'],
    title: '关于某事的通知',
    body: [],
  });
  const id = await database.write({ actor, action: 'outgoing.create' }, async (change) => {
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
    return stamps.id;
  });
  const act = (action: OutgoingAction, rowVersion: number, fields: OutgoingFields) =>
    database.write({ actor, action: 'outgoing.act' }, (change) =>
      runAction(change, { id, rowVersion }, action, fields),
    );
  const approved = await act('recordPaperApproval', 1, {
    checkedBy: '赵核稿',
    signatory: '陈局长',
    signedOn: '2026-11-20',
    recheckedBy: '孙复核',
  });
  const { documentNumber } = await act('assignNumber', approved.rowVersion, {
    issuerCode: code.code,
    year: 2026,
  });
  return Number(/(\d+)号$/u.exec(documentNumber)?.[1]);
}
