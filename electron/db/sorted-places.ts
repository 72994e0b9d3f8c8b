/** Row numbers of one order: those with a key, then those without. */
export interface SortedPlaces {
  /** Longer than `length`, so that rows can come in between. */
  places: Int32Array;
  length: number;
  withKey: number;
}

/** Takes a row out, wherever it stands; nothing happens when it is not there. */
export function takeOut(order: SortedPlaces, place: number): void {
  const index = order.places.subarray(0, order.length).indexOf(place);
  if (index < 0) return;
  order.places.copyWithin(index, index + 1, order.length);
  order.length -= 1;
  if (index < order.withKey) order.withKey -= 1;
}

/** Puts a row in at an index; `room` more rows fit in whenever the order has to grow. */
export function putIn(order: SortedPlaces, index: number, place: number, room: number): void {
  if (order.length === order.places.length) {
    const longer = new Int32Array(order.length + room);
    longer.set(order.places);
    order.places = longer;
  }
  order.places.copyWithin(index + 1, index, order.length);
  order.places[index] = place;
  order.length += 1;
}

/** As SQLite compares: null first, numbers by size, texts by their bytes in UTF-8. */
export function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
