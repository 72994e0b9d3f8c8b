import type { OutgoingAction, OutgoingState } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../shared/features/outgoing.ts';
import type { OutgoingFields, Recipient } from '../../shared/features/outgoing-process.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { draftOf, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

/** An office that issues documents: one seal, and a way to take steps without minding row versions. */
export interface IssuingOffice {
  readonly program: Program;
  readonly sealId: string;
  readonly draft: (title?: string) => Promise<string>;
  readonly get: (id: string) => Promise<OutgoingDetail>;
  readonly edit: (id: string, change: Partial<Gongwen>) => Promise<unknown>;
  readonly act: (id: string, action: OutgoingAction, fields?: OutgoingFields) => Promise<Done>;
  /** Takes a step with everything it asks for. */
  readonly step: (id: string, action: OutgoingAction, fields?: OutgoingFields) => Promise<Done>;
  readonly setCountersign: (id: string, needed: boolean) => Promise<void>;
}

type Done = Awaited<ReturnType<Program['api']['outgoing']['act']>>;

export async function startIssuing(): Promise<IssuingOffice> {
  const program = await startProgram();
  await setUp(program);
  const { api } = program;
  const seal = await api.outgoing.saveSeal({
    name: '临江市住房和城乡建设局',
    category: '行政',
    keeper: '林晓',
    active: true,
  });
  const get = (id: string) => api.outgoing.get({ id });
  const act: IssuingOffice['act'] = async (id, action, fields = {}) =>
    api.outgoing.act({ id, rowVersion: (await get(id)).rowVersion, action, fields });
  return {
    program,
    sealId: seal.id,
    draft: async (title = '关于做好汛期安全工作的通知') => {
      const { id, rowVersion } = await draftOf(program, title);
      const { document } = await get(id);
      await api.outgoing.save({
        id,
        rowVersion,
        document: { ...document, addressees: ['各区住建局', '局属各单位'], copyTo: [['市应急局']] },
      });
      return id;
    },
    get,
    edit: async (id, change) => {
      const { rowVersion, document } = await get(id);
      return api.outgoing.save({ id, rowVersion, document: { ...document, ...change } });
    },
    act,
    step: async (id, action, fields = {}) =>
      act(id, action, { ...completeFields(await get(id), action, seal.id), ...fields }),
    setCountersign: async (id, countersignNeeded) => {
      const detail = await get(id);
      const { departmentName, phone, disclosure, printCopies, countersignPlan, remark } = detail;
      const facts = { departmentName, phone, disclosure, printCopies, countersignPlan, remark };
      await api.outgoing.saveFacts({
        id,
        rowVersion: detail.rowVersion,
        facts: { ...facts, countersignNeeded },
      });
    },
  };
}

export const recipient = (unit: string, rest: Partial<Recipient> = {}): Recipient => ({
  unit,
  copies: 1,
  method: '公文交换',
  copyNumbers: '',
  receiver: '',
  receivedOn: null,
  waiver: '',
  note: '',
  ...rest,
});

const TODAY = '2026-11-22';

/** Everything an action asks for, as a clerk would fill it in. */
export function completeFields(item: OutgoingDetail, action: OutgoingAction, sealId: string): OutgoingFields {
  const round = Math.max(0, ...item.countersigns.map((one) => one.round));
  const waiting = item.countersigns.find((one) => one.round === round && one.status === 'waiting');
  const present = item.countersigns.find((one) => one.round === round);
  const all: Required<OutgoingFields> = {
    departmentName: '工程科',
    disclosure: '主动公开',
    reason: '另有情况',
    opinion: '同意。',
    reviewedBy: '王科长',
    countersignDepartments: [`科室${item.rowVersion}`],
    countersignId: (waiting ?? present)?.id ?? 'none',
    verdict: '同意',
    countersignedBy: '李科长',
    conclusion: '按工程科意见办理',
    approvedBy: '张主任',
    checkedBy: '赵核稿',
    signatory: '陈局长',
    signedOn: TODAY,
    issuedOn: item.document.issuedOn ?? TODAY,
    recheckedBy: '孙复核',
    countersignText: '财务科同意',
    issuerCode: '临建发',
    year: 2026,
    printCopies: 10,
    copyNumberFrom: '000001',
    copyNumberTo: '000010',
    proofreads: [{ round: '一校', personName: '周校对', on: TODAY, corrections: 2 }],
    sealUses: [{ sealId, count: 10, crossPageCount: 0 }],
    sealedOn: TODAY,
    distribution:
      action === 'recordDistribution'
        ? item.distribution.map(({ id: _id, ...row }) => ({
            ...row,
            receiver: '收发室',
            receivedOn: TODAY,
            note: `签收${item.rowVersion}`,
          }))
        : [recipient('各区住建局', { copies: 6 }), recipient('市应急局')],
    distributedOn: TODAY,
    archiveItems: ['定稿', '正本', '发文稿纸'],
    missingReason: '',
    archiveNumber: '2026-Y-0001',
  };
  const row = item.actions.find((one) => one.action === action);
  const asked = new Set(row === undefined ? Object.keys(all) : [...row.requires, ...row.offers]);
  if (item.document.issuedOn === undefined && action === 'sign') asked.delete('issuedOn');
  return Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name)));
}

/** The shortest road from a draft to each state. */
const ROADS: Readonly<Record<OutgoingState, readonly OutgoingAction[]>> = (() => {
  const review = ['submit', 'passDepartmentReview'] as const;
  const office = [...review, 'passOfficeReview'] as const;
  const signed = [...office, 'sign'] as const;
  const numbered = [...signed, 'passRecheck', 'assignNumber'] as const;
  const sealed = [...numbered, 'sendToPrint', 'finishProof', 'useSeal'] as const;
  const closed = [...sealed, 'distribute', 'recordDistribution', 'close'] as const;
  return {
    draft: [],
    departmentReview: ['submit'],
    countersigning: review,
    officeReview: review,
    awaitingSignature: office,
    signed,
    awaitingNumber: [...signed, 'passRecheck'],
    numbered,
    printing: [...numbered, 'sendToPrint'],
    awaitingSeal: [...numbered, 'sendToPrint', 'finishProof'],
    sealed,
    distributing: [...sealed, 'distribute'],
    closed,
    archived: [...closed, 'archive'],
    voided: [...numbered, 'voidNumbered'],
    discarded: ['discard'],
  };
})();

/** A new document, brought into a state by the road that leads there. */
export async function bringTo(office: IssuingOffice, state: OutgoingState): Promise<string> {
  const id = await office.draft();
  await office.setCountersign(id, state === 'countersigning');
  for (const action of ROADS[state]) await office.step(id, action);
  return id;
}
