import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import type { FormRecord, Opinion } from '../../../shared/domain/forms/declaration.ts';
import { idCode } from '../../../shared/domain/item-code.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { OutgoingDetail } from '../../../shared/features/outgoing.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { Ctx } from '../context.ts';
import { readOutgoingDetail, readOutgoingDocument } from '../links-form.ts';
import type { FormItem } from './form-item.ts';
import { peopleById } from './people.ts';
import type { Person } from './people.ts';
import { amount, dayInWords, dayOf, shortDay } from './words.ts';

/** A 发文 for its 发文稿纸. @throws AppError NOT_FOUND */
export async function outgoingItem(ctx: Ctx, id: string): Promise<FormItem> {
  const item = await readOutgoingDetail(ctx.read, id, dateOf(ctx.services.now()));
  const document = await readOutgoingDocument(ctx.read, id);
  const drafter = (await peopleById(ctx.read, [item.drafterId])).get(item.drafterId);
  const title = document.title.replaceAll('\n', '');
  return {
    kind: 'outgoing',
    id,
    number: numberOf(document),
    title,
    code: idCode('outgoing', id),
    workSecret: false,
    voided: item.state === 'voided' || item.state === 'discarded',
    forms: ['issuing'],
    record: { texts: textsOf(item, document, drafter, title), opinions: opinionsOf(item), lists: {} },
    lastUrgeLevel: null,
    urgeText: () => '',
  };
}

const numberOf = ({ documentNumber }: Gongwen): string =>
  documentNumber === undefined ? '' : formatDocumentNumber(documentNumber);

function textsOf(
  item: OutgoingDetail,
  document: Gongwen,
  drafter: Person | undefined,
  title: string,
): FormRecord['texts'] {
  const { secrecy = '', secrecyTerm = '' } = document;
  const sealers = [...new Set(item.sealUses.map(({ operatorName }) => operatorName))].join('、');
  const sources = item.links.filter(
    ({ direction, relation }) => direction === 'to' && (relation === 'reply' || relation === 'forward'),
  );
  return {
    secrecy: secrecyTerm === '' ? secrecy : `${secrecy}★${secrecyTerm}`,
    urgency: item.urgency,
    documentNumber: numberOf(document),
    number: numberOf(document),
    title,
    addressees: document.addressees.join('，'),
    copyTo: document.copyTo.map((group) => group.join('，')).join('；'),
    attachments: attachmentNames(document),
    draftDepartment: item.departmentName === '' ? (drafter?.department ?? '') : item.departmentName,
    drafterName: item.drafterName,
    drafterPhone: item.phone === '' ? (drafter?.phone ?? '') : item.phone,
    publicity: item.disclosure,
    basis: sources.map(({ label }) => label).join('\n'),
    printedCopies: amount(item.printCopies ?? 0, '份'),
    proofreader: item.proofreads.map(({ round, personName }) => `${round} ${personName}`).join('\n'),
    numberedBy: lastStep(item, 'assignNumber')?.actorName ?? '',
    sealedBy: [sealers, shortDay(item.sealedOn)].filter((part) => part !== '').join(' '),
    printedOn: dayInWords(document.printedOn ?? null),
    archiveNumber: item.archiveNumber,
    remark: item.remark,
  };
}

function attachmentNames({ attachments }: Gongwen): string {
  const many = attachments.length > 1;
  return attachments
    .map(({ title }, index) => `${many ? `${index + 1}.` : ''}${title.replaceAll('\n', '')}`)
    .join('\n');
}

type Step = OutgoingDetail['steps'][number];

/** The newest step of a kind; a document that was sent back goes the road again. */
const lastStep = ({ steps }: OutgoingDetail, action: OutgoingAction): Step | undefined =>
  steps.findLast((step) => step.action === action);

function checkOf(item: OutgoingDetail, action: OutgoingAction, name: string): Opinion[] {
  const step = lastStep(item, action);
  if (step === undefined || name === '') return [];
  return [{ text: step.opinion, name, on: shortDay(step.decidedOn ?? dayOf(step.at)) }];
}

function opinionsOf(item: OutgoingDetail): FormRecord['opinions'] {
  const round = Math.max(0, ...item.countersigns.map((each) => each.round));
  const signed = Math.max(0, ...item.signatures.map((each) => each.round));
  const joint = item.signatures.filter((each) => each.round === signed);
  const approval = joint.map(({ issuer, signatory, signedOn, opinion }) => ({
    text: joint.length > 1 ? `${issuer}：${opinion}` : opinion,
    name: signatory,
    on: dayInWords(signedOn),
  }));
  const alone =
    item.signatory === '' ? [] : [{ text: '', name: item.signatory, on: dayInWords(item.signedOn) }];
  return {
    approval: item.signedOn === null ? [] : approval.length > 0 ? approval : alone,
    countersigns: item.countersigns
      .filter((each) => each.round === round && each.status === 'answered')
      .map(({ departmentName, verdict, opinion, personName, answeredAt }) => ({
        text: `${departmentName}：${[verdict, opinion].filter((part) => part !== '').join('。')}`,
        name: personName,
        on: shortDay(dayOf(answeredAt)),
      })),
    departmentCheck: checkOf(item, 'passDepartmentReview', item.reviewedBy),
    officeCheck: checkOf(item, 'passOfficeReview', item.checkedBy),
  };
}
