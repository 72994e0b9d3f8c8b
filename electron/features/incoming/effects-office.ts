import type { IncomingAction } from '../../../shared/domain/flow-incoming.ts';
import { departmentName } from '../handling/assignments.ts';
import { because, given } from '../handling/refuse.ts';
import type { Act, Effects } from './act.ts';
import { insertReaders } from './effects-circulation.ts';
import { OFFICE } from './assignments.ts';
import { takeNumber } from './numbering.ts';
import type { IncomingPatch } from './store.ts';

type OfficeAction = Extract<
  IncomingAction,
  | 'receive'
  | 'register'
  | 'submitReview'
  | 'returnToSender'
  | 'passReview'
  | 'propose'
  | 'addInstruction'
  | 'instruct'
  | 'instructToRead'
  | 'returnToProposal'
  | 'reply'
  | 'archive'
>;

/** What the office itself does: 签收 to 批示, 答复, 归档. */
export const officeEffects: Effects<OfficeAction> = {
  receive: ({ fields, row }) => {
    const copies = given(fields.copies);
    const short = copies === row.copies ? '' : `，应收${row.copies}份，实收${copies}份`;
    return {
      patch: {
        signerName: given(fields.signerName),
        receivedAt: given(fields.receivedAt),
        copies,
        location: OFFICE,
      },
      summary: `签收（${given(fields.signerName)}）${short}`,
      detail: { copies, expected: row.copies },
      hints: short === '' ? [] : [`份数不符${short}。差异已记入办理经过，请告知来文单位。`],
    };
  },
  register: async ({ change }) => {
    const taken = await takeNumber(change);
    return { patch: { ...taken }, summary: `登记：${taken.number}`, detail: { serial: taken.serial } };
  },
  submitReview: () => ({ summary: '送初审' }),
  passReview: () => ({ summary: '初审通过' }),
  returnToSender: ({ fields, row }) => {
    const why = `${given(fields.returnReason)}${because(fields.reason)}`;
    return {
      patch: { returnReason: why, location: `已退回${row.senderName}` },
      summary: `退文，${why}`,
      detail: { returnReason: given(fields.returnReason) },
    };
  },
  propose: async (act) => {
    const { fields, change, today } = act;
    const lead = await departmentName(change.read, given(fields.leadDepartmentId), 'leadDepartmentId');
    const opinion = given(fields.opinion);
    await insertInstruction(act, 'proposal', change.actor.name, opinion, today);
    return {
      patch: { opinion, suggestedLeadId: given(fields.leadDepartmentId), dueOn: given(fields.dueOn) },
      summary: `拟办：${opinion}（建议${lead}主办，${given(fields.dueOn)}前办结）`,
    };
  },
  addInstruction: async (act) => ({
    patch: await instructionPatch(act),
    summary: `${given(act.fields.instructedBy)}批示：${given(act.fields.instruction)}`,
  }),
  instruct: async (act) => ({
    patch: await instructionPatch(act),
    summary: `${given(act.fields.instructedBy)}批示：${given(act.fields.instruction)}`,
  }),
  instructToRead: async (act) => {
    const patch = await instructionPatch(act);
    const circulated = await insertReaders(act);
    return {
      patch: { ...patch, ...circulated.patch },
      summary: `${given(act.fields.instructedBy)}批示：${act.fields.instruction ?? '阅'}；${circulated.summary}`,
    };
  },
  returnToProposal: ({ fields }) => ({ summary: `退回拟办${because(fields.reason)}` }),
  reply: async ({ fields, change, row }) => {
    const number = fields.replyNumber ?? '';
    if (fields.replyOutgoingId !== undefined) {
      await change.tx
        .insertInto('itemLink')
        .values({
          ...change.stampNew(),
          fromKind: 'outgoing',
          fromId: fields.replyOutgoingId,
          toKind: 'incoming',
          toId: row.id,
          relation: 'reply',
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return {
      patch: {
        replyMethod: given(fields.replyMethod),
        repliedOn: given(fields.repliedOn),
        replyNumber: number,
      },
      summary: `答复（${given(fields.replyMethod)}，${given(fields.repliedOn)}）${number}`,
    };
  },
  archive: ({ fields }) => ({
    patch: { archiveNumber: fields.archiveNumber ?? '', location: '档案室' },
    summary: `归档${because(fields.archiveNumber)}`,
  }),
};

async function insertInstruction(
  { change, row }: Act,
  kind: 'proposal' | 'instruction',
  personName: string,
  text: string,
  givenOn: string,
): Promise<void> {
  await change.tx
    .insertInto('instruction')
    .values({ ...change.stampNew(), incomingId: row.id, kind, personName, text, givenOn })
    .execute();
}

/** Keeps the words of one leader in a row of their own; the item carries them all for lists and forms. */
async function instructionPatch(act: Act): Promise<IncomingPatch> {
  const { fields, row } = act;
  const name = given(fields.instructedBy);
  const words = fields.instruction === undefined || fields.instruction === '' ? '阅' : fields.instruction;
  await insertInstruction(act, 'instruction', name, words, given(fields.instructedOn));
  const names = row.instructedBy === '' ? [] : row.instructedBy.split('、');
  return {
    instructedBy: names.includes(name) ? row.instructedBy : [...names, name].join('、'),
    instruction: row.instruction === '' ? `${name}：${words}` : `${row.instruction}\n${name}：${words}`,
  };
}
