import type { IncomingAction } from '../../shared/domain/flow-incoming.ts';
import type { incomingDraftSchema, IncomingDetail } from '../../shared/features/incoming-items.ts';
import type { IncomingFields } from '../../shared/features/incoming.ts';
import type { z } from 'zod';
import { setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

/** An office that receives papers: three departments and a way to take steps without minding row versions. */
export interface ReceivingOffice {
  readonly program: Program;
  readonly departments: readonly [string, string, string];
  readonly register: (draft?: Partial<Draft>) => Promise<string>;
  readonly act: (id: string, action: IncomingAction, fields?: IncomingFields) => Promise<Done>;
  readonly get: (id: string) => Promise<IncomingDetail>;
}

type Draft = z.input<typeof incomingDraftSchema>;
type Done = Awaited<ReturnType<Program['api']['incoming']['act']>>;

export const DRAFT: Draft = {
  title: '关于做好2026年汛期地质灾害防治工作的通知',
  senderName: '江州市人民政府办公室',
  documentNumber: '江政办发〔2026〕31号',
};

export async function startReceiving(): Promise<ReceivingOffice> {
  const program = await startProgram();
  await setUp(program);
  const { api } = program;
  const ids: string[] = [];
  for (const name of ['工程科', '房管科', '财务科']) {
    ids.push((await api.office.saveDepartment({ name, sortOrder: ids.length })).id);
  }
  const [first = '', second = '', third = ''] = ids;
  const get = (id: string) => api.incoming.get({ id });
  return {
    program,
    departments: [first, second, third],
    register: async (draft = {}) => (await api.incoming.register({ draft: { ...DRAFT, ...draft } })).id,
    act: async (id, action, fields = {}) =>
      api.incoming.act({ id, rowVersion: (await get(id)).rowVersion, action, fields }),
    get,
  };
}

export const INSTRUCTION: IncomingFields = {
  instructedBy: '王局长',
  instructedOn: '2026-11-22',
  instruction: '请工程科牵头落实。',
};

/** From 登记 to 待分办. */
export async function bringToAssignment(office: ReceivingOffice, id: string): Promise<void> {
  await office.act(id, 'submitReview');
  await office.act(id, 'passReview');
  await office.act(id, 'propose', {
    opinion: '拟请工程科主办。',
    leadDepartmentId: office.departments[0],
    dueOn: '2026-12-04',
  });
  await office.act(id, 'instruct', INSTRUCTION);
}

/** From 登记 to 承办中, one 主办 and one 会办. */
export async function bringToHandling(office: ReceivingOffice, id: string): Promise<void> {
  const [lead, assist] = office.departments;
  await bringToAssignment(office, id);
  await office.act(id, 'assign', {
    leadDepartmentId: lead,
    dueOn: '2026-12-04',
    assists: [{ departmentId: assist }],
  });
}

export async function assignmentOf(
  office: ReceivingOffice,
  id: string,
  role: 'lead' | 'assist',
): Promise<string> {
  const { assignments } = await office.get(id);
  const found = assignments.find(
    (one) => one.role === role && (one.status === 'active' || one.status === 'reported'),
  );
  return found?.id ?? '';
}
