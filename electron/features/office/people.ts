import type { z } from 'zod';
import type { departmentSchema, officeContract, Person } from '../../../shared/features/office.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import { saveRow } from '../../db/saved-row.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

type PersonInput = z.output<(typeof officeContract.savePerson)['input']>;
type DepartmentInput = z.output<(typeof officeContract.saveDepartment)['input']>;
type Department = z.output<typeof departmentSchema>;

/** People by department and name, those who have left last. */
export async function listPeople(read: Reader): Promise<Person[]> {
  const rows = await read
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select([
      'person.id',
      'person.rowVersion',
      'person.name',
      'person.departmentId',
      'department.name as departmentName',
      'person.post',
      'person.phone',
      'person.mobile',
      'person.email',
      'person.room',
      'person.remark',
      'person.active',
    ])
    .orderBy('person.active', 'desc')
    .orderBy('department.sortOrder')
    .orderBy('person.createdAt')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => Object.assign({}, row, { active: row.active === 1 }));
}

export async function savePerson(change: Change, input: PersonInput): Promise<Person> {
  const { tx } = change;
  const values = {
    name: input.name,
    nameOrder: chineseOrder(input.name),
    departmentId: input.departmentId,
    post: input.post,
    phone: input.phone,
    mobile: input.mobile,
    email: input.email,
    room: input.room,
    remark: input.remark,
    active: input.active ? (1 as const) : (0 as const),
  };
  const id = await saveRow(change, input, '人员信息', {
    find: (key) => tx.selectFrom('person').select('rowVersion').where('id', '=', key).executeTakeFirst(),
    insert: (stamps) =>
      tx
        .insertInto('person')
        .values({ ...stamps, ...values, role: 'clerk', sample: 0 })
        .execute(),
    update: async (key, stamps) => {
      if (!input.active) await refuseLastOne(change, key);
      await tx
        .updateTable('person')
        .set({ ...values, ...stamps })
        .where('id', '=', key)
        .execute();
    },
  });
  await change.audit({
    entity: 'person',
    entityId: id,
    summary: `人员 ${input.name}${input.active ? '' : '（离岗）'}`,
  });
  const saved = (await listPeople(change.read)).find((person) => person.id === id);
  if (saved === undefined) throw new Error('a person just saved cannot be found');
  return saved;
}

/** Nobody could open the office's documents any more. */
async function refuseLastOne(change: Change, id: string): Promise<void> {
  const other = await change.tx
    .selectFrom('person')
    .select('id')
    .where('active', '=', 1)
    .where('sample', '=', 0)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  if (other === undefined) {
    const message = '这是最后一名在岗人员，不能设为离岗。请先添加接手的人。';
    throw new AppError('INVALID_INPUT', message, { fields: { active: message } });
  }
}

export async function listDepartments(read: Reader): Promise<Department[]> {
  return read
    .selectFrom('department')
    .select(['id', 'rowVersion', 'name', 'sortOrder'])
    .orderBy('sortOrder')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function saveDepartment(change: Change, input: DepartmentInput): Promise<Department> {
  const { tx } = change;
  const namesake = await tx
    .selectFrom('department')
    .select('id')
    .where('name', '=', input.name)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== input.id) {
    const message = `部门“${input.name}”已有了。请换一个名称。`;
    throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
  }
  const values = { name: input.name, sortOrder: input.sortOrder };
  const id = await saveRow(change, input, '部门信息', {
    find: (key) => tx.selectFrom('department').select('rowVersion').where('id', '=', key).executeTakeFirst(),
    insert: (stamps) =>
      tx
        .insertInto('department')
        .values({ ...stamps, ...values, sample: 0 })
        .execute(),
    update: (key, stamps) =>
      tx
        .updateTable('department')
        .set({ ...values, ...stamps })
        .where('id', '=', key)
        .execute(),
  });
  await change.audit({ entity: 'department', entityId: id, summary: `部门 ${input.name}` });
  return tx
    .selectFrom('department')
    .select(['id', 'rowVersion', 'name', 'sortOrder'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
