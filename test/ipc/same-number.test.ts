import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentNumber, Gongwen } from '../../shared/gongwen/model.ts';
import { discardDraft, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

async function minutes(documentNumber: DocumentNumber, change: Partial<Gongwen> = {}): Promise<string> {
  const { id } = await program.api.outgoing.create({ genre: '纪要' });
  const { document, rowVersion } = await program.api.outgoing.get({ id });
  await program.api.outgoing.save({
    id,
    rowVersion,
    document: {
      ...document,
      format: 'minutes',
      issuerMark: { suffix: '局务会议纪要' },
      title: '',
      documentNumber,
      issuedOn: '2026-05-06',
      body: [{ type: 'paragraph', text: '会议听取了汇报。' }],
      ...change,
    },
  });
  return id;
}

async function warnings(id: string): Promise<string[]> {
  const { document } = await program.api.outgoing.get({ id });
  const { faults } = await program.api.document.preview({ document, editor: 'a', id });
  return faults.map(({ message }) => message).filter((message) => message.includes('重复'));
}

describe('a 期号 that another document carries', () => {
  it('is told by both of them, until one of them is withdrawn', async () => {
    const one = await minutes({ issueNo: 3 }, { title: '局务会第三次会议纪要' });
    expect(await warnings(one)).toEqual([]);
    const two = await minutes({ issueNo: 3 });
    expect(await warnings(two)).toEqual([
      '期号“第3期”与“局务会第三次会议纪要”重复（同为2026年），请核对期号。',
    ]);
    expect(await warnings(one)).toHaveLength(1);
    const { rowVersion } = await program.api.outgoing.get({ id: two });
    await discardDraft(program, { id: two, rowVersion, reason: '期号用重了' });
    expect(await warnings(one)).toEqual([]);
  });

  it.each<[string, DocumentNumber, Partial<Gongwen>]>([
    ['another number', { issueNo: 4 }, {}],
    ['another year', { issueNo: 3 }, { issuedOn: '2025-05-06' }],
    ['another 发文机关标志', { issueNo: 3 }, { issuerMark: { suffix: '党组会议纪要' } }],
    ['a 令号 of the same figure', { orderNo: 3 }, { format: 'order', issuerMark: { suffix: '令' } }],
  ])('is no matter of %s', async (_what, number, change) => {
    const one = await minutes({ issueNo: 3 });
    await minutes(number, change);
    expect(await warnings(one)).toEqual([]);
  });
});
