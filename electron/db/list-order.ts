import type BetterSqlite3 from 'better-sqlite3';

/**
 * The list of 发文 as it is sorted and filtered: per row a few small numbers, per sort key the row numbers in order.
 * A list of any filter and any page is then one pass over them (about 2 ms for 300,000 rows), whatever is asked for;
 * an SQL index serves one sort and one filter only, and a deep OFFSET walks it all. What a row shows stays in the
 * file. Temporary triggers note every row that changes, in the same transaction, so this is never out of step.
 */

/** SQL of what each key sorts by: null goes last in either direction, equal ones by the second, then by id. */
const SORTS = {
  documentNumber: ['numberOrder', 'NULL'],
  title: ['titleOrder', 'NULL'],
  genre: ['genre', 'NULL'],
  // Within a state the last changed ones stand together.
  state: ['state', 'updatedAt'],
  drafterName: ['(SELECT nameOrder FROM person WHERE person.id = drafterId)', 'drafterId'],
  issuedOn: ['issuedOn', 'NULL'],
  createdAt: ['createdAt', 'NULL'],
  updatedAt: ['updatedAt', 'NULL'],
} as const;
export type SortKey = keyof typeof SORTS;

export interface ListFilter {
  readonly states: readonly string[];
  readonly genres?: readonly string[] | undefined;
  readonly year?: number | undefined;
  readonly drafterId?: string | undefined;
}

export interface ListPage {
  readonly total: number;
  /** Row numbers in order. */
  readonly places: readonly number[];
}

const orders = new WeakMap<BetterSqlite3.Database, ListOrder>();

/** The one order of an open file. */
export function listOrder(raw: BetterSqlite3.Database): ListOrder {
  const order = orders.get(raw) ?? new ListOrder(raw);
  orders.set(raw, order);
  return order;
}

type SortValues = [key: string | number | null, second: string | number | null, id: string];

/** Rows of one order: those with a key, then those without. */
interface Order {
  /** Longer than `length`, so that rows can come in between. */
  places: Int32Array;
  length: number;
  withKey: number;
  /** Rows that changed since this order was looked at. */
  readonly pending: Set<number>;
}

/** Room for new rows at the end of an order. */
const ROOM = 1024;

type Coded = [place: number, state: string, genre: string, year: number, drafterId: string];

/** More changed rows than this, and reading everything anew is quicker than moving each. */
const MANY = 500;

