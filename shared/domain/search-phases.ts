import { INCOMING_STATES } from './flow-incoming.ts';
import { MATTER_STATES } from './flow-matter.ts';
import { OUTGOING_STATES } from './flow-outgoing.ts';

/** How far an item is, whatever its flow: what the search narrows down by. */
export const SEARCH_PHASES = ['open', 'done', 'void'] as const;
export type SearchPhase = (typeof SEARCH_PHASES)[number];

export const SEARCH_PHASE_NAMES: Readonly<Record<SearchPhase, string>> = {
  open: '在办',
  done: '已办结',
  void: '作废',
};

const STATES = { incoming: INCOMING_STATES, outgoing: OUTGOING_STATES, matter: MATTER_STATES } as const;
/** Everything not named here is open. What lies in the recycle bin is found nowhere but there. */
const DONE = new Set<string>(['closed', 'archived', 'returned']);
const VOID = new Set<string>(['voided']);
const HIDDEN = new Set<string>(['discarded']);

/** States of a flow that belong to a phase; all that are ever found without one. */
export function statesOfPhase(flow: keyof typeof STATES, phase?: SearchPhase): string[] {
  return STATES[flow].filter((state) => {
    if (HIDDEN.has(state)) return false;
    if (phase === undefined) return true;
    return (DONE.has(state) ? 'done' : VOID.has(state) ? 'void' : 'open') === phase;
  });
}
