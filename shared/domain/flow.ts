/** What every flow has in common: rows of a table, and how they are read. */

export interface FlowRow<S extends string, A extends string> {
  readonly from: S;
  readonly action: A;
  readonly to: S;
  /** Label of the button. */
  readonly label: string;
  /** What the person must fill in for it. */
  readonly requires: readonly string[];
}

/** A row that may hold for some items only. */
interface ConditionalRow extends FlowRow<string, string> {
  /** Facts of the item for which the row holds; always, when left out. */
  readonly when?: object;
}

/** The rows that hold for an item in a state, in the order of the table. */
export function rowsFor<R extends ConditionalRow>(flow: readonly R[], state: R['from'], facts: object): R[] {
  return flow.filter((row) => row.from === state && holds(row.when ?? {}, facts));
}

function holds(when: object, facts: object): boolean {
  return Object.entries(when).every(([name, value]) => Reflect.get(facts, name) === value);
}

/** What an action is called where it is not allowed, whatever the state. */
export function labelOfAction<R extends ConditionalRow>(flow: readonly R[], action: R['action']): string {
  return flow.find((row) => row.action === action)?.label ?? action;
}

/** Names of the states in which an action is possible, each once. */
export function statesWith<R extends ConditionalRow>(
  flow: readonly R[],
  action: R['action'],
  names: Readonly<Record<R['from'], string>>,
): string[] {
  const rows = flow.filter((row) => row.action === action);
  return [...new Set(rows.map((row: { readonly from: R['from'] }) => names[row.from]))];
}
