import type { OutgoingAction } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingField } from '../../../../shared/domain/outgoing-fields.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import type { OutgoingFields } from '../../../../shared/features/outgoing-process.ts';

/** What the form of a step holds while it is being filled in. */
export type StepValues = { [F in keyof OutgoingFields]?: OutgoingFields[F] | undefined };

export type StepAction = OutgoingDetail['actions'][number];

/** Only what was filled in is sent. */
export function fieldsOf(values: StepValues): OutgoingFields {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Stands in the document itself, or belongs to the dialog of its own. */
const NOT_ASKED: ReadonlySet<string> = new Set<OutgoingField>(['title']);

export const askedOf = ({ requires, offers }: StepAction): OutgoingField[] =>
  // Both lists come from the flow table, whose fields these are.
  [...requires, ...offers].filter((field) => !NOT_ASKED.has(field)) as OutgoingField[];

/** A step that asks for nothing is taken at once. */
export const isImmediate = (action: StepAction): boolean => askedOf(action).length === 0;

/** Work with a table of units: it takes the whole width. */
export const isWide = (action: OutgoingAction): boolean =>
  action === 'distribute' || action === 'distributeUnsealed' || action === 'recordDistribution';

/** The step that usually comes next; none where the road ends. */
const LIKELY: Partial<Record<OutgoingDetail['state'], readonly OutgoingAction[]>> = {
  draft: ['submit'],
  departmentReview: ['passDepartmentReview'],
  officeReview: ['passOfficeReview'],
  awaitingSignature: ['sign'],
  signed: ['passRecheck', 'returnToSignatory'],
  awaitingNumber: ['assignNumber', 'confirmNumber'],
  numbered: ['sendToPrint'],
  printing: ['finishProof', 'distributeUnsealed'],
  awaitingSeal: ['useSeal'],
  sealed: ['distribute'],
  distributing: ['close', 'recordDistribution'],
  closed: ['archive'],
  discarded: ['restore'],
};

export function likelyStep(item: OutgoingDetail): StepAction | undefined {
  const round = Math.max(0, ...item.countersigns.map((one) => one.round));
  const waiting = item.countersigns.some((one) => one.round === round && one.status === 'waiting');
  const names =
    item.state === 'countersigning'
      ? [waiting ? ('countersign' as const) : ('finishCountersign' as const)]
      : (LIKELY[item.state] ?? []);
  return names
    .map((name) => item.actions.find(({ action }) => action === name))
    .find((found) => found !== undefined);
}
