import type { z } from 'zod';
import type { incomingAssignmentSchema, ItemUrging } from '../../../shared/features/incoming-items.ts';
import type { Reader } from '../../db/schema.ts';

/** Every 承办 an item ever had, with the deadlines before the present one; oldest first. */
export async function readAssignments(
  read: Reader,
  ownerId: string,
): Promise<z.output<typeof incomingAssignmentSchema>[]> {
  const rows = await read
    .selectFrom('assignment as a')
    .innerJoin('department', 'department.id', 'a.departmentId')
    .leftJoin('person', 'person.id', 'a.personId')
    .select([
      'a.id',
      'a.role',
      'a.departmentId',
      'department.name as departmentName',
      'person.name as personName',
      'a.status',
      'a.originalDueOn',
      'a.dueOn',
      'a.acceptedAt',
      'a.acceptedBy',
      'a.result',
      'a.reportedAt',
      'a.reason',
    ])
    .where('a.ownerId', '=', ownerId)
    .orderBy('a.createdAt')
    .orderBy('a.id')
    .execute();
  const changes = await read
    .selectFrom('deadlineChange as d')
    .innerJoin('assignment as a', 'a.id', 'd.assignmentId')
    .select(['d.assignmentId', 'd.oldDueOn', 'd.newDueOn', 'd.approvedBy', 'd.reason', 'd.createdAt as at'])
    .where('a.ownerId', '=', ownerId)
    .orderBy('d.createdAt')
    .orderBy('d.id')
    .execute();
  return rows.map((row) =>
    Object.assign({}, row, {
      personName: row.personName ?? '',
      deadlines: changes
        .filter(({ assignmentId }) => assignmentId === row.id)
        .map(({ assignmentId: _assignment, ...change }) => change),
    }),
  );
}

/** Every urging of an item with what was answered; oldest first. */
export async function readUrgings(read: Reader, ownerId: string): Promise<ItemUrging[]> {
  const rows = await read
    .selectFrom('urging')
    .select(['id', 'target', 'level', 'method', 'note', 'createdAt as at'])
    .where('ownerId', '=', ownerId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const answers = await read
    .selectFrom('urgingAnswer')
    .innerJoin('urging', 'urging.id', 'urgingAnswer.urgingId')
    .select([
      'urgingAnswer.urgingId',
      'urgingAnswer.personName',
      'urgingAnswer.text',
      'urgingAnswer.createdAt as at',
    ])
    .where('urging.ownerId', '=', ownerId)
    .orderBy('urgingAnswer.createdAt')
    .execute();
  return rows.map((row) =>
    Object.assign(row, {
      answers: answers
        .filter(({ urgingId }) => urgingId === row.id)
        .map(({ urgingId: _urging, ...answer }) => answer),
    }),
  );
}
