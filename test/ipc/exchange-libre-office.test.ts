import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookLayout } from '../../shared/domain/exchange/export-list.ts';
import { EXPORT_LISTS } from '../../shared/domain/exchange/export-lists.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

const run = promisify(execFile);
const PAPERS = 90;

let office: ReceivingOffice;

beforeEach(async () => {
  office = await startReceiving();
});
afterEach(async () => {
  await office.program.close();
});

/** Has LibreOffice open an exported file and save it as something else. */
async function convert(file: string, kind: 'pdf' | 'csv'): Promise<Uint8Array> {
  const folder = path.dirname(file);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const filter = kind === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : 'pdf';
  await run('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, file], {
    timeout: 120_000,
  });
  return readFileSync(file.replace(/\.xlsx$/u, `.${kind}`));
}

describe('LibreOffice opens an exported book', () => {
  it('as it was written, its headings on every page, pages numbered, A4 lying', async () => {
    for (let index = 1; index <= PAPERS; index += 1) {
      await office.register({
        title: `关于做好第${index}批安全生产工作的通知`,
        documentNumber: index === 1 ? '2026000000000000000001' : '',
        senderName: index === 2 ? '=1+1' : '市应急管理局',
      });
    }
    const file = path.join(office.program.folder, '登记簿.xlsx');
    office.program.answers.push(file);
    await office.program.api.exchange.exportList({
      job: 'j',
      source: { list: 'incoming', filter: {}, sort: { key: 'number', direction: 'asc' } },
      columns: bookLayout(EXPORT_LISTS.incoming),
      format: 'xlsx',
    });
    const text = Buffer.from(await convert(file, 'csv')).toString('utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toContain('临江市住房和城乡建设局收文登记簿');
    expect(lines[2]).toContain('收文号,收文日期,来文单位,来文字号,文件标题');
    expect(lines[3]).toContain('收〔2026〕0001,2026-11-22,市应急管理局,2026000000000000000001,');
    expect(lines[4]).toContain('收〔2026〕0002,2026-11-22,=1+1,无文号,');
    expect(lines).toHaveLength(3 + PAPERS);

    const { pages } = await measurePdf(await convert(file, 'pdf'));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      const words = page.text.replaceAll(/\s/gu, '');
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([297, 210]);
      expect(words).toContain('收文号收文日期来文单位');
      expect(words).toContain(`第${index + 1}页，共${pages.length}页`);
      // The name of the book stands over the first page only.
      expect(words.includes(`共${PAPERS}件`)).toBe(index === 0);
    }
  }, 240_000);
});
