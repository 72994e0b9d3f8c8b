import { api } from '../../app/api.ts';

/** The preview that was looked at last; it lives as long as the program, and so does this. */
let last: string | null = null;

export function rememberImport(id: string): void {
  last = id;
}

/** The preview that was left without putting it in or giving it up, with every correction made in it; null if none. */
export async function unfinishedImport(): Promise<string | null> {
  if (last === null) return null;
  const state = await api.exchange.importState({ id: last }).catch(() => null);
  if (state === null) last = null;
  return last;
}
