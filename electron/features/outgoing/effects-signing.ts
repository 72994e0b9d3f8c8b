import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import { GENRE_FACTS } from '../../../shared/gongwen/genres.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import { refuseFuture } from './act.ts';
import type { Act, Effect, Effects, FactPatch } from './act.ts';
import { countSignatures } from './facts.ts';

type SigningAction = Extract<
  OutgoingAction,
  'sign' | 'passRecheck' | 'returnToSignatory' | 'returnToRecheck' | 'recordPaperApproval'
>;

/** What a return takes back: approvals that were given to a text that is now open again. */
export const UNSIGNED: FactPatch = {
  signatory: '',
  signedOn: null,
  recheckedBy: '',
  signedVersionId: null,
  approvalPath: '',
};

/** A return with its reason. */
export const returned =
  (fact: FactPatch) =>
  ({ transition, fields }: Act): Effect => ({
    fact,
    summary: `${transition.label}${because(fields.reason)}`,
  });

/** 签发、复核, what leads back there, and both at once for an office that signs on paper. */
export const signingEffects: Effects<SigningAction> = {
  sign,
  passRecheck: ({ fields }) => ({
    fact: { recheckedBy: given(fields.recheckedBy) },
    summary: `复核通过（${given(fields.recheckedBy)}）${because(fields.opinion)}`,
    personName: given(fields.recheckedBy),
  }),
  returnToSignatory: ({ fields, fact }) => ({
    fact: { ...UNSIGNED, signRound: fact.signRound + 1 },
    summary: `退签发人复审${because(fields.reason)}`,
  }),
  returnToRecheck: returned({ recheckedBy: '' }),
  recordPaperApproval: async (act) => {
    const { change, fields, fact, document } = act;
    const signatory = given(fields.signatory);
    const signedOn = given(fields.signedOn);
    refuseFuture(act, 'signedOn', '签发日期', signedOn);
    const dated = withIssuedOn(act);
    const countersigned = fields.countersignText ?? '';
    const signRound = fact.signRound + 1;
    await change.tx
      .insertInto('outgoingSignature')
      .values({
        ...change.stampNew(),
        outgoingId: fact.outgoingId,
        round: signRound,
        position: 1,
        issuer: document.issuers.join('、'),
        signatory,
        signedOn,
        opinion: fields.opinion ?? '',
      })
      .execute();
    return {
      ...dated,
      fact: {
        approvalPath: 'paper',
        checkedBy: given(fields.checkedBy),
        signatory,
        signedOn,
        recheckedBy: given(fields.recheckedBy),
        signRound,
      },
      signs: true,
      summary:
        `补记纸面审签：核稿 ${given(fields.checkedBy)}，${signatory} ${signedOn} 签发，` +
        `复核 ${given(fields.recheckedBy)}${countersigned === '' ? '' : `；会签：${countersigned}`}`,
      personName: signatory,
      opinion: [fields.opinion ?? '', countersigned === '' ? '' : `会签：${countersigned}`]
        .filter((text) => text !== '')
        .join('；'),
      decidedOn: signedOn,
    };
  },
};

/** 签发 by one issuer; a joint document goes on to the next one until all have signed. */
async function sign(act: Act): Promise<Effect> {
  const { change, fields, fact, document, transition } = act;
  const signatory = given(fields.signatory);
  const signedOn = given(fields.signedOn);
  refuseFuture(act, 'signedOn', '签发日期', signedOn);
  const position = (await countSignatures(change.read, fact.outgoingId, fact.signRound)) + 1;
  const issuer = document.issuers[position - 1] ?? document.issuers[0] ?? '';
  await change.tx
    .insertInto('outgoingSignature')
    .values({
      ...change.stampNew(),
      outgoingId: fact.outgoingId,
      round: fact.signRound,
      position,
      issuer,
      signatory,
      signedOn,
      opinion: fields.opinion ?? '',
    })
    .execute();
  const joint = document.issuers.length > 1;
  const summary = `${joint ? `${issuer} ` : ''}${signatory}签发（${signedOn}）${because(fields.opinion)}`;
  const decided = { personName: joint ? `${issuer} ${signatory}` : signatory, decidedOn: signedOn };
  if (transition.to === 'awaitingSignature') return { summary, ...decided };
  const earlier = await signatoriesOf(act);
  const names = [...earlier, signatory].join('、');
  const dated = withIssuedOn(act);
  return {
    ...dated,
    // 联合行文以最后签发机关负责人签发的日期为准 (GB/T 9704-2012 7.3.5.4).
    fact: { approvalPath: 'program', signatory: names, signedOn },
    signs: true,
    summary,
    ...decided,
    hints: signHints(act, dated.document?.issuedOn ?? document.issuedOn),
  };
}

async function signatoriesOf({ change, fact }: Act): Promise<string[]> {
  const rows = await change.read
    .selectFrom('outgoingSignature')
    .select('signatory')
    .where('outgoingId', '=', fact.outgoingId)
    .where('round', '=', fact.signRound)
    .orderBy('position')
    .execute();
  return rows.slice(0, -1).map(({ signatory }) => signatory);
}

/** 成文日期 is set when the person says so, never by itself; one that stands already is not overwritten. */
export function withIssuedOn({ document, fields }: Act): Pick<Effect, 'document'> {
  const { issuedOn } = fields;
  if (issuedOn === undefined || issuedOn === document.issuedOn) return {};
  if (document.issuedOn !== undefined) {
    refuse('issuedOn', `公文上的成文日期已是${document.issuedOn}。要改请先在要素中改好，再办这一步。`);
  }
  return { document: { ...document, issuedOn } };
}

function signHints({ fields, document }: Act, issuedOn: string | undefined): string[] {
  const hints: string[] = [];
  if (issuedOn !== undefined && issuedOn !== fields.signedOn) {
    hints.push(`成文日期${issuedOn}与签发日期${fields.signedOn ?? ''}不一致，请核对。`);
  }
  if (GENRE_FACTS[document.genre].signatories === 'always' && document.signatories.length === 0) {
    hints.push('上行文应在版头标注签发人，请在要素中填写。');
  }
  return hints;
}
