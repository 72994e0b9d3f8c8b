import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import type { Effects, FactPatch } from './act.ts';
import { answerCountersign, askDepartments, askedDepartment, currentCountersigns } from './countersigns.ts';
import { returned, UNSIGNED } from './effects-signing.ts';

type ReviewAction = Extract<
  OutgoingAction,
  | 'submit'
  | 'withdraw'
  | 'passDepartmentReview'
  | 'countersign'
  | 'addCountersign'
  | 'removeCountersign'
  | 'finishCountersign'
  | 'passOfficeReview'
  | 'returnToDraft'
  | 'returnToDepartment'
  | 'returnToCountersign'
  | 'returnToOffice'
>;

const UNCHECKED: FactPatch = { ...UNSIGNED, checkedBy: '' };
const UNREVIEWED: FactPatch = { ...UNCHECKED, reviewedBy: '' };

/** 送审、部门审、会签、办公室审核, and what leads back there. */
export const reviewEffects: Effects<ReviewAction> = {
  submit: ({ fields, fact }) => {
    const departmentName = fields.departmentName ?? fact.departmentName;
    const disclosure = fields.disclosure ?? fact.disclosure;
    return {
      fact: { departmentName, disclosure },
      summary: `${departmentName}送审（${disclosure}）${because(fields.opinion)}`,
    };
  },
  withdraw: returned(UNREVIEWED),
  passDepartmentReview: async ({ change, fields, fact, transition }) => {
    const reviewedBy = given(fields.reviewedBy);
    const decided = { personName: reviewedBy, opinion: fields.opinion ?? '' };
    if (transition.to !== 'countersigning') {
      return {
        fact: { reviewedBy },
        summary: `部门审核通过（${reviewedBy}）${because(fields.opinion)}`,
        ...decided,
      };
    }
    const round = fact.countersignRound + 1;
    const names = await askDepartments(
      change,
      { outgoingId: fact.outgoingId, countersignRound: round },
      given(fields.countersignDepartments),
    );
    return {
      fact: { reviewedBy, countersignRound: round },
      summary: `部门审核通过（${reviewedBy}），送会签：${names}`,
      ...decided,
    };
  },
  countersign: async ({ change, fields, fact }) => {
    const row = await askedDepartment(change.read, fact, given(fields.countersignId));
    const verdict = given(fields.verdict);
    const opinion = fields.opinion ?? '';
    if (verdict !== '同意' && opinion === '') refuse('opinion', `会签结论为“${verdict}”，请填写会签意见。`);
    const personName = given(fields.countersignedBy);
    await answerCountersign(change, row, { status: 'answered', verdict, opinion, personName });
    return {
      summary: `${row.departmentName}会签（${personName}）：${verdict}${because(opinion)}`,
      personName: `${row.departmentName} ${personName}`,
      opinion: `${verdict}${because(opinion)}`,
    };
  },
  addCountersign: async ({ change, fields, fact }) => ({
    summary: `增加会签部门：${await askDepartments(change, fact, given(fields.countersignDepartments))}`,
  }),
  removeCountersign: async ({ change, fields, fact }) => {
    const row = await askedDepartment(change.read, fact, given(fields.countersignId));
    if (row.status === 'answered')
      refuse('countersignId', `${row.departmentName}已经会签，不能免去，没有改动。`);
    const reason = given(fields.reason);
    await answerCountersign(change, row, { status: 'exempt', verdict: '', opinion: reason, personName: '' });
    return { summary: `${row.departmentName}免会签：${reason}`, opinion: `${row.departmentName}：${reason}` };
  },
  finishCountersign: async ({ change, fields, fact }) => {
    const waiting = (await currentCountersigns(change.read, fact)).filter(
      ({ status }) => status === 'waiting',
    );
    if (waiting.length > 0) {
      const names = waiting.map(({ departmentName }) => departmentName).join('、');
      refuse('countersignId', `还没有会签：${names}。请先记下会签意见，或免去会签并写明理由。`);
    }
    if (fields.conclusion === undefined) return { summary: '会签完毕' };
    return {
      summary: `会签有不同意见，${given(fields.approvedBy)}协调：${fields.conclusion}`,
      personName: given(fields.approvedBy),
      opinion: fields.conclusion,
    };
  },
  passOfficeReview: ({ fields, fact }) => ({
    fact: { checkedBy: given(fields.checkedBy), signRound: fact.signRound + 1 },
    summary: `办公室审核通过，送签发（核稿 ${given(fields.checkedBy)}）${because(fields.opinion)}`,
    personName: given(fields.checkedBy),
  }),
  returnToDraft: returned(UNREVIEWED),
  returnToDepartment: returned(UNREVIEWED),
  returnToCountersign: async ({ change, fields, fact }) => {
    const countersignRound = fact.countersignRound + 1;
    const { outgoingId } = fact;
    const names = await askDepartments(
      change,
      { outgoingId, countersignRound },
      given(fields.countersignDepartments),
    );
    return {
      fact: { ...UNCHECKED, countersignRound },
      summary: `退回会签（${names}）${because(fields.reason)}`,
    };
  },
  returnToOffice: returned(UNCHECKED),
};
