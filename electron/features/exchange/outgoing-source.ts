import { OUTGOING_STATES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingSheetRow } from '../../../shared/domain/exchange/outgoing-columns.ts';
import type { SealUseSheetRow } from '../../../shared/domain/exchange/seal-use-columns.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';

/** 发文 of some ids as rows of the book, in the order of the ids. */
export async function readOutgoingRows(read: Reader, ids: readonly string[]): Promise<OutgoingSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('outgoing')
    .leftJoin('person', 'person.id', 'outgoing.drafterId')
    .leftJoin('outgoingFact as fact', 'fact.outgoingId', 'outgoing.id')
    .selectAll('outgoing')
    .select([
      'person.name as drafterName',
      'fact.departmentName',
      'fact.disclosure',
      'fact.printCopies',
      'fact.remark',
      'fact.checkedBy',
      'fact.signatory',
      'fact.signedOn',
      'fact.sealedOn',
      'fact.distributedOn',
      'fact.archiveNumber',
    ])
    .where('outgoing.id', 'in', ids)
    .execute();
  const countersigned = await countersignedBy(read, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const document = gongwenDraftSchema.parse(JSON.parse(row.document));
    const shown = document.signatories.map(({ name }) => name).join('、');
    return [
      {
        documentNumber: row.documentNumber,
        title: row.title.replaceAll('\n', ''),
        genre: row.genre,
        state: oneOf(OUTGOING_STATES, row.state),
        departmentName: row.departmentName ?? '',
        drafterName: row.drafterName ?? '',
        checkedBy: row.checkedBy ?? '',
        countersigned: countersigned.get(id) ?? '',
        // Who signed; a document that has not come so far shows whom it names.
        signatories: row.signatory === null || row.signatory === '' ? shown : row.signatory,
        signedOn: row.signedOn,
        issuedOn: row.issuedOn,
        urgency: document.urgency ?? '',
        addressees: document.addressees.join('、'),
        copyTo: document.copyTo.map((group) => group.join('、')).join('；'),
        attachments: document.attachments.map(({ title }) => title).join('；'),
        printCopies: row.printCopies,
        printedOn: document.printedOn ?? null,
        sealedOn: row.sealedOn,
        distributedOn: row.distributedOn,
        disclosure: row.disclosure ?? '',
        archiveNumber: row.archiveNumber ?? '',
        createdAt: row.createdAt,
        voidReason: row.voidReason ?? '',
        remark: row.remark ?? '',
      },
    ];
  });
}

async function countersignedBy(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('countersign')
    .select(['outgoingId', 'departmentName'])
    .where('outgoingId', 'in', ids)
    .orderBy('createdAt')
    .execute();
  const names = new Map<string, Set<string>>();
  for (const { outgoingId, departmentName } of rows) {
    names.set(outgoingId, (names.get(outgoingId) ?? new Set()).add(departmentName));
  }
  return new Map([...names].map(([id, departments]) => [id, [...departments].join('、')]));
}

/** Uses of seals of some ids, in the order of the ids. */
export async function readSealUseRows(read: Reader, ids: readonly string[]): Promise<SealUseSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read.selectFrom('sealUse').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [Object.assign({}, row, { ledgerNumber: `${row.year}-${String(row.serial).padStart(4, '0')}` })];
  });
}
