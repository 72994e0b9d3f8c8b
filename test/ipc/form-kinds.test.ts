import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormOrder } from '../../shared/features/form.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import type { Program } from './harness.ts';
import { currentOf, ORDER, startOrdering } from './matter-office.ts';
import { bringTo, startIssuing } from './outgoing-road.ts';

/** The forms of 发文 and 承办件, with what their roads have added. */

async function printed(program: Program, order: Omit<FormOrder, 'filled' | 'history'> & Partial<FormOrder>) {
  const file = path.join(program.folder, 'form.pdf');
  program.answers.push(file);
  await program.api.form.exportPdf({ filled: true, history: false, ...order });
  const { text } = await measurePdf(new Uint8Array(await readFile(file)));
  return text.replaceAll(/\s/gu, '');
}

describe('发文稿纸', () => {
  it('of a finished document has who checked, countersigned, approved, numbered and sealed', async () => {
    const office = await startIssuing();
    const { program } = office;
    const id = await bringTo(office, 'closed');
    const { document } = await office.get(id);
    const text = await printed(program, { kind: 'outgoing', id, form: 'issuing' });
    const words = [
      '临江市住房和城乡建设局发文稿纸',
      '临建发〔2026〕1号',
      document.title ?? '',
      '各区住建局，局属各单位',
      '市应急局',
      '陈局长2026年11月22日',
      '王科长11月22日',
      '赵核稿11月22日',
      '工程科',
      '■主动公开',
      '10份',
      '林晓',
    ];
    for (const word of words) expect(text, word).toContain(word);
    const blank = await printed(program, { kind: 'outgoing', id, form: 'issuing', filled: false });
    for (const word of ['陈局长', '赵核稿', '■']) expect(blank).not.toContain(word);
    expect(blank).toContain('签发人：');
    const history = await program.api.outgoing.history({ id });
    expect(history.map(({ summary }) => summary)).toContain('导出发文稿纸 PDF');

    // the register has the same
    const source = { list: 'outgoing', filter: {}, sort: { key: 'createdAt', direction: 'asc' } } as const;
    await program.api.form.prepareRegister({ job: 'book', source, size: 'full', scope: '' });
    program.answers.push(path.join(program.folder, 'book.pdf'));
    await program.api.form.exportRegister({ job: 'book' });
    const book = await measurePdf(new Uint8Array(await readFile(path.join(program.folder, 'book.pdf'))));
    const flat = book.text.replaceAll(/\s/gu, '');
    for (const word of ['陈局长', '赵核稿', '主动公开', '2026-11-22', '10'])
      expect(flat, word).toContain(word);
    await program.close();
  });
});

describe('催办通知单 of a 承办件', () => {
  it('names the order, who has it and since when, and is found by its code', async () => {
    const office = await startOrdering();
    const { program, departments } = office;
    const id = await office.order();
    await office.actOn(id, 'assign', { leadDepartmentId: departments[0], dueOn: '2026-11-18' });
    const assignmentId = await currentOf(office, id, 'lead');
    await office.actOn(id, 'urge', { assignmentId, urgeLevel: '约谈通报', urgeMethod: '当面' });
    const { forms, code } = await program.api.form.list({ kind: 'matter', id });
    expect(forms).toMatchObject([{ form: 'urging', urgeLevel: '约谈通报' }, { form: 'ordering' }]);
    expect(code).toMatch(/^CB-2026-0001-/u);
    expect(await program.api.form.findCode({ code })).toMatchObject({ kind: 'matter', id });
    const text = await printed(program, { kind: 'matter', id, form: 'urging' });
    for (const word of [
      '督促办理（约谈）通知单',
      ORDER.title,
      '工程科',
      '2026年11月18日',
      '已逾期2个工作日',
      '现予通报，并约请负责人说明情况',
      '王局长（口头交办）',
      '当面',
    ]) {
      expect(text, word).toContain(word.replaceAll(/\s/gu, ''));
    }
    await program.close();
  });
});

describe('交办单', () => {
  it('has the order in its words, who signed for it and what came of it', async () => {
    const office = await startOrdering();
    const { program, departments } = office;
    const id = await office.order({ replyRequired: true, urgency: '加急', remark: '与值班科衔接' });
    const list = await program.api.form.list({ kind: 'matter', id });
    expect(list.forms.map(({ form }) => form)).toEqual(['ordering', 'urging']);
    await office.actOn(id, 'assign', {
      leadDepartmentId: departments[0],
      dueOn: '2026-12-04',
      assists: [{ departmentId: departments[1] ?? '' }],
    });
    const assignmentId = await currentOf(office, id, 'lead');
    await office.actOn(id, 'acceptAssignment', { assignmentId, signerName: '李明' });
    const assistId = await currentOf(office, id, 'assist');
    await office.actOn(id, 'report', { assignmentId: assistId, result: '名单已提供' });
    await office.actOn(id, 'completeHandling', { result: '值班表已报送' });
    await office.actOn(id, 'reply', { replyMethod: '当面', repliedOn: '2026-11-22' });
    const text = await printed(program, { kind: 'matter', id, form: 'ordering' });
    for (const word of [
      '交办单（承办单）',
      list.code,
      '编号：承〔2026〕0001',
      '交办时间：2026年11月22日 08:40',
      ORDER.title,
      ORDER.words ?? '',
      '王局长',
      '口头交办',
      '加急：请于2026年12月4日前办结',
      '要求答复',
      '工程科',
      '房管科',
      '工程科：李明',
      '值班表已报送',
      '房管科：名单已提供',
      '2026年11月22日当面答复',
      '与值班科衔接',
    ]) {
      expect(text, word).toContain(word.replaceAll(/\s/gu, ''));
    }
    const blank = await printed(program, { kind: 'matter', id, form: 'ordering', filled: false });
    for (const word of ['李明', '值班表已报送']) expect(blank).not.toContain(word);
    expect(blank).toContain('签收人：');
    await program.close();
  });
});
