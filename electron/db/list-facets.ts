import type BetterSqlite3 from 'better-sqlite3';

/** What a facet must be: one of some values, and no later than a last one (null never is). An empty list does not narrow. */
export interface FacetFilter {
  readonly in?: readonly (string | number | null)[] | undefined;
  readonly upTo?: string | number | undefined;
}

interface FacetTable {
  readonly name: string;
  readonly place: string;
  readonly facetIndex: string;
  readonly facets: readonly string[];
}

type Value = string | number | null;

/** Values of one column as small numbers from 1, by row number; 0 means that there is no such row. */
class Column {
  codes = new Uint32Array(0);
  readonly values: Value[] = [];
  readonly #known = new Map<Value, number>();

  codeOf(value: Value): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const code = this.values.push(value);
    this.#known.set(value, code);
    return code;
  }

  /** By code: 1 where the value passes. Undefined when all do. */
  allowed({ in: values, upTo }: FacetFilter): Uint8Array | undefined {
    const some = values !== undefined && values.length > 0;
    if (!some && upTo === undefined) return undefined;
    const wanted = some ? new Set(values) : undefined;
    const allowed = new Uint8Array(this.values.length + 1);
    for (const [index, value] of this.values.entries()) {
      if (wanted?.has(value) === false) continue;
      if (upTo !== undefined && (value === null || value > upTo)) continue;
      allowed[index + 1] = 1;
    }
    return allowed;
  }
}

/** The columns that filters of a list ask, of all its rows, in memory. */
export class ListFacets {
  readonly #table: FacetTable;
  readonly #columns: readonly Column[];
  readonly #all: BetterSqlite3.Statement<[], [number, ...Value[]]>;
  readonly #one: BetterSqlite3.Statement<[number], [number, ...Value[]]>;

  constructor(raw: BetterSqlite3.Database, table: FacetTable) {
    this.#table = table;
    this.#columns = table.facets.map(() => new Column());
    const select = `SELECT ${[table.place, ...table.facets].join(', ')} FROM ${table.name}`;
    this.#all = raw.prepare<[], [number, ...Value[]]>(`${select} INDEXED BY ${table.facetIndex}`).raw();
    this.#one = raw.prepare<[number], [number, ...Value[]]>(`${select} WHERE ${table.place} = ?`).raw();
  }

  /** Reads all rows anew. */
  load(): void {
    for (const { codes } of this.#columns) codes.fill(0);
    for (const row of this.#all.iterate()) this.#store(row);
  }

  /** Reads one row anew, or notes that it is gone. */
  take(place: number): void {
    const row = this.#one.get(place);
    if (row !== undefined) this.#store(row);
    else for (const { codes } of this.#columns) if (place < codes.length) codes[place] = 0;
  }

  has(place: number): boolean {
    return (this.#columns[0]?.codes[place] ?? 0) !== 0;
  }

  mark(found: Iterable<number>): Uint8Array {
    const marked = new Uint8Array(this.#columns[0]?.codes.length ?? 0);
    for (const place of found) marked[place] = 1;
    return marked;
  }

  /** Whether a row passes; every facet that is named must. */
  test(filter: Readonly<Record<string, FacetFilter | undefined>>): (place: number) => boolean {
    const tests = Object.entries(filter).flatMap(([name, wanted]) => {
      const column = this.#column(name);
      const allowed = wanted === undefined ? undefined : column.allowed(wanted);
      return allowed === undefined ? [] : [{ codes: column.codes, allowed }];
    });
    return (place) => {
      for (const { codes, allowed } of tests) if (allowed[codes[place] ?? 0] !== 1) return false;
      return true;
    };
  }

  /** Values that rows have or had and that do not pass. */
  others(facet: string, wanted: FacetFilter): Value[] {
    const column = this.#column(facet);
    const allowed = column.allowed(wanted);
    return allowed === undefined ? [] : column.values.filter((_value, index) => allowed[index + 1] !== 1);
  }

  /** How many rows pass, by value of a facet. */
  counts(filter: Readonly<Record<string, FacetFilter | undefined>>, facet: string): Map<Value, number> {
    const { codes, values } = this.#column(facet);
    const passes = this.test(filter);
    const sums = new Uint32Array(values.length + 1);
    for (let place = 0; place < codes.length; place += 1) {
      const code = codes[place] ?? 0;
      if (code !== 0 && passes(place)) sums[code] = (sums[code] ?? 0) + 1;
    }
    return new Map(values.map((value, index) => [value, sums[index + 1] ?? 0]));
  }

  #column(name: string): Column {
    const column = this.#columns[this.#table.facets.indexOf(name)];
    if (column === undefined) throw new Error(`${this.#table.name} is not filtered by ${name}`);
    return column;
  }

  #store([place, ...values]: [number, ...Value[]]): void {
    for (const [index, column] of this.#columns.entries()) {
      if (place >= column.codes.length) {
        const longer = new Uint32Array(Math.max(1024, Math.ceil(place * 1.5)));
        longer.set(column.codes);
        column.codes = longer;
      }
      column.codes[place] = column.codeOf(values[index] ?? null);
    }
  }
}
