import type { IncomingState } from '../../../shared/domain/flow-incoming.ts';
import { RETURN_REASONS } from '../../../shared/domain/flow-incoming.ts';
import type { FormKey, FormRecord, Opinion } from '../../../shared/domain/forms/declaration.ts';
import { idCode, numberedCode } from '../../../shared/domain/item-code.ts';
import type { IncomingDetail } from '../../../shared/features/incoming-items.ts';
import type { Ctx } from '../context.ts';
import { readIncoming } from '../links-form.ts';
import type { FormItem } from './form-item.ts';
import { handlerOf, peopleById } from './people.ts';
import type { Person } from './people.ts';
import { resultText } from './result-text.ts';
import { asUrgeLevel, urgeWords, urgingEntries } from './urge-words.ts';
import { amount, dayInWords, dayOf, shortDay, withPerson } from './words.ts';

/** A 收文 for its forms. @throws AppError NOT_FOUND */
export async function incomingItem(ctx: Ctx, id: string): Promise<FormItem> {
  const item = await readIncoming(ctx.read, id);
  const place = await ctx.read
    .selectFrom('incoming')
    .select(['bookYear', 'serial'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const people = await peopleById(
    ctx.read,
    item.readers.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  );
  const waiting = item.readers.filter(({ status }) => status === 'waiting');
  const toRead = item.state === 'circulating';
  const target = toRead ? waiting.map(({ personName }) => personName).join('、') : item.leadName;
  const last = item.urgings.at(-1);
  return {
    kind: 'incoming',
    id,
    number: item.number,
    title: item.title,
    code:
      item.number === '' || place.serial === null
        ? idCode('incoming', id)
        : numberedCode('incoming', place.bookYear, place.serial),
    workSecret: item.secrecy === '工作秘密',
    voided: item.state === 'voided',
    forms: formsFor(item.state, item.urgings.length > 0, item.readers.length > 0),
    record: await recordOf(ctx, item, people, target),
    lastUrgeLevel: asUrgeLevel(last?.level),
    urgeText: await urgeWords(ctx, { ...item, target, toRead, document: true }),
  };
}

/** What is most likely wanted comes first; nothing is kept back. */
function formsFor(state: IncomingState, urged: boolean, read: boolean): FormKey[] {
  const first: FormKey[] =
    state === 'returned'
      ? ['returning']
      : state === 'circulating' || read
        ? ['circulation']
        : urged && state === 'handling'
          ? ['urging']
          : [];
  return [...new Set<FormKey>([...first, 'processing', 'circulation', 'urging', 'returning'])];
}

async function recordOf(
  ctx: Ctx,
  item: IncomingDetail,
  people: ReadonlyMap<string, Person>,
  target: string,
): Promise<FormRecord> {
  const current = item.assignments.filter(({ status }) => status === 'active' || status === 'reported');
  const lead = current.find(({ role }) => role === 'lead');
  const assists = current.filter(({ role }) => role === 'assist');
  const last = item.urgings.at(-1);
  const handler = await handlerOf(ctx);
  const closed = item.state === 'closed' || item.state === 'archived' || item.repliedOn !== null;
  const { category, explanation } = returnReason(item.returnReason);
  return {
    texts: {
      senderName: item.senderName,
      documentNumber: item.documentNumber,
      receivedOn: dayInWords(dayOf(item.receivedAt)),
      number: item.number,
      secrecy: [item.secrecy, item.secrecyTerm].filter((part) => part !== '').join('　'),
      urgency: item.urgency,
      copies: amount(item.copies, '份'),
      attachments: amount(item.attachmentCount, '件'),
      title: item.title,
      dueOn: dayInWords(item.dueOn),
      replyRequired: item.replyRequired ? '要求答复' : '不要求答复',
      lead: lead === undefined ? item.leadName : withPerson(lead.departmentName, lead.personName),
      assists:
        assists.length === 0
          ? item.assistNames
          : assists.map((each) => withPerson(each.departmentName, each.personName)).join('、'),
      result: resultText(item, assists),
      closedOn: closed ? dayInWords(item.repliedOn ?? dayOf(lead?.reportedAt ?? null)) : '',
      archiveNumber: item.archiveNumber,
      remark: item.remark,
      circulationMode: item.circulation === '' ? '' : item.circulation === 'serial' ? '依次传阅' : '同时送阅',
      circulationDue: dayInWords(item.dueOn),
      returnReason: category,
      returnExplanation: explanation,
      ...handler,
      urgeTarget: target,
      urgeMethod: last?.method ?? '',
      urgedOn: dayInWords(dayOf(last?.at ?? ctx.services.now())),
    },
    opinions: {
      proposals: opinionsOf(item, 'proposal'),
      instructions: opinionsOf(item, 'instruction'),
    },
    lists: {
      readers: item.readers.map((reader) => ({
        position: String(reader.position),
        name: reader.personName,
        post: reader.personId === null ? '' : (people.get(reader.personId)?.post ?? ''),
        opinion:
          reader.status === 'exempt' ? '免阅' : reader.status === 'read' ? reader.opinion || '已阅' : '',
        on: reader.status === 'waiting' ? '' : shortDay(dayOf(reader.endedAt)),
        sentOn: '',
      })),
      urgings: urgingEntries(item.urgings),
    },
  };
}

const opinionsOf = (item: IncomingDetail, kind: 'proposal' | 'instruction'): Opinion[] =>
  item.instructions
    .filter((each) => each.kind === kind)
    .map(({ text, personName, givenOn }) => ({ text, name: personName, on: dayInWords(givenOn) }));

/** The reason is kept as 类别：理由. */
function returnReason(text: string): { category: string; explanation: string } {
  const category = RETURN_REASONS.find((reason) => text.startsWith(reason)) ?? '';
  return { category, explanation: text.slice(category.length).replace(/^[：:，,]/u, '') };
}
