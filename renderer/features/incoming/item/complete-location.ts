import { api } from '../../../app/api.ts';
import type { NameChoice } from '../../../ui/use-completion.ts';

const USUAL = ['办公室', '档案室', '文印室'];

/** Where a paper may lie: the usual rooms, departments, people. */
export async function completeLocation(text: string): Promise<NameChoice[]> {
  const usual = USUAL.filter((name) => name.includes(text));
  const departments = await api.incoming.completeDepartment({ text });
  const people = text === '' ? [] : await api.incoming.completePerson({ text });
  return [
    ...usual.map((name) => ({ id: name, name, note: '' })),
    ...departments.filter(({ name }) => !usual.includes(name)),
    ...people,
  ];
}
