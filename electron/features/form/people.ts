import type { Reader } from '../../db/schema.ts';
import type { Ctx } from '../context.ts';

export interface Person {
  /** Department and post, as far as known. */
  readonly post: string;
  readonly department: string;
  readonly name: string;
  readonly phone: string;
}

export async function peopleById(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(['person.id', 'person.name', 'person.post', 'person.phone', 'department.name as department'])
    .where('person.id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, name, post, phone, department }) => [
      id,
      { name, phone, department: department ?? '', post: `${department ?? ''}${post}` },
    ]),
  );
}

/** 经办人 and telephone: whoever works here now. */
export async function handlerOf({
  read,
  actor,
}: Ctx): Promise<{ handlerName: string; handlerPhone: string }> {
  const person = actor === null ? undefined : (await peopleById(read, [actor.id])).get(actor.id);
  return { handlerName: actor?.name ?? '', handlerPhone: person?.phone ?? '' };
}
