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
