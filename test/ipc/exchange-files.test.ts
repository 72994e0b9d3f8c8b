import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger, rowsOf, stateOf, textsOf, workbook } from './import-steps.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;

beforeEach(async () => {
  office = await startReceiving();
});
afterEach(async () => {
  await office.program.close();
});

const HEAD = ['收文号', '收文日期', '来文单位', '来文字号', '标题'];
const ONE = ['1', '2025.3.5', '市财政局', '临财[2025]5号', '关于编报预算的通知'];

const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const refused = async (name: string, bytes: Uint8Array | string, words: RegExp) => {
  await expect(openLedger(office.program, name, bytes)).rejects.toMatchObject({
    code: 'FILE_REFUSED',
    message: expect.stringMatching(words) as string,
  });
};

describe('files that are not what they seem', () => {
  it('are refused with what to do', async () => {
    await refused('旧.xls', new Uint8Array([...CONTAINER, ...Array<number>(600).fill(0)]), /另存为.*xlsx/u);
    const locked = Buffer.concat([Buffer.from(CONTAINER), Buffer.from('EncryptedPackage', 'utf16le')]);
    await refused('锁.xlsx', locked, /打开密码/u);
    await refused('网页.xls', '<html><table><tr><td>收文号</td></tr></table></html>', /网页/u);
    await refused('空.csv', '', /空的/u);
    await refused('坏.xlsx', 'PK\u0003\u0004 broken', /已损坏/u);
    await refused('别的.xlsx', zipSync({ 'a.txt': strToU8('x') }), /没有工作表/u);
  });

  it('a mark of a state secret in the name or over the table keeps all of it out', async () => {
    await refused('收文机密★10年.csv', `${HEAD.join(',')}\n${ONE.join(',')}\n`, /文件名出现密级标志/u);
    const bytes = await workbook([['收文登记簿（机密★10年）'], HEAD, ONE]);
    await refused('收文.xlsx', bytes, /标题出现密级标志/u);
  });
});

describe('text files', () => {
  const text = `${HEAD.join(',')}\r\n${ONE.join(',')}\r\n2,2025-3-6,"市总,工会",,"关于“慰问”\n的函"\r\n`;

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16', iconv.encode(text, 'utf16le', { addBOM: true })],
    ['UTF-16', iconv.encode(text, 'utf16be', { addBOM: true })],
    ['UTF-8', Buffer.from(text.replaceAll('市总,工会', '市总工会').replaceAll(',', '\t'))],
  ])('in %s are read', async (encoding, bytes) => {
    const id = await openLedger(office.program, '台账.csv', bytes);
    expect(await stateOf(office.program, id)).toMatchObject({ encoding, counts: { papers: 2, faults: 0 } });
    const [first, second] = await rowsOf(office.program, id);
    expect(textsOf(first)).toMatchObject({
      number: '收〔2025〕0001',
      receivedAt: '2025-03-05',
      senderName: '市财政局',
      documentNumber: '临财〔2025〕5号',
    });
    expect(textsOf(second)).toMatchObject({ documentNumber: '无文号', title: '关于“慰问”的函' });
  });
});
