import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormOrder } from '../../shared/features/form.ts';
import { parseItemCode } from '../../shared/domain/item-code.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { draftOf } from './harness.ts';
import { bringToHandling, DRAFT, INSTRUCTION, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

/** The forms of real items through the procedures: what they say, where they go, what the history keeps of it. */

let office: ReceivingOffice;
const LASER = { name: 'HP_M403', displayName: 'HP M403（办公室）', description: '' };

beforeEach(async () => {
  office = await startReceiving();
  office.program.printers.push(LASER);
});
afterEach(() => office.program.close());

const orderOf = (id: string, more: Partial<FormOrder> = {}): FormOrder => ({
  kind: 'incoming',
  id,
  form: 'processing',
  filled: true,
  history: false,
  ...more,
});

/** Exports the form and reads the PDF back: its text without the breaks of lines. */
async function printed(order: FormOrder): Promise<string> {
  const { api, answers, folder } = office.program;
  const file = path.join(folder, `form-${answers.length}.pdf`);
  answers.push(file);
  const saved = await api.form.exportPdf(order);
  expect(saved?.files.map(({ name }) => name)).toEqual([path.basename(file)]);
  return (await measurePdf(new Uint8Array(await readFile(file)))).text;
}

const summaries = async (id: string) =>
  (await office.program.api.incoming.history({ id })).map(({ summary }) => summary);

describe('文件处理单 of a 收文', () => {
  it('says what is recorded, or leaves it to the pen', async () => {
    const id = await office.register({ copies: 2, attachmentCount: 3, urgency: '加急', remark: '急办' });
    await bringToHandling(office, id);
    const filled = await printed(orderOf(id));
    const { number } = await office.get(id);
    const words = [
      '临江市住房和城乡建设局文件处理单',
      number,
      DRAFT.title,
      DRAFT.senderName,
      '江政办发〔2026〕31号',
      '2份',
      '3件',
      '加急',
      '拟请工程科主办。',
      INSTRUCTION.instruction ?? '',
      '王局长',
      '2026年11月22日',
      '工程科',
      '房管科',
      '2026年12月4日',
      '急办',
    ];
    for (const word of words) expect(filled, word).toContain(word);
    const blank = await printed(orderOf(id, { filled: false }));
    expect(blank).toContain(DRAFT.title);
    expect(blank).not.toContain('拟请工程科主办');
    expect(blank).not.toContain('王局长');
    expect(blank).toContain('签名：');
    const long = await printed(orderOf(id, { history: true }));
    expect(long).toContain('办理过程');
    expect(long).toContain('初审通过');
    expect(filled).not.toContain('办理过程');
  });

  it('of 工作秘密 says so, and its printing is recorded as such', async () => {
    const id = await office.register({ secrecy: '工作秘密' });
    const { api } = office.program;
    expect(await printed(orderOf(id))).toContain('工作秘密');
    await api.form.printTo({
      ...orderOf(id, { form: 'circulation' }),
      job: 'print',
      printer: LASER.name,
      copies: 2,
      duplex: 'simplex',
      ranges: [],
    });
    await api.form.print({ ...orderOf(id), ranges: [] });
    expect((await summaries(id)).slice(0, 3)).toEqual([
      '打印文件处理单（工作秘密） 1 面',
      '打印文件传阅单（工作秘密） 2 份，每份 1 面（HP M403（办公室））',
      '导出文件处理单（工作秘密） PDF',
    ]);
    expect(office.program.jobs).toMatchObject([{ printer: LASER.name, copies: 2, duplex: 'simplex' }]);
    // documents go on being printed on both sides
    expect(await api.form.printers()).toMatchObject({
      printers: [{ name: LASER.name, duplex: 'longEdge' }],
      lastPrinter: LASER.name,
    });
  });

  it('of a voided paper says so', async () => {
    const id = await office.register();
    await office.act(id, 'void', { reason: '重复登记', approvedBy: '周主任' });
    expect(await printed(orderOf(id))).toContain('作废');
    expect((await summaries(id))[0]).toBe('导出作废件文件处理单 PDF');
  });
});

describe('the forms for the state of a 收文', () => {
  it('the wanted one comes first', async () => {
    const { api } = office.program;
    const id = await office.register();
    const first = async () => (await api.form.list({ kind: 'incoming', id })).forms[0]?.form;
    expect(await first()).toBe('processing');
    await office.act(id, 'submitReview');
    await office.act(id, 'returnToSender', { returnReason: '越级行文', reason: '请报送市自然资源局。' });
    expect(await first()).toBe('returning');
    const text = await printed(orderOf(id, { form: 'returning' }));
    for (const word of ['退文通知单', '■越级行文', '□主送机关不明', '请报送市自然资源局。'])
      expect(text).toContain(word);
  });

  it('传阅单 has every reader with opinion and day', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    const readers = Array.from({ length: 40 }, (_, index) => ({ name: `读者${index + 1}` }));
    await office.act(id, 'passToCirculation', { readers, circulation: 'parallel' });
    const { readers: stored } = await office.get(id);
    await office.act(id, 'markRead', { readerId: stored[0]?.id ?? '', opinion: '请工程科研究。' });
    const text = await printed(orderOf(id, { form: 'circulation' }));
    for (const { name } of readers) expect(text).toContain(name);
    expect(text).toContain('请工程科研究。');
    expect(text).toContain('同时送阅');
    expect(text).toContain('第 2 页　共 2 页');
  });

  it('催办通知单 comes in three levels of wording', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    const { id: assignmentId } = (await office.get(id)).assignments[0] ?? { id: '' };
    await office.act(id, 'urge', { assignmentId, urgeLevel: '催办单', urgeMethod: '书面' });
    const { forms } = await office.program.api.form.list({ kind: 'incoming', id });
    expect(forms[0]).toMatchObject({ form: 'urging', urgeLevel: '催办单' });
    const order = orderOf(id, { form: 'urging' });
    expect(await printed(order)).toMatch(/催办通知单.*请立即办理，并向办公室反馈进展/u);
    expect(await printed({ ...order, urgeLevel: '提醒' })).toMatch(
      /办理提醒单.*请抓紧办理，办结后及时反馈结果/u,
    );
    const last = await printed({ ...order, urgeLevel: '约谈通报' });
    expect(last).toMatch(/督促办理（约谈）通知单.*现约请负责人说明情况/u);
    expect(last).toContain('历次催办');
  });

  it('an item has its own forms only', async () => {
    const id = await office.register();
    await expect(office.program.api.form.preview(orderOf(id, { form: 'issuing' }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(office.program.api.form.preview(orderOf('none'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

const codeOf = async (kind: FormOrder['kind'], id: string) =>
  (await office.program.api.form.list({ kind, id })).code;

describe('the code on a form', () => {
  it('finds its item again, numbered or not', async () => {
    const { api } = office.program;
    const registered = await office.register();
    const { id: expected } = await api.incoming.expect({ draft: { ...DRAFT, title: '另一件的通知' } });
    const { id: outgoing } = await draftOf(office.program, '关于编码的通知');
    const cases = [
      ['incoming', registered, /^SW-2026-0001-/u],
      ['incoming', expected, /^SW-X/u],
      ['outgoing', outgoing, /^FW-X/u],
    ] as const;
    for (const [kind, id, form] of cases) {
      const code = await codeOf(kind, id);
      expect(code).toMatch(form);
      expect(parseItemCode(code).ok).toBe(true);
      expect(await api.form.findCode({ code: code.toLowerCase().replaceAll('-', '') })).toMatchObject({
        kind,
        id,
      });
    }
    const { label } = await api.form.findCode({ code: await codeOf('incoming', registered) });
    expect(label).toBe(`收〔2026〕0001 ${DRAFT.title}`);
  });

  it('says what is wrong with one that finds nothing', async () => {
    const { api } = office.program;
    const find = (code: string) => api.form.findCode({ code });
    const right = await codeOf('incoming', await office.register());
    const wrong = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A');
    await expect(find(wrong)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('末位校验不符') as string,
    });
    await expect(find('SW-2026-9999-0')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(find('随便输入')).rejects.toMatchObject({
      message: expect.stringContaining('不是单子上的编码') as string,
    });
  });
});
