import type { FirstRun } from '../../../shared/features/system.ts';
import type { Actor } from '../../db/audit.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import type { Change } from '../../db/transaction.ts';
import { uuidv7 } from '../../db/uuid.ts';

/**
 * Writes what every office begins with, in one transaction together with `also`.
 * @returns the person, or null when the file has an office already; it is left as it is then
 */
export async function setUpOffice(
  database: OfficeDatabase,
  input: FirstRun,
  also: (change: Change) => Promise<unknown>,
): Promise<Actor | null> {
  const existing = await database.read.selectFrom('office').select('id').executeTakeFirst();
  if (existing !== undefined) return null;
  const actor: Actor = { id: uuidv7(), name: input.personName };
  await database.write({ actor, action: 'system.completeFirstRun' }, async (change) => {
    const { tx } = change;
    const office = change.stampNew();
    await tx
      .insertInto('person')
      .values({
        ...change.stampNew(),
        id: actor.id,
        name: input.personName,
        nameOrder: chineseOrder(input.personName),
        departmentId: null,
        post: '',
        phone: '',
        role: 'clerk',
        active: 1,
        sample: 0,
      })
      .execute();
    await tx
      .insertInto('office')
      .values({ ...office, singleton: 1, name: input.officeName, printingOffice: input.printingOffice })
      .execute();
    await tx
      .insertInto('issuerCode')
      .values({
        ...change.stampNew(),
        code: input.issuerCode,
        issuers: JSON.stringify([input.officeName]),
        markSuffix: '文件',
        active: 1,
        sample: 0,
      })
      .execute();
    await change.audit({ entity: 'office', entityId: office.id, summary: `建立单位：${input.officeName}` });
    // 保守国家秘密法 第三十一条（三）: who confirmed it, and when, stays on record.
    await change.audit({
      entity: 'office',
      entityId: office.id,
      summary: '确认本机为非涉密设备，禁止存入国家秘密',
      detail: { confirmed: input.notForSecretsConfirmed },
    });
    await also(change);
  });
  return actor;
}
