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
    .selectAll('outgoing')
    .select(['person.name as drafterName', 'department.name as departmentName'])
    .where('outgoing.id', 'in', ids)
    .execute();
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
        departmentName: row.departmentName ?? '',
        drafterName: row.drafterName ?? '',
        signatories: document.signatories.map(({ name }) => name).join('、'),
        issuedOn: row.issuedOn,
        urgency: document.urgency ?? '',
        addressees: document.addressees.join('、'),
        copyTo: document.copyTo.map((group) => group.join('、')).join('；'),
        attachments: document.attachments.map(({ title }) => title).join('；'),
        printedOn: document.printedOn ?? null,
        createdAt: row.createdAt,
        voidReason: row.voidReason ?? '',
      },
    ];
  });
}
