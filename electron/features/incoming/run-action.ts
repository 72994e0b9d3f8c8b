import { INCOMING_FIELDS } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingField, IncomingState } from '../../../shared/domain/flow-incoming.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { IncomingFields } from '../../../shared/features/incoming.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import type { Act, Effects } from './act.ts';
import { circulationEffects } from './effects-circulation.ts';
import { handlingEffects } from './effects-handling.ts';
import { officeEffects } from './effects-office.ts';
import { standingEffects } from './effects-standing.ts';
import { refuseStateSecret } from './secrecy.ts';
import { takeForAction, updateIncoming } from './store.ts';
import { beforeStep, recordStep } from './undo.ts';

/** One entry per action of the table; a missing one does not compile. */
const EFFECTS: Effects<IncomingAction> = {
  ...officeEffects,
  ...handlingEffects,
  ...circulationEffects,
  ...standingEffects,
};

interface Done {
  rowVersion: number;
  state: IncomingState;
  number: string;
  summary: string;
  hints: string[];
}

/** Runs one row of the flow table on an item: required fields, effect, state, history, in one transaction. */
export async function runAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: IncomingAction,
  fields: IncomingFields,
): Promise<Done> {
  const taken = await takeForAction(change, target, action);
  refuseStateSecret(fields);
  const act: Act = { ...taken, change, fields, today: dateOf(change.at) };
  checkRequired(act);
  const before = await beforeStep(change.read, taken.row);
  const effect = await EFFECTS[action](act);
  const { to } = taken.transition;
  const location = fields.location ?? '';
  const patch = { ...effect.patch, state: to, ...(location === '' ? {} : { location }) };
  const rowVersion = await updateIncoming(change, taken.row, patch);
  await change.audit({
    entity: 'incoming',
    entityId: target.id,
    summary: effect.summary,
    detail: { action, from: taken.state, to, ...effect.detail },
  });
  const { label, undo } = taken.transition;
  if (undo === true) await recordStep(change, before, { action, label });
  return {
    rowVersion,
    state: to,
    number: effect.patch?.number ?? taken.row.number,
    summary: effect.summary,
    hints: [...(effect.hints ?? [])],
  };
}

/** What 登记 needs stands in the row already. */
const IN_ROW: ReadonlySet<IncomingField> = new Set(['title', 'senderName']);

/** @throws AppError INVALID_INPUT naming every field that is missing */
function checkRequired({ transition, fields, row }: Act): void {
  const values: Readonly<Record<string, unknown>> = {
    ...fields,
    title: row.title,
    senderName: row.senderName,
    ...(transition.action === 'register' ? { copies: row.copies } : {}),
  };
  const missing = transition.requires.filter((field) => {
    const value = values[field];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
  if (missing.length === 0) return;
  const names = missing.map((field) => INCOMING_FIELDS[field]).join('、');
  const where = missing.some((field) => IN_ROW.has(field)) ? '，请先补充登记内容' : '';
  throw new AppError('INVALID_INPUT', `“${transition.label}”还缺：${names}${where}。没有改动。`, {
    fields: Object.fromEntries(missing.map((field) => [field, `请填写${INCOMING_FIELDS[field]}`])),
  });
}
