import type { z } from 'zod';
import { DESK_LISTS } from '../../../shared/domain/desk-groups.ts';
import type { DeskList } from '../../../shared/domain/desk-groups.ts';
import type { deskContract } from '../../../shared/features/desk.ts';

export type Overview = z.output<(typeof deskContract.overview)['output']>;

/** The list the desk opens with: the one looked at last, or the first with something in it when that is empty. */
export function openingList(last: DeskList, counts: Overview['lists'] | undefined): DeskList {
  if (counts === undefined || counts[last] > 0) return last;
  return DESK_LISTS.find((list) => counts[list] > 0) ?? last;
}