export class ListOrder {
  readonly #raw: BetterSqlite3.Database;
  readonly #orders = new Map<SortKey, Order>();
  #loaded = false;
  /** By row number; 0 means that there is no such row. */
  #state = new Uint8Array(0);
  #genre = new Uint8Array(0);
  #drafter = new Uint16Array(0);
  #year = new Uint16Array(0);
  readonly #codes = {
    state: new Map<string, number>(),
    genre: new Map<string, number>(),
    drafter: new Map<string, number>(),
  };

  constructor(raw: BetterSqlite3.Database) {
    this.#raw = raw;
    raw.exec(`CREATE TEMP TABLE listTouched (place INTEGER NOT NULL PRIMARY KEY);
      CREATE TEMP TABLE listPeople (changed INTEGER NOT NULL PRIMARY KEY);
      CREATE TEMP TRIGGER listAdded AFTER INSERT ON main.outgoing
        BEGIN INSERT OR IGNORE INTO listTouched VALUES (NEW.rowid); END;
      CREATE TEMP TRIGGER listChanged AFTER UPDATE ON main.outgoing
        BEGIN INSERT OR IGNORE INTO listTouched VALUES (NEW.rowid); END;
      CREATE TEMP TRIGGER listRemoved AFTER DELETE ON main.outgoing
        BEGIN INSERT OR IGNORE INTO listTouched VALUES (OLD.rowid); END;
      CREATE TEMP TRIGGER listRenamed AFTER UPDATE OF nameOrder ON main.person
        BEGIN INSERT OR IGNORE INTO listPeople VALUES (1); END;`);
  }

  /**
   * A page of what passes the filter, and how many do.
   * @param found row numbers a search has found; everything when undefined
   */
  page(
    filter: ListFilter,
    sort: { readonly key: SortKey; readonly direction: 'asc' | 'desc' },
    offset: number,
    limit: number,
    found?: readonly number[],
  ): ListPage {
    this.#catchUp();
    const passes = this.#passes(filter);
    const { places, length, withKey } = this.#order(sort.key);
    const marked = found === undefined ? undefined : new Uint8Array(this.#state.length);
    for (const place of found ?? []) if (marked !== undefined) marked[place] = 1;
    const page: number[] = [];
    let total = 0;
    const look = (place: number): void => {
      if ((marked !== undefined && marked[place] !== 1) || !passes(place)) return;
      if (total >= offset && page.length < limit) page.push(place);
      total += 1;
    };
    if (sort.direction === 'asc') {
      for (let index = 0; index < length; index += 1) look(places[index] ?? 0);
    } else {
      for (let index = withKey - 1; index >= 0; index -= 1) look(places[index] ?? 0);
      for (let index = length - 1; index >= withKey; index -= 1) look(places[index] ?? 0);
    }
    return { total, places: page };
  }

  /** Reads what a first list needs ahead of it. */
  warmUp(): void {
    this.#catchUp();
    this.#order('updatedAt');
  }

  #passes({ states, genres, year, drafterId }: ListFilter): (place: number) => boolean {
    const allowedStates = codeSet(this.#codes.state, states);
    const allowedGenres =
      genres === undefined || genres.length === 0 ? undefined : codeSet(this.#codes.genre, genres);
    // No row has a code that is not there.
    const drafter = drafterId === undefined ? undefined : (this.#codes.drafter.get(drafterId) ?? 0xffff);
    return (place) =>
      allowedStates[this.#state[place] ?? 0] === 1 &&
      (allowedGenres === undefined || allowedGenres[this.#genre[place] ?? 0] === 1) &&
      (year === undefined || this.#year[place] === year) &&
      (drafter === undefined || this.#drafter[place] === drafter);
  }

  /** Takes in what has changed since the last list. */
  #catchUp(): void {
    const raw = this.#raw;
    if (!this.#loaded) this.#load();
    const touched = raw
      .prepare<[], number>('SELECT place FROM temp.listTouched ORDER BY place')
      .pluck()
      .all();
    if (touched.length > 0) {
      if (touched.length > MANY) {
        this.#orders.clear();
        this.#load();
      } else {
        for (const place of touched) this.#take(place);
        for (const { pending } of this.#orders.values()) for (const place of touched) pending.add(place);
      }
      raw.exec('DELETE FROM temp.listTouched');
    }
    if (raw.prepare('SELECT 1 FROM temp.listPeople').get() !== undefined) {
      this.#orders.delete('drafterName');
      raw.exec('DELETE FROM temp.listPeople');
    }
  }

  #load(): void {
    this.#state.fill(0);
    const rows = this.#raw
      .prepare<[], Coded>(
        'SELECT rowid, state, genre, year, drafterId FROM outgoing INDEXED BY outgoingFacets',
      )
      .raw()
      .iterate();
    for (const row of rows) this.#store(row);
    this.#loaded = true;
  }

  #take(place: number): void {
    const row = this.#raw
      .prepare<[number], Coded>('SELECT rowid, state, genre, year, drafterId FROM outgoing WHERE rowid = ?')
      .raw()
      .get(place);
    if (row !== undefined) this.#store(row);
    else if (place < this.#state.length) this.#state[place] = 0;
  }

  #store([place, state, genre, year, drafterId]: Coded): void {
    if (place >= this.#state.length) {
      const size = Math.max(1024, Math.ceil(place * 1.5));
      this.#state = grown(this.#state, new Uint8Array(size));
      this.#genre = grown(this.#genre, new Uint8Array(size));
      this.#drafter = grown(this.#drafter, new Uint16Array(size));
      this.#year = grown(this.#year, new Uint16Array(size));
    }
    this.#state[place] = codeOf(this.#codes.state, state);
    this.#genre[place] = codeOf(this.#codes.genre, genre);
    this.#year[place] = year;
    this.#drafter[place] = codeOf(this.#codes.drafter, drafterId);
  }

  #order(key: SortKey): Order {
    const known = this.#orders.get(key);
    if (known !== undefined) {
      if (known.pending.size > MANY) this.#orders.delete(key);
      else {
        this.#move(key, known);
        return known;
      }
    }
    const raw = this.#raw;
    const [column, second] = SORTS[key];
    // NULL would keep SQLite from reading the order off an index.
    const by = second === 'NULL' ? `${column}, id` : `${column}, ${second}, id`;
    const read = (which: string) =>
      raw
        .prepare<[], number>(`SELECT rowid FROM outgoing WHERE ${column} IS ${which} ORDER BY ${by}`)
        .pluck();
    const keyed =
      key === 'drafterName'
        ? raw
            .prepare<[], number>(
              `SELECT outgoing.rowid FROM person CROSS JOIN outgoing ON outgoing.drafterId = person.id
               ORDER BY person.nameOrder, person.id, outgoing.id`,
            )
            .pluck()
            .all()
        : read('NOT NULL').all();
    const without = read('NULL').all();
    const length = keyed.length + without.length;
    const places = new Int32Array(length + ROOM);
    places.set(keyed);
    places.set(without, keyed.length);
    const order: Order = { places, length, withKey: keyed.length, pending: new Set() };
    this.#orders.set(key, order);
    return order;
  }

  /** Takes the rows that changed out of an order and puts them where they now belong. */
  #move(key: SortKey, order: Order): void {
    const { pending } = order;
    if (pending.size === 0) return;
    for (const place of pending) takeOut(order, place);
    const values = this.#raw
      .prepare<[number], SortValues>(`SELECT ${SORTS[key].join(', ')}, id FROM outgoing WHERE rowid = ?`)
      .raw();
    const of = (place: number): SortValues => {
      const row = values.get(place);
      if (row === undefined) throw new Error('a row of the list is gone without notice');
      return row;
    };
    for (const place of pending) {
      if ((this.#state[place] ?? 0) === 0) continue;
      const own = of(place);
      const keyed = own[0] !== null;
      let low = keyed ? 0 : order.withKey;
      let high = keyed ? order.withKey : order.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(of(order.places[middle] ?? 0), own) < 0) low = middle + 1;
        else high = middle;
      }
      putIn(order, low, place);
      if (keyed) order.withKey += 1;
    }
    pending.clear();
  }
}

function takeOut(order: Order, place: number): void {
  const index = order.places.subarray(0, order.length).indexOf(place);
  if (index < 0) return;
  order.places.copyWithin(index, index + 1, order.length);
  order.length -= 1;
  if (index < order.withKey) order.withKey -= 1;
}

function putIn(order: Order, index: number, place: number): void {
  if (order.length === order.places.length) {
    const longer = new Int32Array(order.length + ROOM);
    longer.set(order.places);
    order.places = longer;
  }
  order.places.copyWithin(index + 1, index, order.length);
  order.places[index] = place;
  order.length += 1;
}

/** The codes of some values as a table to look up in. */
function codeSet(codes: ReadonlyMap<string, number>, values: readonly string[]): Uint8Array {
  const allowed = new Uint8Array(256);
  for (const value of values) allowed[codes.get(value) ?? 0] = 1;
  allowed[0] = 0;
  return allowed;
}

/** The number that stands for a value, from 1. */
function codeOf(codes: Map<string, number>, value: string): number {
  const code = codes.get(value) ?? codes.size + 1;
  codes.set(value, code);
  return code;
}

function grown<A extends Uint8Array | Uint16Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

function compare(a: SortValues, b: SortValues): number {
  return compareValues(a[0], b[0]) || compareValues(a[1], b[1]) || compareValues(a[2], b[2]);
}

/** As SQLite compares: numbers by size, texts by their bytes in UTF-8. */
function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
