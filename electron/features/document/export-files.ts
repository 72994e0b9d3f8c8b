import type { z } from 'zod';
import type { documentContract } from '../../../shared/features/document.ts';
import type { Ctx } from '../context.ts';
import { readDocument } from '../links.ts';
import { stemOf } from './file-names.ts';
import { saveFiles } from './save-files.ts';
import type { SavedFiles } from './save-files.ts';
import { refuseUnlessKnown } from './voided.ts';

type Order = z.output<typeof documentContract.exportFiles.input>;

/** Saves a document as PDF, Word or both; see `saveFiles`. Null when cancelled. */
export async function exportFiles(ctx: Ctx, order: Order): Promise<SavedFiles | null> {
  const { id } = order;
  const kinds = [...new Set(order.kinds)];
  const stored = await readDocument(ctx.read, ctx.services.session, id);
  refuseUnlessKnown(stored.voided, order.voidedAcknowledged);
  const outputs = kinds.map((kind) => ({
    extension: kind,
    make: () => ctx.services.docgen.render(stored.document, kind),
  }));
  const title = kinds.length > 1 ? '导出（Word 与 PDF）' : '导出';
  const saved = await saveFiles(ctx, title, stemOf(stored), outputs);
  if (saved === null) return null;
  await ctx.write(async (change) => {
    await change.audit({
      entity: 'outgoing',
      entityId: id,
      summary: `导出${stored.voided ? '作废件' : ''} ${kinds.join('、')}`,
      detail: { kinds: kinds.join(',') },
    });
  });
  return saved;
}
