import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attach, attachOne, writeFile } from './attachment-files.ts';
import { DRAFT } from './incoming-office.ts';
import { bringMatter, startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

const history = async (id: string) =>
  (await office.program.api.matter.history({ id })).map(({ summary }) => summary).toReversed();

describe('links by number', () => {
  it.each(['收〔2026〕0001', '收2026-1', '收[2026]1号', '收2026年1号'])('%s is found', async (typed) => {
    const paper = await office.register();
    const id = await office.order();
    expect(await office.program.api.matter.link({ id, number: typed })).toEqual({
      label: `收〔2026〕0001 ${DRAFT.title}`,
    });
    expect((await office.matter(id)).links).toMatchObject([{ kind: 'incoming', id: paper }]);
  });

  it('a wrong one is refused at its field', async () => {
    const id = await office.order();
    for (const number of ['收〔2026〕0009', '承〔2026〕0001', '随便']) {
      await expect(office.program.api.matter.link({ id, number })).rejects.toMatchObject({
        fields: { number: expect.any(String) as string },
      });
    }
    expect((await office.matter(id)).links).toEqual([]);
  });

  it('a link can be taken away again from either side, and both histories keep that it was there', async () => {
    const { api } = office.program;
    const paper = await office.register();
    const id = await office.order();
    const relation = 'related' as const;
    const toPaper = { id, kind: 'incoming', otherId: paper, relation } as const;
    await api.matter.link({ id, number: '收2026-1' });
    await api.matter.unlink(toPaper);
    expect((await office.matter(id)).links).toEqual([]);
    expect((await history(id)).at(-1)).toMatch(/^取消关联收〔2026〕0001 .*（相关）$/u);
    await expect(api.matter.unlink(toPaper)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.matter.unlink({ ...toPaper, id: 'nowhere' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await api.matter.link({ id, number: '收2026-1' });
    await api.incoming.unlink({ id: paper, kind: 'matter', otherId: id, relation });
    expect((await office.matter(id)).links).toEqual([]);
    const [line] = await api.incoming.history({ id: paper });
    expect(line?.summary).toMatch(/^取消关联承〔2026〕0001 /u);
  });
});

describe('附件', () => {
  it('hang on a 承办件 like on a paper, and are only looked at once it is voided', async () => {
    const { api } = office.program;
    const id = await bringMatter(office, 'handling');
    const owner = { ownerKind: 'matter', ownerId: id } as const;
    await attachOne(office.program, owner, '值班表.txt', '周一：李明');
    expect((await api.attachment.list(owner)).items.map(({ name }) => name)).toEqual(['值班表.txt']);
    expect((await history(id)).at(-1)).toBe('添加附件“值班表.txt”');
    await office.actOn(id, 'void', { reason: '重复登记', approvedBy: '张主任' });
    expect((await api.attachment.list(owner)).readOnly).toContain('承办件已作废');
    const [later] = await attach(office.program, owner, [
      writeFile(office.program, '后来.txt', '周二：王芳'),
    ]);
    expect(later).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('已作废') as string,
    });
  });
});
