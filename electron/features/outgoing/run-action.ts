import type { OutgoingAction, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { outgoingFieldLabel } from '../../../shared/domain/outgoing-fields.ts';
import { showsStateSecret, stateSecretAdvice } from '../../../shared/domain/state-secret.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { OutgoingFields } from '../../../shared/features/outgoing-process.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import { because, refuse } from '../handling/refuse.ts';
import type { Act, Effects } from './act.ts';
import { distributionEffects } from './effects-distribution.ts';
import { issueEffects } from './effects-issue.ts';
import { reviewEffects } from './effects-review.ts';
import { signingEffects } from './effects-signing.ts';
import { standingEffects } from './effects-standing.ts';
import { takeForAction, updateOutgoing } from './store.ts';
import { beforeStep, recordStep } from './undo.ts';
import { keepVersion } from './versions.ts';

/** One entry per action of the table; a missing one does not compile. */
const EFFECTS: Effects<OutgoingAction> = {
  // The text is changed by `outgoing.save`, which checks the same row of the table.
  edit: () => refuse('action', '修改请用“保存”，没有改动。'),
  ...reviewEffects,
  ...signingEffects,
  ...issueEffects,
  ...distributionEffects,
  ...standingEffects,
};

interface Done {
  rowVersion: number;
  state: OutgoingState;
  documentNumber: string;
  hints: string[];
}

/** Runs one row of the flow table: required fields, effect, version, state, step and history, in one transaction. */
export async function runAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: OutgoingAction,
  fields: OutgoingFields,
): Promise<Done> {
  const taken = await takeForAction(change, target, action);
  refuseSecretWords(fields);
  const act: Act = { ...taken, change, fields, today: dateOf(change.at) };
  checkRequired(act);
  const before = await beforeStep(change.read, taken);
  const effect = await EFFECTS[action](act);
  const { to, label, version, undo } = taken.transition;
  const { id } = target;
  const document = effect.document ?? taken.document;
  const reason = `${label}${because(fields.reason)}`;
  const kept =
    version === 'never'
      ? undefined
      : await keepVersion(change, id, document, { state: taken.state, reason }, version === 'changed');
  const rowVersion = await updateOutgoing(
    change,
    taken.row,
    { state: to, ...(effect.voidReason === undefined ? {} : { voidReason: effect.voidReason }) },
    effect.document,
    {
      ...effect.fact,
      ...(effect.signs === true && kept !== undefined ? { signedVersionId: kept } : {}),
    },
  );
  await change.tx
    .insertInto('outgoingStep')
    .values({
      ...change.stampNew(),
      outgoingId: id,
      action,
      label,
      fromState: taken.state,
      toState: to,
      personName: effect.personName ?? '',
      opinion: effect.opinion ?? fields.reason ?? fields.opinion ?? '',
      decidedOn: effect.decidedOn ?? null,
    })
    .execute();
  await change.audit({
    entity: 'outgoing',
    entityId: id,
    summary: effect.summary,
    detail: { action, from: taken.state, to, ...effect.detail },
  });
  if (undo === true) await recordStep(change, before, { action, label });
  const number = document.documentNumber;
  return {
    rowVersion,
    state: to,
    documentNumber: number === undefined ? '' : formatDocumentNumber(number),
    hints: [...(effect.hints ?? [])],
  };
}

/** @throws AppError INVALID_INPUT naming every field that is missing */
function checkRequired({ transition, fields, document, fact }: Act): void {
  const values: Readonly<Record<string, unknown>> = {
    departmentName: fact.departmentName,
    disclosure: fact.disclosure,
    issuedOn: document.issuedOn,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    // A 令 has no title.
    title: document.format === 'order' ? document.genre : document.title.trim(),
  };
  const missing = transition.requires.filter((field) => {
    const value = values[field];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
  if (missing.length === 0) return;
  const name = (field: (typeof missing)[number]) => outgoingFieldLabel(transition.action, field);
  throw new AppError(
    'INVALID_INPUT',
    missing.includes('title')
      ? `请先填写标题，再${transition.label}。`
      : `“${transition.label}”还缺：${missing.map(name).join('、')}。没有改动。`,
    { fields: Object.fromEntries(missing.map((field) => [field, `请填写${name(field)}`])) },
  );
}

/** @throws AppError INVALID_INPUT naming the field only, never what stood in it (office-domain a6) */
function refuseSecretWords(fields: OutgoingFields): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined && showsStateSecret(JSON.stringify(value))) {
      refuse(field, `文字中出现密级标志（如“机密★”）。${stateSecretAdvice('这次办理')}`);
    }
  }
}
