import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookLayout } from '../../shared/domain/exchange/export-list.ts';
import type { LayoutColumn } from '../../shared/domain/exchange/export-list.ts';
import { EXPORT_LISTS } from '../../shared/domain/exchange/export-lists.ts';
import type { ListSource } from '../../shared/features/exchange-export.ts';
import { draftOf } from './harness.ts';
import { DRAFT, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

const BOOK = bookLayout(EXPORT_LISTS.incoming);
const SOURCE: ListSource = {
  list: 'incoming',
  filter: {},
  sort: { key: 'number', direction: 'asc' },
};

let office: ReceivingOffice;

beforeEach(async () => {
  office = await startReceiving();
});
afterEach(async () => {
  await office.program.close();
});

interface Options {
  readonly source?: ListSource;
  readonly columns?: LayoutColumn[];
  readonly format?: 'xlsx' | 'csv-gb18030' | 'csv-utf8';
}

async function exportTo(name: string, { source = SOURCE, columns = BOOK, format = 'xlsx' }: Options = {}) {
  const file = path.join(office.program.folder, name);
  office.program.answers.push(file);
  const done = await office.program.api.exchange.exportList({ job: 'j', source, columns, format });
  return { file, done };
}

async function openSheet(file: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const rowTexts = (sheet: ExcelJS.Worksheet, number: number): string[] => {
  const { values } = sheet.getRow(number);
  return (Array.isArray(values) ? values.slice(1) : []).map(String);
};

describe('a list as .xlsx', () => {
  it('has the title, the headings of the book, real dates and numbers, 文号 as text', async () => {
    await office.register({ documentNumber: '20260000000000012345', copies: 3, title: '=SUM(A1) 的通知' });
    const { file, done } = await exportTo('收文.xlsx');
    expect(done).toMatchObject({ rows: 1, workSecrets: 0, file: { name: '收文.xlsx' } });
    const sheet = await openSheet(file);
    expect(sheet.name).toBe('收文登记簿');
    expect(sheet.getCell('A1').value).toBe('临江市住房和城乡建设局收文登记簿');
    expect(sheet.getCell('A1').isMerged).toBe(true);
    expect(sheet.getCell('A2').text).toContain('2026年11月22日');
    expect(rowTexts(sheet, 3)).toEqual(BOOK.map(({ heading }) => heading));
    const cell = (key: string) => sheet.getRow(4).getCell(BOOK.findIndex((column) => column.key === key) + 1);
    expect(cell('number').value).toBe('收〔2026〕0001');
    expect(cell('documentNumber')).toMatchObject({ value: '20260000000000012345', numFmt: '@' });
    expect(cell('title')).toMatchObject({ value: '=SUM(A1) 的通知', type: ExcelJS.ValueType.String });
    expect(cell('copies')).toMatchObject({ value: 3, type: ExcelJS.ValueType.Number });
    expect(cell('receivedOn')).toMatchObject({ value: new Date('2026-11-22'), numFmt: 'yyyy-mm-dd' });
    expect(cell('title').alignment).toMatchObject({ wrapText: true });
    expect(cell('title').border.left?.style).toBe('thin');
  });

  it('prints on A4 lying, one page wide, the headings on every page, numbered', async () => {
    await office.register();
    const { file } = await exportTo('收文.xlsx');
    const sheet = await openSheet(file);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页，共 &N 页');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  });

  it('holds what the list holds: filtered and in its order, more than one slice of it', async () => {
    for (let index = 0; index < 3; index += 1)
      await office.register({ title: `丙${index}`, urgency: '特急' });
    await office.register({ title: '乙', urgency: '平件' });
    const source: ListSource = {
      list: 'incoming',
      filter: { urgencies: ['特急'] },
      sort: { key: 'number', direction: 'desc' },
    };
    const { file } = await exportTo('特急.xlsx', {
      source,
      columns: [
        { key: 'title', heading: '事由', width: 40 },
        { key: 'number', heading: '编号', width: 12 },
      ],
    });
    const sheet = await openSheet(file);
    expect([3, 4, 5, 6].map((row) => rowTexts(sheet, row))).toEqual([
      ['事由', '编号'],
      ['丙2', '收〔2026〕0003'],
      ['丙1', '收〔2026〕0002'],
      ['丙0', '收〔2026〕0001'],
    ]);
    expect(sheet.rowCount).toBe(6);
  });

  it('marks 工作秘密 and says so over the table and in the audit trail', async () => {
    await office.register({ secrecy: '工作秘密' });
    await office.register();
    const { file, done } = await exportTo('收文.xlsx');
    expect(done).toMatchObject({ rows: 2, workSecrets: 1 });
    const sheet = await openSheet(file);
    expect(sheet.getCell('A2').text).toContain('含工作秘密 1 件');
    expect(sheet.getRow(4).getCell(1).fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } });
    expect(sheet.getRow(5).getCell(1).fill).toMatchObject({ pattern: 'none' });
    const events = await office.program.session.database.read
      .selectFrom('auditEvent')
      .select('summary')
      .where('action', '=', 'exchange.exportList')
      .execute();
    expect(events).toEqual([{ summary: '导出收文登记簿 2 件（xlsx，其中工作秘密 1 件）' }]);
  });

  it('of 发文 has number, title and who signs', async () => {
    await draftOf(office.program, '关于开展房屋安全排查的通知');
    const source: ListSource = {
      list: 'outgoing',
      filter: {},
      sort: { key: 'updatedAt', direction: 'desc' },
    };
    const { file } = await exportTo('发文.xlsx', { source, columns: bookLayout(EXPORT_LISTS.outgoing) });
    const sheet = await openSheet(file);
    expect(sheet.getCell('A1').value).toBe('临江市住房和城乡建设局发文登记簿');
    expect(sheet.getRow(4).getCell(2).value).toBe('关于开展房屋安全排查的通知');
  });
});

describe('the other ledgers', () => {
  it('承办件 and 催办 are declarations of their own', async () => {
    const { matter } = office.program.api;
    const draft = { title: '会场布置', orderedBy: '王局长', orderedOn: '2026-11-20' };
    const { id, rowVersion } = await matter.create({ draft });
    const [lead] = office.departments;
    await matter.act({
      id,
      rowVersion,
      action: 'assign',
      fields: { leadDepartmentId: lead, dueOn: '2026-12-04' },
    });
    const detail = await matter.get({ id });
    await matter.act({
      id,
      rowVersion: detail.rowVersion,
      action: 'urge',
      fields: { urgeLevel: '提醒', urgeMethod: '电话', assignmentId: detail.assignments[0]?.id ?? '' },
    });
    const matters = await exportTo('承办.xlsx', {
      source: { list: 'matter', filter: { view: 'all' }, sort: { key: 'number', direction: 'asc' } },
      columns: bookLayout(EXPORT_LISTS.matter),
    });
    const book = await openSheet(matters.file);
    expect(book.getCell('A1').value).toBe('临江市住房和城乡建设局承办件登记簿');
    expect(rowTexts(book, 4)).toEqual(
      expect.arrayContaining(['王局长', '口头交办', '会场布置', '工程科', '承办中']),
    );
    const urgings = await exportTo('催办.xlsx', {
      source: { list: 'urging', filter: { waiting: true }, sort: {} },
      columns: bookLayout(EXPORT_LISTS.urging),
    });
    const ledger = await openSheet(urgings.file);
    expect(rowTexts(ledger, 4)).toEqual(expect.arrayContaining(['会场布置', '工程科', '提醒', '电话']));
  });

  it('用印 without a row is refused, not written', async () => {
    await expect(
      exportTo('用印.xlsx', {
        source: { list: 'sealUse', filter: {}, sort: {} },
        columns: bookLayout(EXPORT_LISTS.sealUse),
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('have no heading twice and no column twice', () => {
    for (const { columns } of Object.values(EXPORT_LISTS)) {
      for (const part of ['key', 'heading'] as const) {
        const all = columns.map((column) => column[part]);
        expect(new Set(all).size).toBe(all.length);
      }
    }
  });
});

describe('a list as .csv', () => {
  it('in GB18030: a text that begins like a formula is marked as text, a rare character survives', async () => {
    await office.register({ title: '=1+1 与𬬭、龘的通知', senderName: '-甲局', documentNumber: '' });
    const { file } = await exportTo('收文.csv', { format: 'csv-gb18030' });
    const [head = '', first = ''] = iconv.decode(readFileSync(file), 'gb18030').split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['收文号', '收文日期', '来文单位']);
    expect(first.split(',').slice(0, 5)).toEqual([
      '收〔2026〕0001',
      '2026-11-22',
      "'-甲局",
      '无文号',
      "'=1+1 与𬬭、龘的通知",
    ]);
  });

  it('in UTF-8 with the mark by which Excel knows it', async () => {
    await office.register();
    const { file } = await exportTo('收文.csv', { format: 'csv-utf8' });
    expect([...readFileSync(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(file, 'utf8')).toContain(DRAFT.title);
  });
});

describe('an export', () => {
  it('that is cancelled in the dialog writes nothing and records nothing', async () => {
    await office.register();
    office.program.answers.push(null);
    const { exchange } = office.program.api;
    expect(await exchange.exportList({ job: 'j', source: SOURCE, columns: BOOK, format: 'xlsx' })).toBeNull();
  });

  it('of nothing is refused, and so are unknown columns', async () => {
    await expect(exportTo('leer.xlsx')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.register();
    const columns = [{ key: 'nothing', heading: '甲', width: 10 }];
    await expect(exportTo('x.xlsx', { columns })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('can be cancelled while it runs: nothing is written', async () => {
    for (let index = 0; index < 3; index += 1) await office.register({ title: `第${index}件` });
    const file = path.join(office.program.folder, '取消.xlsx');
    office.program.answers.push(file);
    const { exchange } = office.program.api;
    const running = exchange.exportList({ job: 'stop', source: SOURCE, columns: BOOK, format: 'xlsx' });
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    await exchange.cancelJob({ job: 'stop' });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(() => readFileSync(file)).toThrow(/ENOENT/u);
  });
});

describe('saved layouts', () => {
  const columns = [{ key: 'title', heading: '事由', width: 40 }];

  it('are kept per list, one of them the default', async () => {
    const { exchange } = office.program.api;
    const first = await exchange.saveLayout({ list: 'incoming', name: '领导用', isDefault: true, columns });
    await exchange.saveLayout({ list: 'incoming', name: '归档用', isDefault: true, columns });
    await exchange.saveLayout({ list: 'outgoing', name: '领导用', isDefault: true, columns });
    const layouts = await exchange.layouts({ list: 'incoming' });
    expect(layouts.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['归档用', true],
      ['领导用', false],
    ]);
    await expect(exchange.removeLayout(first)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { id, rowVersion } = layouts[1] ?? { id: '', rowVersion: 0 };
    await exchange.removeLayout({ id, rowVersion });
    expect((await exchange.layouts({ list: 'incoming' })).map(({ name }) => name)).toEqual(['归档用']);
  });

  it('have names of their own; a removed one gives its name free', async () => {
    const { exchange } = office.program.api;
    const saved = await exchange.saveLayout({ list: 'incoming', name: '甲', isDefault: false, columns });
    await expect(
      exchange.saveLayout({ list: 'incoming', name: '甲', isDefault: false, columns }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { name: expect.any(String) as string } });
    await exchange.removeLayout(saved);
    await exchange.saveLayout({ list: 'incoming', name: '甲', isDefault: false, columns });
  });
});
