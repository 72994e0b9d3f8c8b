import { INCOMING_STATE_NAMES } from '../../shared/domain/flow-incoming.ts';
import type { IncomingState } from '../../shared/domain/flow-incoming.ts';

/** Shape, colour and word together: nobody has to tell colours apart. */
const LIGHTS: Readonly<Record<IncomingState, { readonly shape: string; readonly tone: string }>> = {
  awaitingReceipt: { shape: '◌', tone: 'quiet' },
  received: { shape: '○', tone: 'open' },
  registered: { shape: '○', tone: 'open' },
  underReview: { shape: '◔', tone: 'open' },
  returned: { shape: '↩', tone: 'quiet' },
  awaitingProposal: { shape: '◔', tone: 'open' },
  awaitingInstruction: { shape: '◑', tone: 'open' },
  awaitingAssignment: { shape: '◑', tone: 'open' },
  handling: { shape: '◕', tone: 'open' },
  circulating: { shape: '◕', tone: 'open' },
  awaitingReply: { shape: '◕', tone: 'open' },
  closed: { shape: '✓', tone: 'done' },
  archived: { shape: '▣', tone: 'done' },
  suspended: { shape: '‖', tone: 'quiet' },
  voided: { shape: '✕', tone: 'quiet' },
};

export function IncomingLight({ state }: { readonly state: IncomingState }) {
  const { shape, tone } = LIGHTS[state];
  return (
    <span className={`gwt-light gwt-light-${tone}`}>
      <span aria-hidden="true">{shape}</span> {INCOMING_STATE_NAMES[state]}
    </span>
  );
}
