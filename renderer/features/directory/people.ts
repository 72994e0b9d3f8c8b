import type { PersonGroup } from '../../../shared/features/directory.ts';

/** A person of the directory, or one who is not in it, by name alone. */
export interface PickedPerson {
  readonly personId?: string;
  readonly name: string;
}

/** `more` behind `people`; nobody twice. */
export function addPeople(
  people: readonly PickedPerson[],
  more: readonly PickedPerson[],
): readonly PickedPerson[] {
  const result = [...people];
  for (const person of more) {
    if (!result.some((known) => isSame(known, person))) result.push(person);
  }
  return result;
}

function isSame(one: PickedPerson, other: PickedPerson): boolean {
  return one.personId === undefined || other.personId === undefined
    ? one.name === other.name
    : one.personId === other.personId;
}

/** Groups whose name or pinyin initials have the typed part; all for an empty text. */
export function groupsFor(groups: readonly PersonGroup[], text: string): readonly PersonGroup[] {
  const typed = text.trim().toLowerCase();
  return groups.filter(({ name, initials }) => name.includes(typed) || initials.includes(typed));
}

/** The people of a group who are still in office, in its order. */
export function membersOf(group: PersonGroup): readonly PickedPerson[] {
  return group.members
    .filter(({ active }) => active)
    .map(({ personId, name }) => (personId === null ? { name } : { personId, name }));
}
