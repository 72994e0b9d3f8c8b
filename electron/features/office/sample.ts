import type { Ctx } from '../context.ts';
import { insertSample, readSampleDocuments } from '../links.ts';

/** Puts the documents of `resources/samples` in, marked as samples, in one transaction. */
export async function loadSample(ctx: Ctx): Promise<{ documents: number }> {
  const documents = await readSampleDocuments(ctx.services.program.sampleFolder);
  return ctx.write(async (change) => ({ documents: await insertSample(change, documents) }));
}

/** Takes away what the sample brought and nothing else; the audit trail keeps that it was there. */
export async function removeSample(ctx: Ctx): Promise<{ documents: number }> {
  return ctx.write(async (change) => {
    const { tx } = change;
    await tx.deleteFrom('issuedNumber').where('sample', '=', 1).execute();
    const { numDeletedRows } = await tx.deleteFrom('outgoing').where('sample', '=', 1).executeTakeFirst();
    await tx.deleteFrom('numberSeries').where('sample', '=', 1).execute();
    await tx.deleteFrom('issuerCode').where('sample', '=', 1).execute();
    const office = await tx.selectFrom('office').select('id').executeTakeFirstOrThrow();
    const documents = Number(numDeletedRows);
    await change.audit({ entity: 'office', entityId: office.id, summary: `移除示例公文 ${documents} 件` });
    return { documents };
  });
}
