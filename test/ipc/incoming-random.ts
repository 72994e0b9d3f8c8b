import { RETURN_REASONS, URGE_LEVELS } from '../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../shared/features/incoming-items.ts';
import type { IncomingFields } from '../../shared/features/incoming.ts';
import type { ReceivingOffice } from './incoming-office.ts';

/** mulberry32: the same walk for the same seed, so that a failure can be seen again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fields for an action: mostly complete, now and then with one left out. */
export function randomFields(
  office: ReceivingOffice,
  item: IncomingDetail,
  random: () => number,
): IncomingFields {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const day = () => `2026-12-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const current = item.assignments.filter(({ status }) => status === 'active' || status === 'reported');
  const assist = pick(office.departments) ?? '';
  const fields: IncomingFields = {
    signerName: '林晓',
    receivedAt: office.program.clock.now,
    copies: 1 + Math.floor(random() * 3),
    reason: '因故',
    returnReason: RETURN_REASONS[0],
    opinion: '拟请办理。',
    leadDepartmentId: pick(office.departments),
    dueOn: day(),
    assists: random() < 0.2 ? [] : [{ departmentId: assist, dueOn: day() }],
    basis: '分工表',
    instructedBy: '王局长',
    instructedOn: '2026-11-22',
    instruction: '同意。',
    readers: [{ name: `读者${Math.floor(random() * 1000)}` }],
    circulation: random() < 0.5 ? 'serial' : 'parallel',
    assignmentId: pick(current)?.id,
    departmentId: pick(office.departments),
    approvedBy: '张主任',
    result: '已办理',
    forceReason: random() < 0.3 ? '无需等待' : undefined,
    readerId: pick(item.readers.filter(({ status }) => status === 'waiting'))?.id ?? 'none',
    replyMethod: '复函',
    repliedOn: '2026-11-22',
    urgeLevel: URGE_LEVELS[0],
    urgeMethod: '电话',
    location: random() < 0.1 ? '文印室' : undefined,
    archiveNumber: '1',
  };
  const names = Object.keys(fields) as (keyof IncomingFields)[];
  const left = random() < 0.1 ? pick(names) : undefined;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== left && value !== undefined),
  );
}
