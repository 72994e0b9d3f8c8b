import type { z } from 'zod';
import type { MatterAction, MatterFacts, MatterState } from '../../shared/domain/flow-matter.ts';
import type { MatterDetail, matterDraftSchema, MatterFields } from '../../shared/features/matter.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';
import type { Program } from './harness.ts';

type Draft = z.input<typeof matterDraftSchema>;
type Done = Awaited<ReturnType<Program['api']['matter']['act']>>;

/** An office of three departments in which orders are given. */
export interface OrderingOffice extends ReceivingOffice {
  readonly order: (draft?: Partial<Draft>) => Promise<string>;
  readonly actOn: (id: string, action: MatterAction, fields?: MatterFields) => Promise<Done>;
  readonly matter: (id: string) => Promise<MatterDetail>;
}

export const ORDER: Draft = {
  title: '汛期值班表明天中午前报局长',
  source: 'spoken',
  orderedBy: '王局长',
  orderedOn: '2026-11-22',
  orderedTime: '08:40',
  words: '值班表明天中午前给我，节假日也要排上。',
};

export async function startOrdering(): Promise<OrderingOffice> {
  const office = await startReceiving();
  const { api } = office.program;
  const matter = (id: string) => api.matter.get({ id });
  return {
    ...office,
    order: async (draft = {}) => (await api.matter.create({ draft: { ...ORDER, ...draft } })).id,
    actOn: async (id, action, fields = {}) =>
      api.matter.act({ id, rowVersion: (await matter(id)).rowVersion, action, fields }),
    matter,
  };
}

export async function currentOf(
  office: OrderingOffice,
  id: string,
  role: 'lead' | 'assist',
): Promise<string> {
  const { assignments } = await office.matter(id);
  const found = assignments.find((one) => one.role === role && ['active', 'reported'].includes(one.status));
  return found?.id ?? '';
}

/** A 承办件 brought into a state with given facts. */
export async function bringMatter(
  office: OrderingOffice,
  state: MatterState,
  facts: Partial<MatterFacts> = {},
): Promise<string> {
  if (state === 'suspended') {
    const id = await bringMatter(office, facts.suspendedFrom ?? 'handling', facts);
    await office.actOn(id, 'suspend', { reason: '等上级答复' });
    return id;
  }
  if (state === 'voided') {
    const from = facts.voidedFrom ?? 'handling';
    const id = await bringMatter(office, from, facts);
    await office.actOn(id, 'void', { reason: '重复登记', approvedBy: '张主任' });
    return id;
  }
  const replyRequired = facts.replyRequired ?? state === 'awaitingReply';
  const id = await office.order({ replyRequired });
  if (state === 'awaitingAssignment') return id;
  const [lead, assist] = office.departments;
  await office.actOn(id, 'assign', {
    leadDepartmentId: lead,
    dueOn: '2026-12-04',
    assists: [{ departmentId: assist }],
  });
  if (state === 'handling') return id;
  await office.actOn(id, 'report', {
    assignmentId: await currentOf(office, id, 'assist'),
    result: '已提供名单',
  });
  await office.actOn(id, 'completeHandling', { result: '已报送' });
  if (state === 'closed' && replyRequired) {
    await office.actOn(id, 'reply', { replyMethod: '口头', repliedOn: '2026-11-22' });
  }
  return id;
}
