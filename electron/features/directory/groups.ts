import { z } from 'zod';
import { GROUP_KIND_NAMES } from '../../../shared/features/directory.ts';
import type { directoryContract, PersonGroup } from '../../../shared/features/directory.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { PersonGroupTable } from '../../db/directory-schema.ts';
import { checkVersion, saveRow } from '../../db/saved-row.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { initialsOf } from '../links.ts';

type GroupInput = z.output<(typeof directoryContract.saveGroup)['input']>;

const membersSchema = z.array(z.strictObject({ personId: z.string().nullable(), name: z.string() }));

/** Groups by kind and name; people carry their present name and post. */
export async function listGroups(read: Reader, voided: boolean): Promise<PersonGroup[]> {
  let rows = read.selectFrom('personGroup').selectAll();
  if (!voided) rows = rows.where('voidReason', 'is', null);
  const groups = await rows.orderBy('kind').orderBy('createdAt').orderBy('id').execute();
  const people = await readPeople(read);
  return groups.map((row) => asGroup(row, people));
}

/** @throws AppError INVALID_INPUT for a name that is taken or a person named twice */
export async function saveGroup(change: Change, input: GroupInput): Promise<PersonGroup> {
  const { tx } = change;
  const { id: target, rowVersion, kind, name, circulation, members } = input;
  await refuseNamesake(change, kind, name, target);
  const names = members.map((member) => member.personId ?? member.name);
  const twice = members.find((_member, index) => names.indexOf(names[index] ?? '') !== index);
  if (twice !== undefined) {
    const message = `“${twice.name}”重复了，没有保存。请删去一个。`;
    throw new AppError('INVALID_INPUT', message, { fields: { members: message } });
  }
  const values = { kind, name, circulation, members: JSON.stringify(members) };
  const what = GROUP_KIND_NAMES[kind];
  const id = await saveRow(change, { id: target, rowVersion }, what, {
    find: (key) => tx.selectFrom('personGroup').select('rowVersion').where('id', '=', key).executeTakeFirst(),
    insert: (stamps) =>
      tx
        .insertInto('personGroup')
        .values({ ...stamps, ...values, voidReason: null })
        .execute(),
    update: (key, stamps) =>
      tx
        .updateTable('personGroup')
        .set({ ...values, ...stamps })
        .where('id', '=', key)
        .execute(),
  });
  await change.audit({
    entity: 'personGroup',
    entityId: id,
    summary: `${what} ${name}：${members.map((member) => member.name).join('、')}`,
  });
  return readGroup(change.read, id);
}

/** Takes a group out of use with a reason, or puts it back (`reason` null). */
export async function voidGroup(
  change: Change,
  { id, rowVersion }: { readonly id: string; readonly rowVersion: number },
  reason: string | null,
): Promise<PersonGroup> {
  const row = await change.tx.selectFrom('personGroup').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这个名单，没有改动。请刷新后重试。');
  const what = GROUP_KIND_NAMES[row.kind];
  checkVersion(row, rowVersion, what);
  if (reason === null) await refuseNamesake(change, row.kind, row.name, id);
  await change.tx
    .updateTable('personGroup')
    .set({ voidReason: reason, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', id)
    .execute();
  await change.audit({
    entity: 'personGroup',
    entityId: id,
    summary: reason === null ? `还原${what} ${row.name}` : `作废${what} ${row.name}：${reason}`,
  });
  return readGroup(change.read, id);
}

async function refuseNamesake(
  change: Change,
  kind: PersonGroupTable['kind'],
  name: string,
  exceptId: string | undefined,
): Promise<void> {
  const namesake = await change.tx
    .selectFrom('personGroup')
    .select('id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('voidReason', 'is', null)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== exceptId) {
    const message = `“${name}”已有了，没有改动。请换一个名称。`;
    throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
  }
}

async function readGroup(read: Reader, id: string): Promise<PersonGroup> {
  const row = await read.selectFrom('personGroup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return asGroup(row, await readPeople(read));
}

interface KnownPerson {
  readonly name: string;
  readonly post: string;
  readonly active: 0 | 1;
}

async function readPeople(read: Reader): Promise<ReadonlyMap<string, KnownPerson>> {
  const people = await read.selectFrom('person').select(['id', 'name', 'post', 'active']).execute();
  return new Map(people.map((person) => [person.id, person]));
}

function asGroup(row: PersonGroupTable, people: ReadonlyMap<string, KnownPerson>): PersonGroup {
  const { id, rowVersion, kind, name, circulation, voidReason } = row;
  const members = membersSchema.parse(JSON.parse(row.members)).map((member) => {
    const person = member.personId === null ? undefined : people.get(member.personId);
    return {
      personId: member.personId,
      name: person?.name ?? member.name,
      active: person?.active !== 0,
      post: person?.post ?? '',
    };
  });
  return { id, rowVersion, kind, name, initials: initialsOf(name), circulation, members, voidReason };
}
