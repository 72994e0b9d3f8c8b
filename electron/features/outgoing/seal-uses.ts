import type { OutgoingFields } from '../../../shared/features/outgoing-process.ts';
import { given, refuse } from '../handling/refuse.ts';
import type { Act } from './act.ts';

type Uses = NonNullable<OutgoingFields['sealUses']>;

/**
 * Writes the uses into the book of the year, one row a seal. A sample takes no place in the office's book.
 * @throws AppError INVALID_INPUT when a seal is out of use or the count cannot be
 */
export async function recordSealUses(
  { change, fields, fact, row }: Act,
  uses: Uses,
  usedOn: string,
): Promise<{ text: string; hints: string[] }> {
  const { tx } = change;
  const texts: string[] = [];
  const year = Number(usedOn.slice(0, 4));
  for (const [index, { sealId, count, crossPageCount }] of uses.entries()) {
    const seal = await tx.selectFrom('seal').selectAll().where('id', '=', sealId).executeTakeFirst();
    if (seal === undefined) refuse(`sealUses.${index}.sealId`, '找不到这枚印章，请刷新后重选。');
    if (seal.active === 0) refuse(`sealUses.${index}.sealId`, `${seal.name}已停用，不能用印。请另选印章。`);
    if (crossPageCount > count) {
      refuse(`sealUses.${index}.crossPageCount`, '骑缝数已含在用印数内，不能多于用印数。');
    }
    texts.push(`${seal.name} ${count} 处${crossPageCount === 0 ? '' : `（含骑缝 ${crossPageCount}）`}`);
    if (row.sample === 1) continue;
    const last = await tx
      .selectFrom('sealUse')
      .select(({ fn }) => fn.max('serial').as('serial'))
      .where('year', '=', year)
      .executeTakeFirst();
    await tx
      .insertInto('sealUse')
      .values({
        ...change.stampNew(),
        year,
        serial: (last?.serial ?? 0) + 1,
        sealId,
        sealName: seal.name,
        outgoingId: row.id,
        usedOn,
        departmentName: fact.departmentName,
        documentNumber: row.documentNumber,
        title: row.title,
        addressees: row.addressees,
        copies: fact.printCopies ?? 0,
        count,
        crossPageCount,
        approvedBy: given(fields.approvedBy),
        operatorName: change.actor.name,
        note: fields.opinion ?? '',
      })
      .execute();
  }
  const hints = row.sample === 1 ? ['示例公文的用印不记入本单位的用印登记簿。'] : [];
  return { text: texts.join('；'), hints };
}
