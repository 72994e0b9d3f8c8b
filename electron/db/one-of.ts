/** A column's text as one of the values it may hold. @throws Error for any other: the file is not as it should be */
export function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error('a column holds a value outside its set');
  return value;
}
