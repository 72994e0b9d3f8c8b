import { COUNTERSIGN_VERDICTS } from '../../../shared/domain/outgoing-fields.ts';
import type { CountersignVerdict } from '../../../shared/domain/outgoing-fields.ts';
import type { CountersignTable, OutgoingFactTable } from '../../db/outgoing-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { refuse } from '../handling/refuse.ts';

type Round = Pick<OutgoingFactTable, 'outgoingId' | 'countersignRound'>;

/** The departments asked in the present round of 会签. */
export function currentCountersigns(read: Reader, fact: Round): Promise<CountersignTable[]> {
  return read
    .selectFrom('countersign')
    .selectAll()
    .where('outgoingId', '=', fact.outgoingId)
    .where('round', '=', fact.countersignRound)
    .orderBy('id')
    .execute();
}

/** Asks departments in a round; one department is asked once. */
export async function askDepartments(
  change: Change,
  { outgoingId, countersignRound: round }: Round,
  departments: readonly string[],
): Promise<string> {
  const present = await currentCountersigns(change.read, { outgoingId, countersignRound: round });
  const asked = new Set(present.map(({ departmentName }) => departmentName));
  const named = [...new Set(departments)];
  const twice = named.find((name) => asked.has(name));
  if (twice !== undefined) refuse('countersignDepartments', `${twice}已在会签之列，没有重复增加。`);
  for (const departmentName of named) {
    await change.tx
      .insertInto('countersign')
      .values({
        ...change.stampNew(),
        outgoingId,
        round,
        departmentName,
        status: 'waiting',
        verdict: '',
        opinion: '',
        personName: '',
        answeredAt: null,
      })
      .execute();
  }
  return named.join('、');
}

/** One department of the present round. @throws AppError INVALID_INPUT when it is not asked */
export async function askedDepartment(read: Reader, fact: Round, id: string): Promise<CountersignTable> {
  const row = (await currentCountersigns(read, fact)).find((one) => one.id === id);
  return row ?? refuse('countersignId', '这个部门不在本轮会签之列，请刷新后重选。');
}

export async function answerCountersign(
  change: Change,
  row: CountersignTable,
  values: Pick<CountersignTable, 'status' | 'verdict' | 'opinion' | 'personName'>,
): Promise<void> {
  await change.tx
    .updateTable('countersign')
    .set({ ...values, answeredAt: change.at, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', row.id)
    .execute();
}

export function asVerdict(text: string): CountersignVerdict | '' {
  return COUNTERSIGN_VERDICTS.find((verdict) => verdict === text) ?? '';
}
