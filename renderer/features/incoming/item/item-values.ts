import type { IncomingFields } from '../../../../shared/features/incoming.ts';
import { dateOf, timeOf } from '../../../app/format.ts';
import type { PickedPerson } from '../../directory/people.ts';
import { readMoment } from '../registration/read-moment.ts';

/** A 会办 as it is chosen: its own deadline and person only where they differ. */
export interface AssistLine {
  readonly departmentId: string;
  readonly personId?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** What stands in the form of a step; times as they are typed. */
export interface ItemValues extends Omit<
  IncomingFields,
  'receivedAt' | 'readers' | 'assists' | 'replyOutgoingId'
> {
  readonly receivedAt?: string | undefined;
  readonly readers?: readonly PickedPerson[] | undefined;
  readonly assists?: readonly AssistLine[] | undefined;
  readonly replyOutgoing?: { readonly id: string; readonly name: string } | undefined;
}

/** 2026-11-22 09:12 of an epoch ms. */
export const typedMoment = (at: number): string => `${dateOf(at)} ${timeOf(at)}`;

/** What cannot be read as it is typed, by field. */
export function faultsIn(values: ItemValues): Readonly<Record<string, string>> {
  const { receivedAt } = values;
  return receivedAt !== undefined && readMoment(receivedAt, Date.now()) === null
    ? { receivedAt: '没有这个时刻，请写成 2026-03-05 09:30。' }
    : {};
}

/** The form as `incoming.act` takes it: what is empty is left out. */
export function fieldsOf(values: ItemValues): IncomingFields {
  const { receivedAt, readers, assists, replyOutgoing, ...rest } = values;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  ) as IncomingFields;
  const at = receivedAt === undefined ? undefined : readMoment(receivedAt, Date.now());
  return {
    ...kept,
    ...(at === undefined || at === null ? {} : { receivedAt: at }),
    ...(readers === undefined || readers.length === 0 ? {} : { readers: [...readers] }),
    ...(assists === undefined || assists.length === 0 ? {} : { assists: [...assists] }),
    ...(replyOutgoing === undefined ? {} : { replyOutgoingId: replyOutgoing.id }),
  };
}
