import { OUTGOING_STATES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingSheetRow } from '../../../shared/domain/exchange/outgoing-columns.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Reader } from '../../db/schema.ts';

/** 发文 of some ids as rows of the book, in the order of the ids. */
export async function readOutgoingRows(read: Reader, ids: readonly string[]): Promise<OutgoingSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('outgoing')
    .leftJoin('person', 'person.id', 'outgoing.drafterId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .leftJoin('outgoingFact as fact', 'fact.outgoingId', 'outgoing.id')
    .selectAll('outgoing')
    .select([
      'person.name as drafterName',
      'department.name as ownDepartment',
      'fact.departmentName',
      'fact.checkedBy',
      'fact.signatory',
      'fact.signedOn',
      'fact.printCopies',
      'fact.copyNumberFrom',
      'fact.copyNumberTo',
      'fact.sealedOn',
      'fact.disclosure',
      'fact.archiveNumber',
      'fact.remark',
    ])
    .where('outgoing.id', 'in', ids)
    .execute();
  const asked = await countersignsOf(read, ids);
  const sent = await distributionOf(read, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const state = OUTGOING_STATES.find((candidate) => candidate === row.state);
    if (state === undefined) throw new Error(`unknown state ${row.state}`);
    const document = gongwenDraftSchema.parse(JSON.parse(row.document));
    return [
      {
        documentNumber: row.documentNumber,
        title: row.title.replaceAll('\n', ''),
        genre: row.genre,
        state,
        departmentName: row.departmentName || (row.ownDepartment ?? ''),
        drafterName: row.drafterName ?? '',
        signatories: row.signatory || document.signatories.map(({ name }) => name).join('、'),
        issuedOn: row.issuedOn,
        urgency: document.urgency ?? '',
        addressees: document.addressees.join('、'),
        copyTo: document.copyTo.map((group) => group.join('、')).join('；'),
        attachments: document.attachments.map(({ title }) => title).join('；'),
        printedOn: document.printedOn ?? null,
        secrecy: [document.secrecy, document.secrecyTerm].filter((part) => part !== undefined).join('★'),
        checkedBy: row.checkedBy ?? '',
        countersigns: asked.get(row.id) ?? '',
        signedOn: row.signedOn,
        printCopies: row.printCopies,
        copyNumbers: [row.copyNumberFrom, row.copyNumberTo].filter((part) => (part ?? '') !== '').join('—'),
        sealedOn: row.sealedOn,
        disclosure: row.disclosure ?? '',
        distribution: sent.get(row.id) ?? '',
        archiveNumber: row.archiveNumber ?? '',
        remark: row.remark ?? '',
        createdAt: row.createdAt,
        voidReason: row.voidReason ?? '',
      },
    ];
  });
}

/** Departments asked in the last round of 会签, by document. */
async function countersignsOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom('countersign')
    .select(['outgoingId', 'round', 'departmentName'])
    .where('outgoingId', 'in', ids)
    .where('status', '!=', 'exempt')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const last = new Map<string, number>();
  for (const { outgoingId, round } of rows) last.set(outgoingId, Math.max(round, last.get(outgoingId) ?? 0));
  return joined(
    rows
      .filter(({ outgoingId, round }) => round === last.get(outgoingId))
      .map(({ outgoingId, departmentName }) => [outgoingId, departmentName]),
  );
}

/** Units a document went to with their copies, by document. */
async function distributionOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom('distribution')
    .select(['outgoingId', 'unit', 'copies'])
    .where('outgoingId', 'in', ids)
    .orderBy('position')
    .execute();
  return joined(rows.map(({ outgoingId, unit, copies }) => [outgoingId, `${unit}${copies}份`]));
}

function joined(words: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [id, word] of words) {
    const before = all.get(id);
    all.set(id, before === undefined ? word : `${before}、${word}`);
  }
  return all;
}
