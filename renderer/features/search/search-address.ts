import { z } from 'zod';
import { SEARCH_PHASES } from '../../../shared/domain/search-phases.ts';
import { SEARCH_KINDS } from '../../../shared/features/search.ts';

/** The question of 查询 as it stands in the address; a wrong value falls away. */
export const searchAddressSchema = z.object({
  text: z.string().max(200).optional().catch(undefined),
  kind: z.enum(SEARCH_KINDS).optional().catch(undefined),
  year: z.int().optional().catch(undefined),
  phase: z.enum(SEARCH_PHASES).optional().catch(undefined),
  /** With attachments only. */
  files: z.boolean().optional().catch(undefined),
});
export type SearchAddress = z.output<typeof searchAddressSchema>;

export const NO_SEARCH_FILTER: Partial<SearchAddress> = {
  kind: undefined,
  year: undefined,
  phase: undefined,
  files: undefined,
};

export function isNarrowed({ kind, year, phase, files }: SearchAddress): boolean {
  return [kind, year, phase, files].some((value) => value !== undefined);
}
