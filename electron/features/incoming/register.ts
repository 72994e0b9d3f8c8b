import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { normalizeSenderNumber } from '../../../shared/domain/sender-number.ts';
import type { IncomingDraft } from '../../../shared/features/incoming-items.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { refuse } from '../handling/refuse.ts';
import { OFFICE } from './assignments.ts';
import { derivedColumns, draftColumns } from './columns.ts';
import { useSender } from './completion.ts';
import { draftOf } from './detail.ts';
import { formatNumber } from '../handling/book-number.ts';
import { nextSerial, readNumberSetting, takeNumber } from './numbering.ts';
import type { TakenNumber } from './numbering.ts';
import { refuseStateSecret } from './secrecy.ts';
import { readIncoming, takeForAction, updateIncoming } from './store.ts';

interface Receipt {
  readonly signerName?: string | undefined;
  readonly receivedAt?: number | undefined;
  readonly location?: string | undefined;
}

/** 签收 and 登记 of a paper on the table: one transaction, two lines of history. */
export async function registerIncoming(
  change: Change,
  draft: IncomingDraft,
  receipt: Receipt & { readonly resubmissionOf?: string | undefined },
): Promise<{ id: string; rowVersion: number; number: string; numberChange: string | null }> {
  refuseStateSecret(draft);
  const receivedAt = receipt.receivedAt ?? change.at;
  // A clock that is set wrong, or a slip of the year: the book would be out of order for ever.
  if (receivedAt > change.at + 86_400_000) refuse('receivedAt', '签收时间在将来，没有登记。请核对日期。');
  const previous =
    receipt.resubmissionOf === undefined
      ? undefined
      : await readIncoming(change.read, receipt.resubmissionOf);
  const signerName = nonEmpty(receipt.signerName) ?? change.actor.name;
  const taken = await takeNumber(change);
  const id = await insertIncoming(change, draft, {
    state: 'registered',
    taken,
    receivedAt,
    signerName,
    location: nonEmpty(receipt.location) ?? OFFICE,
  });
  if (previous !== undefined) {
    await change.tx
      .insertInto('itemLink')
      .values({
        ...change.stampNew(),
        fromKind: 'incoming',
        fromId: id,
        toKind: 'incoming',
        toId: previous.row.id,
        relation: 'resubmission',
      })
      .execute();
  }
  await change.audit({ entity: 'incoming', entityId: id, summary: `签收（${signerName}）` });
  const again = previous === undefined ? '' : `（退文 ${previous.row.number} 再次来文）`;
  await change.audit({
    entity: 'incoming',
    entityId: id,
    summary: `登记：${taken.number}${again}`,
    detail: { serial: taken.serial, bookYear: taken.bookYear },
  });
  return {
    id,
    rowVersion: 1,
    number: taken.number,
    numberChange: normalizeSenderNumber(draft.documentNumber).change,
  };
}

/** A paper that is announced: it waits for 签收 and has no number yet. */
export async function expectIncoming(
  change: Change,
  draft: IncomingDraft,
): Promise<{ id: string; rowVersion: number }> {
  refuseStateSecret(draft);
  const id = await insertIncoming(change, draft, {
    state: 'awaitingReceipt',
    taken: null,
    receivedAt: null,
    signerName: '',
    location: draft.senderName,
  });
  await change.audit({
    entity: 'incoming',
    entityId: id,
    summary: `预告来文，${INCOMING_STATE_NAMES.awaitingReceipt}`,
  });
  return { id, rowVersion: 1 };
}

interface Beginning {
  readonly state: 'registered' | 'awaitingReceipt';
  readonly taken: TakenNumber | null;
  readonly receivedAt: number | null;
  readonly signerName: string;
  readonly location: string;
}

