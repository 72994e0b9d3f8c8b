import { MATTER_STATE_NAMES } from '../../../shared/domain/flow-matter.ts';
import type { MatterState } from '../../../shared/domain/flow-matter.ts';

/** Shape, colour and word together: nobody has to tell colours apart. */
const LIGHTS: Readonly<Record<MatterState, { readonly shape: string; readonly tone: string }>> = {
  awaitingAssignment: { shape: '◑', tone: 'open' },
  handling: { shape: '◕', tone: 'open' },
  awaitingReply: { shape: '◕', tone: 'open' },
  closed: { shape: '✓', tone: 'done' },
  suspended: { shape: '‖', tone: 'quiet' },
  voided: { shape: '✕', tone: 'quiet' },
};

export function MatterLight({ state }: { readonly state: MatterState }) {
  const { shape, tone } = LIGHTS[state];
  return (
    <span className={`gwt-light gwt-light-${tone}`}>
      <span aria-hidden="true">{shape}</span> {MATTER_STATE_NAMES[state]}
    </span>
  );
}

/** Whether the deadline of a 承办件 still runs. */
export const deadlineRuns = (state: MatterState): boolean =>
  state === 'awaitingAssignment' || state === 'handling' || state === 'awaitingReply';
