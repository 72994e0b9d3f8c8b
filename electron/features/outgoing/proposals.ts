import type { OutgoingRow } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../../shared/features/outgoing.ts';
import type { OutgoingFields, Recipient } from '../../../shared/features/outgoing-process.ts';
import { DISCLOSURES } from '../../../shared/domain/outgoing-fields.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { StoredOutgoing } from './store.ts';

/** What stands in the form of an action at first; nothing of it is stored before the person confirms. */
export function proposedFields(
  { action, requires, offers }: OutgoingRow,
  { fact, document }: StoredOutgoing,
  today: string,
  countersigns: OutgoingDetail['countersigns'],
): OutgoingFields {
  const round = countersigns.filter((one) => one.round === fact.countersignRound);
  const waiting = round.find(({ status }) => status === 'waiting');
  const disclosure = DISCLOSURES.find((known) => known === fact.disclosure);
  const all: OutgoingFields = {
    ...(fact.departmentName === '' ? {} : { departmentName: fact.departmentName }),
    ...(disclosure === undefined ? {} : { disclosure }),
    countersignDepartments: action === 'addCountersign' ? [] : planOf(fact.countersignPlan),
    ...(waiting === undefined ? {} : { countersignId: waiting.id }),
    ...(action === 'countersign' ? { verdict: '同意' } : {}),
    ...(action === 'useSeal' ? { approvedBy: fact.signatory } : {}),
    ...(fact.checkedBy === '' ? {} : { checkedBy: fact.checkedBy }),
    signedOn: today,
    ...issuedOn(action, document, fact.signedOn, today),
    year: Number((document.issuedOn ?? fact.signedOn ?? today).slice(0, 4)),
    ...(fact.printCopies === null ? {} : { printCopies: fact.printCopies }),
    sealedOn: today,
    distributedOn: today,
    distribution: action === 'recordDistribution' ? [] : proposedDistribution(document),
    archiveItems: ['定稿', '正本', '发文稿纸'],
  };
  const asked: ReadonlySet<string> = new Set([...requires, ...offers]);
  return Object.fromEntries(Object.entries(all).filter(([field]) => asked.has(field)));
}

/** 成文日期 follows 签发日期; it is offered as long as the document has none. */
function issuedOn(
  action: OutgoingRow['action'],
  document: Gongwen,
  signedOn: string | null,
  today: string,
): Pick<OutgoingFields, 'issuedOn'> {
  if (document.issuedOn !== undefined) return { issuedOn: document.issuedOn };
  if (action === 'sendToPrint') return signedOn === null ? {} : { issuedOn: signedOn };
  return { issuedOn: today };
}

function planOf(text: string): string[] {
  const plan: unknown = JSON.parse(text);
  return Array.isArray(plan) ? plan.map(String) : [];
}

const recipient = (unit: string, method: Recipient['method']): Recipient => ({
  unit,
  copies: 1,
  method,
  copyNumbers: '',
  receiver: '',
  receivedOn: null,
  waiver: '',
  note: '',
});

/** 主送 and 抄送, one copy each, and one for the office's own file. */
function proposedDistribution(document: Gongwen): Recipient[] {
  const units = [...document.addressees, ...document.copyTo.flat()]
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');
  return [...[...new Set(units)].map((unit) => recipient(unit, '公文交换')), recipient('本单位存档', '存档')];
}
