import { parseItemCode } from '../../../shared/domain/item-code.ts';
import type { ItemKind } from '../../../shared/features/search.ts';
import { api } from '../../app/api.ts';

/** True for a code as it is printed on forms, typed or scanned; also for one with a slip in it. */
export function looksLikeCode(text: string): boolean {
  const parsed = parseItemCode(text);
  return parsed.ok || parsed.reason === 'wrongCheck';
}

/** The item a printed code belongs to. @throws AppError NOT_FOUND, saying what is wrong with the code */
export async function findCode(code: string): Promise<{ kind: ItemKind; id: string; label: string }> {
  return api.form.findCode({ code: code.trim() });
}
