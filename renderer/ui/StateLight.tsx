import { OUTGOING_STATE_NAMES } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingState } from '../../shared/domain/flow-outgoing.ts';

/** Shape, colour and word together: nobody has to tell colours apart. */
const SHAPES: Readonly<Record<OutgoingState, string>> = {
  draft: '○',
  departmentReview: '◔',
  countersigning: '◔',
  officeReview: '◔',
  awaitingSignature: '◑',
  signed: '◑',
  awaitingNumber: '◕',
  numbered: '●',
  printing: '●',
  awaitingSeal: '●',
  sealed: '●',
  distributing: '●',
  closed: '✓',
  archived: '■',
  voided: '✕',
  discarded: '□',
};

export function StateLight({ state }: { readonly state: OutgoingState }) {
  return (
    <span className={`gwt-light gwt-light-${state}`}>
      <span aria-hidden="true">{SHAPES[state]}</span> {OUTGOING_STATE_NAMES[state]}
    </span>
  );
}
