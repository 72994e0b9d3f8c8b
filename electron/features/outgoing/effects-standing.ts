import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import { given, refuse } from '../handling/refuse.ts';
import type { Effects } from './act.ts';

type StandingAction = Extract<OutgoingAction, 'voidNumbered' | 'discard' | 'restore'>;

/** 作废 and the recycle bin. */
export const standingEffects: Effects<StandingAction> = {
  voidNumbered: async ({ change, fields, row }) => {
    const reason = reasonOf(fields.reason);
    const number = await change.tx
      .selectFrom('issuedNumber')
      .select(['id', 'rowVersion'])
      .where('outgoingId', '=', row.id)
      .executeTakeFirst();
    // A 令号 or 期号 is of no series.
    if (number !== undefined) {
      await change.tx
        .updateTable('issuedNumber')
        .set({ state: 'voided', voidReason: reason, ...change.stampChanged(number.rowVersion) })
        .where('id', '=', number.id)
        .execute();
    }
    return {
      voidReason: reason,
      summary: `作废 ${row.documentNumber}，文号不再使用（${given(fields.approvedBy)}批准）：${reason}`,
      personName: given(fields.approvedBy),
      detail: { reason },
    };
  },
  discard: ({ fields, transition }) => {
    const reason = reasonOf(fields.reason);
    return {
      voidReason: reason,
      summary: `移入${OUTGOING_STATE_NAMES[transition.to]}：${reason}`,
      detail: { reason },
    };
  },
  restore: () => ({ voidReason: null, summary: '还原' }),
};

function reasonOf(reason: string | undefined): string {
  const text = given(reason);
  return text.length < 2 ? refuse('reason', '请写明理由（至少两个字）') : text;
}
