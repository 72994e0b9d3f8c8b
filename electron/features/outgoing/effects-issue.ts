import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingFields } from '../../../shared/features/outgoing-process.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import { refuseFuture } from './act.ts';
import type { Act, Effect, Effects } from './act.ts';
import { withIssuedOn } from './effects-signing.ts';
import { checkSeries, readIssuerCode, takeSerial } from './numbering.ts';
import { recordSealUses } from './seal-uses.ts';

type IssueAction = Extract<
  OutgoingAction,
  'assignNumber' | 'confirmNumber' | 'sendToPrint' | 'finishProof' | 'returnToPrint' | 'useSeal'
>;

/** 编号、印制、用印. */
export const issueEffects: Effects<IssueAction> = {
  assignNumber: async ({ change, fields, row, document }) => {
    const issuerCode = given(fields.issuerCode);
    const year = given(fields.year);
    const code = await readIssuerCode(change.read, issuerCode);
    checkSeries(code, row.sample === 1, year, change.at);
    const serial = await takeSerial(change, code, year, row.id);
    const documentNumber = { issuerCode, year, serial };
    return {
      document: { ...document, documentNumber },
      summary: `编号：${formatDocumentNumber(documentNumber)}`,
      detail: { issuerCode, year, serial },
    };
  },
  confirmNumber: ({ document }) => {
    const number = document.documentNumber;
    return { summary: `核对${number === undefined ? '' : formatDocumentNumber(number)}` };
  },
  sendToPrint: (act) => {
    const { fields } = act;
    const printCopies = given(fields.printCopies);
    const copyNumberFrom = fields.copyNumberFrom ?? '';
    const copyNumberTo = fields.copyNumberTo ?? '';
    checkCopyNumbers(fields, printCopies);
    const numbers = copyNumberFrom === '' ? '' : `，份号 ${copyNumberFrom}—${copyNumberTo}`;
    return {
      ...withIssuedOn(act),
      fact: { printCopies, copyNumberFrom, copyNumberTo },
      summary: `送印 ${printCopies} 份${numbers}${because(fields.opinion)}`,
    };
  },
  finishProof: (act) => proofread(act),
  returnToPrint: ({ fields }) => ({ summary: `退回重印${because(fields.reason)}` }),
  useSeal: async (act) => {
    const sealedOn = given(act.fields.sealedOn);
    refuseFuture(act, 'sealedOn', '用印日期', sealedOn);
    const used = await recordSealUses(act, given(act.fields.sealUses), sealedOn);
    return {
      fact: { sealedOn },
      summary: `用印（${given(act.fields.approvedBy)}批准）：${used.text}`,
      personName: given(act.fields.approvedBy),
      opinion: used.text,
      decidedOn: sealedOn,
      hints: used.hints,
    };
  },
};

/** 份号 run on without a gap, one for each copy. */
function checkCopyNumbers({ copyNumberFrom, copyNumberTo }: OutgoingFields, copies: number): void {
  if (copyNumberFrom === undefined || copyNumberTo === undefined) return;
  if (!/^\d+$/u.test(copyNumberFrom)) refuse('copyNumberFrom', '份号应为数字，如 000001。');
  if (!/^\d+$/u.test(copyNumberTo)) refuse('copyNumberTo', '份号应为数字，如 000100。');
  const count = Number(copyNumberTo) - Number(copyNumberFrom) + 1;
  if (count !== copies) {
    refuse('copyNumberTo', `起止份号共${Math.max(0, count)}个，印制${copies}份，请核对。`);
  }
}

/** 校对: who read which proof and how many faults were put right; the rounds follow one another. */
export function proofread({ fields }: Act): Effect {
  const proofreads = given(fields.proofreads);
  const names = ['一校', '二校', '三校'];
  proofreads.forEach(({ round }, index) => {
    if (round !== names[index]) refuse('proofreads', '校次应从一校起依次填写。');
  });
  const text = proofreads
    .map(({ round, personName, on, corrections }) => `${round} ${personName} ${on}，改正${corrections}处`)
    .join('；');
  return { fact: { proofreads: JSON.stringify(proofreads) }, summary: `校对完成：${text}`, opinion: text };
}
