import type { FormOrder } from '../../../shared/features/form.ts';
import { fillForm } from '../../../shared/domain/forms/fill.ts';
import { FORMS } from '../../../shared/domain/forms/forms.ts';
import { momentText } from '../../../shared/domain/forms/register-entry.ts';
import type { FormSheet } from '../../../shared/domain/forms/sheet.ts';
import { URGING_TITLES } from '../../../shared/domain/forms/urging.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { readHistory } from '../links-form.ts';
import type { FormItem } from './form-item.ts';
import { readItem } from './item.ts';

export interface MadeSheet {
  readonly item: FormItem;
  readonly sheet: FormSheet;
}

/** The form of an order with its words. @throws AppError NOT_FOUND; INVALID_INPUT for a form of another kind of item */
export async function makeSheet(ctx: Ctx, order: FormOrder): Promise<MadeSheet> {
  const item = await readItem(ctx, order.kind, order.id);
  if (!item.forms.includes(order.form)) {
    throw new AppError('INVALID_INPUT', `此件没有“${FORMS[order.form].name}”，没有打印。请另选一种单子。`);
  }
  const office = await ctx.read.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const marks = [...(item.workSecret ? ['工作秘密'] : []), ...(item.voided ? ['作废'] : [])];
  const head = { officeName: office.name, code: item.code, marks };
  const level = order.urgeLevel ?? item.lastUrgeLevel ?? '提醒';
  const declared =
    order.form === 'urging' ? { ...FORMS.urging, name: URGING_TITLES[level] } : FORMS[order.form];
  const history = order.history ? await readHistory(ctx, order.kind, order.id) : [];
  const record = {
    ...item.record,
    texts: { ...item.record.texts, urgeText: order.form === 'urging' ? item.urgeText(level) : '' },
    lists: {
      ...item.record.lists,
      history: history.map(({ at, actorName, summary }) => ({
        at: momentText(at),
        actor: actorName,
        summary,
      })),
    },
  };
  return { item, sheet: fillForm(declared, record, head, order) };
}