async function insertIncoming(change: Change, draft: IncomingDraft, begin: Beginning): Promise<string> {
  const stamps = change.stampNew();
  const values = {
    ...draftColumns(draft),
    number: begin.taken?.number ?? '',
    signerName: begin.signerName,
    opinion: '',
    instructedBy: '',
    instruction: '',
    leadName: '',
    assistNames: '',
    result: '',
    replyNumber: '',
  };
  await change.tx
    .insertInto('incoming')
    .values({
      ...stamps,
      ...values,
      ...derivedColumns(values),
      state: begin.state,
      suspendedFrom: null,
      suspendedAt: null,
      voidedFrom: null,
      voidReason: null,
      bookYear: begin.taken?.bookYear ?? new Date(change.at).getFullYear(),
      serial: begin.taken?.serial ?? null,
      receivedAt: begin.receivedAt,
      senderId: await useSender(change, draft.senderName),
      returnReason: '',
      suggestedLeadId: null,
      leadDepartmentId: null,
      rejections: 0,
      circulation: '',
      replyMethod: '',
      repliedOn: null,
      location: begin.location,
      archiveNumber: '',
      importId: null,
      sample: 0,
    })
    .execute();
  return stamps.id;
}

/** Corrects what was registered; the history names the fields, with the old words where they are short. */
export async function saveIncoming(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  draft: IncomingDraft,
): Promise<{ rowVersion: number }> {
  const { row } = await takeForAction(change, target, 'edit');
  refuseStateSecret(draft);
  const columns = draftColumns(draft);
  // From 分办 on the deadline belongs to 主办: it moves by 延期 only, which keeps the old one.
  if (row.leadDepartmentId !== null && columns.dueOn !== row.dueOn) {
    refuse('dueOn', '办理时限已随分办确定，没有改动。要改请用“延期”。');
  }
  const changed = Object.entries(columns).filter(
    ([name, value]) => row[name as keyof typeof columns] !== value,
  );
  if (changed.length === 0) return { rowVersion: row.rowVersion };
  const senderId =
    columns.senderName === row.senderName ? row.senderId : await useSender(change, columns.senderName);
  const rowVersion = await updateIncoming(change, row, { ...columns, senderId });
  const words = changed.map(([name]) => FIELD_NAMES[name as keyof typeof columns]);
  await change.audit({
    entity: 'incoming',
    entityId: row.id,
    summary: `修改${words.join('、')}`,
    detail: Object.fromEntries(changed.map(([name]) => [name, row[name as keyof typeof columns]])),
  });
  return { rowVersion };
}

const FIELD_NAMES: Readonly<Record<keyof ReturnType<typeof draftColumns>, string>> = {
  title: '标题',
  senderName: '来文单位',
  documentNumber: '来文字号',
  genre: '文种',
  secrecy: '密级',
  secrecyTerm: '保密期限',
  urgency: '紧急程度',
  copyNumber: '份号',
  copies: '份数',
  attachmentCount: '附件数',
  pageCount: '页数',
  channel: '来文方式',
  issuedOn: '成文日期',
  replyRequired: '是否需答复',
  dueOn: '办理时限',
  remark: '备注',
};

/**
 * 同上一件 (the one registered last) or 复制为新件: everything but what belongs to the one paper: 份号, dates, and of the
 * number the serial. Null when there is nothing to copy.
 */
export async function copyOf(read: Reader, id: string | undefined): Promise<IncomingDraft | null> {
  const last =
    id ??
    (
      await read
        .selectFrom('incoming')
        .select('id')
        .where('serial', 'is not', null)
        .orderBy('bookYear', 'desc')
        .orderBy('serial', 'desc')
        .limit(1)
        .executeTakeFirst()
    )?.id;
  if (last === undefined) return null;
  const draft = draftOf((await readIncoming(read, last)).row);
  const code = /^(.*〔\d{4}〕)\d+号$/u.exec(draft.documentNumber)?.[1] ?? '';
  return { ...draft, documentNumber: code, copyNumber: '', issuedOn: null, dueOn: null };
}

/** The number the next paper would get; nothing is reserved. */
export async function peekNumber(read: Reader, at: number): Promise<{ serial: number; number: string }> {
  const year = new Date(at).getFullYear();
  const serial = await nextSerial(read, year);
  return { serial, number: formatNumber(await readNumberSetting(read), year, serial) };
}

const nonEmpty = (text: string | undefined) => (text === '' ? undefined : text);
