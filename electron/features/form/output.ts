import type { FormOrder } from '../../../shared/features/form.ts';
import type { Ctx } from '../context.ts';
import { exportStem, saveFiles } from '../links-form.ts';
import type { Printable, SavedFiles } from '../links-form.ts';
import { makeSheet } from './sheet.ts';
import type { MadeSheet } from './sheet.ts';

/** What the history calls it: 工作秘密 leaves a trace whenever it leaves the program (保守国家秘密法 第六十四条). */
const calledOf = ({ item, sheet }: MadeSheet): string =>
  `${item.voided ? '作废件' : ''}${sheet.name}${item.workSecret ? '（工作秘密）' : ''}`;

const stemOf = ({ item, sheet }: MadeSheet): string =>
  exportStem(`${sheet.name} ${item.number}`.trim(), item.title);

const detailOf = ({ item }: MadeSheet, { form, filled, history }: FormOrder) => ({
  form,
  filled,
  history,
  workSecret: item.workSecret,
});

/** Saves a form as PDF where the person says, and writes it down. Null when cancelled. */
export async function exportForm(ctx: Ctx, order: FormOrder): Promise<SavedFiles | null> {
  const made = await makeSheet(ctx, order);
  const saved = await saveFiles(ctx, `导出${made.sheet.name}`, stemOf(made), [
    { extension: 'pdf', make: () => ctx.services.docgen.formPdf(made.sheet) },
  ]);
  if (saved === null) return null;
  await ctx.write((change) =>
    change.audit({
      entity: order.kind,
      entityId: order.id,
      summary: `导出${calledOf(made)} PDF`,
      detail: detailOf(made, order),
    }),
  );
  return saved;
}

/** A form as something to print. */
export async function printableForm(ctx: Ctx, order: FormOrder): Promise<Printable> {
  const made = await makeSheet(ctx, order);
  return {
    entity: order.kind,
    entityId: order.id,
    jobName: stemOf(made),
    called: calledOf(made),
    detail: detailOf(made, order),
    pages: () => ctx.services.docgen.formPages(made.sheet, 'print'),
  };
}
