import { registerEntry, isWorkSecret } from '../../../shared/domain/forms/register-entry.ts';
import { registerPanels, REGISTERS } from '../../../shared/domain/forms/registers.ts';
import type { RegisterEntry, RegisterSheet } from '../../../shared/domain/forms/sheet.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { FormPageDrawn, RegisterOrder } from '../../../shared/features/form.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx } from '../context.ts';
import { exportStem, listedIds, ROW_SOURCES, runJob, saveFiles } from '../links-form.ts';
import type { Printable, SavedFiles } from '../links-form.ts';
import { dayInWords } from './words.ts';

/** Rows read and laid out at a time: some tens of milliseconds, so that nothing else waits. */
const SLICE = 100;
/** A system's print dialog takes so many pages in one go without the computer running out of memory. */
const MOST_PRINTED = 400;

interface Prepared {
  readonly order: RegisterOrder;
  readonly entries: number;
  readonly pages: number;
  readonly workSecrets: number;
}

/** Registers whose pages the engine has, by job. */
const prepared = new Map<string, Prepared>();

/**
 * Lays a register out in slices. @throws AppError CANCELLED when it was stopped; NOT_FOUND when the list is empty
 */
export async function prepareRegister(ctx: Ctx, job: string, order: RegisterOrder): Promise<Prepared> {
  return runJob(job, async (signal) => {
    const { docgen, progress } = ctx.services;
    const sheet = await sheetOf(ctx, order);
    const columns = sheet.panels.flat();
    const { list } = order.source;
    const ids: string[] = [];
    for await (const slice of listedIds(order.source, ctx)) {
      stopWhen(signal);
      ids.push(...slice);
      await giveWay();
    }
    if (ids.length === 0) {
      throw new AppError('NOT_FOUND', '按现在的筛选没有可以打印的内容。请放宽筛选后再打印。');
    }
    await docgen.register.drop(job);
    let entries = 0;
    let workSecrets = 0;
    try {
      for (let offset = 0; offset < ids.length; offset += SLICE) {
        stopWhen(signal);
        const made: RegisterEntry[] = [];
        for (const row of await ROW_SOURCES[list].read(ctx.read, ids.slice(offset, offset + SLICE))) {
          entries += 1;
          if (isWorkSecret(list, row)) workSecrets += 1;
          made.push(registerEntry(list, columns, row, entries));
        }
        await docgen.register.add(job, sheet, made);
        progress({
          job,
          done: Math.min(offset + SLICE, ids.length),
          total: ids.length,
          label: '正在排登记簿',
        });
      }
      stopWhen(signal);
    } catch (error) {
      await docgen.register.drop(job);
      throw error;
    }
    const pages = (await docgen.register.finish(job)) ?? 0;
    const done = { order, entries, pages, workSecrets };
    prepared.set(job, done);
    return done;
  });
}

async function sheetOf(ctx: Ctx, { source, size, scope }: RegisterOrder): Promise<RegisterSheet> {
  const office = await ctx.read.selectFrom('office').select('name').executeTakeFirstOrThrow();
  return {
    name: REGISTERS[source.list].name,
    officeName: office.name,
    scope,
    printedOn: dayInWords(dateOf(ctx.services.now())),
    panels: registerPanels(source.list, size),
  };
}

function stopWhen(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('CANCELLED', '已停止，登记簿没有打印。');
}

const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** What was prepared, made again where the engine has been renewed since. @throws AppError NOT_FOUND */
async function again<T>(ctx: Ctx, job: string, ask: () => Promise<T | null>): Promise<T> {
  const known = prepared.get(job);
  if (known === undefined) throw gone();
  const first = await ask();
  if (first !== null) return first;
  await prepareRegister(ctx, job, known.order);
  const second = await ask();
  if (second === null) throw gone();
  return second;
}

const gone = (): AppError =>
  new AppError('NOT_FOUND', '排好的登记簿已经不在了，没有打印。请关闭预览，重新打开。');

export async function registerPages(
  ctx: Ctx,
  job: string,
  window: { from: number; to: number },
): Promise<FormPageDrawn[]> {
  return [...(await again(ctx, job, () => ctx.services.docgen.register.pages(job, window, 'screen')))];
}

export async function exportRegister(ctx: Ctx, job: string): Promise<SavedFiles | null> {
  const known = prepared.get(job);
  if (known === undefined) throw gone();
  const { name } = REGISTERS[known.order.source.list];
  const stem = exportStem(name, `${known.order.scope} ${dateOf(ctx.services.now())}`.trim());
  const saved = await saveFiles(ctx, `导出${name}`, stem, [
    { extension: 'pdf', make: () => again(ctx, job, () => ctx.services.docgen.register.pdf(job)) },
  ]);
  if (saved === null) return null;
  const { entity } = ROW_SOURCES[known.order.source.list];
  await ctx.write((change) =>
    change.audit({
      entity,
      entityId: 'register',
      summary: `导出${calledOf(known)} PDF`,
      detail: { rows: known.entries, workSecrets: known.workSecrets },
    }),
  );
  return saved;
}

const calledOf = ({ order, entries, workSecrets }: Prepared): string =>
  `${REGISTERS[order.source.list].name} ${entries} 件${workSecrets === 0 ? '' : `（其中工作秘密 ${workSecrets} 件）`}`;

/** A prepared register as something to print. */
export function printableRegister(ctx: Ctx, job: string): Printable {
  const known = prepared.get(job);
  if (known === undefined) throw gone();
  const { source } = known.order;
  return {
    entity: ROW_SOURCES[source.list].entity,
    entityId: 'register',
    jobName: REGISTERS[source.list].name,
    called: calledOf(known),
    detail: { rows: known.entries, workSecrets: known.workSecrets },
    pages: () => {
      if (known.pages > MOST_PRINTED) {
        const message = `登记簿共 ${known.pages} 页，一次最多打印 ${MOST_PRINTED} 页。请缩小筛选范围分几次打印，或导出 PDF 后打印。`;
        throw new AppError('INVALID_INPUT', message, { fields: { ranges: message } });
      }
      const window = { from: 1, to: known.pages };
      return again(ctx, job, () => ctx.services.docgen.register.pages(job, window, 'print'));
    },
  };
}

export async function releaseRegister(ctx: Ctx, job: string): Promise<void> {
  prepared.delete(job);
  await ctx.services.docgen.register.drop(job);
}
