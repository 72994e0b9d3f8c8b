import { z } from 'zod';
import { MATTER_SOURCES, MATTER_STATES } from '../../../../shared/domain/flow-matter.ts';
import { MATTER_SORT_KEYS, MATTER_VIEWS } from '../../../../shared/features/matter.ts';
import type { MatterFilter, MatterView } from '../../../../shared/features/matter.ts';

/** Filters and order of the list as they stand in the address; a wrong value falls away. */
export const matterSearchSchema = z.object({
  view: z.enum(MATTER_VIEWS).optional().catch(undefined),
  text: z.string().max(100).optional().catch(undefined),
  state: z.enum(MATTER_STATES).optional().catch(undefined),
  source: z.enum(MATTER_SOURCES).optional().catch(undefined),
  leadDepartmentId: z.string().max(40).optional().catch(undefined),
  sort: z.enum(MATTER_SORT_KEYS).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type MatterSearch = z.output<typeof matterSearchSchema>;

/** Key of the stored view state: id of the selected row. */
export const SELECTED_MATTER = 'matter.selected';

export const VIEW_NAMES: Readonly<Record<MatterView, string>> = {
  open: '在办',
  overdue: '逾期',
  today: '今天到期',
  closed: '已办结',
  voided: '作废',
  all: '全部',
};

export const viewOf = (search: MatterSearch): MatterView => search.view ?? 'open';

export function filterOf(search: MatterSearch): MatterFilter {
  const text = search.text?.trim() ?? '';
  return {
    view: viewOf(search),
    ...(text === '' ? {} : { text }),
    ...(search.state === undefined ? {} : { state: search.state }),
    ...(search.source === undefined ? {} : { source: search.source }),
    ...(search.leadDepartmentId === undefined ? {} : { leadDepartmentId: search.leadDepartmentId }),
  };
}

/** What is at work by its deadline; what is done by when it was last touched. */
export function sortOf(search: MatterSearch) {
  if (search.sort !== undefined) return { key: search.sort, direction: search.direction ?? ('asc' as const) };
  return viewOf(search) === 'open' || viewOf(search) === 'overdue' || viewOf(search) === 'today'
    ? ({ key: 'dueOn', direction: 'asc' } as const)
    : ({ key: 'updatedAt', direction: 'desc' } as const);
}

/** Whether any filter narrows the list, the views beside. */
export function isFiltered(search: MatterSearch): boolean {
  return (
    Boolean(search.text?.trim()) ||
    search.state !== undefined ||
    search.source !== undefined ||
    search.leadDepartmentId !== undefined
  );
}
