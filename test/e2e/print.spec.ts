import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from './launch.ts';
import { completeFirstRun, launchNew } from './office.ts';

/** What the system's print dialog is given: taken as a PDF, since no printer stands beside a test. */

interface Bridge {
  readonly invoke: (name: string, input: unknown) => Promise<{ ok: boolean; value: unknown }>;
}

test('the dialog gets the pages of the preview, each one sheet of A4, and cancelling is no error', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, true);
  const printed = path.join(folder, 'printed.pdf');
  await app.evaluate(({ app: electron }, file) => {
    let cancel = false;
    type Print = Electron.WebContents['print'];
    const printInto = async (contents: Electron.WebContents, ...[options, done]: Parameters<Print>) => {
      if (!cancel) {
        const bytes = await contents.printToPDF({ preferCSSPageSize: true });
        process.getBuiltinModule('node:fs').writeFileSync(file, bytes);
      }
      done?.(!cancel && options?.silent === false, 'Print job canceled');
      cancel = true;
    };
    electron.on('browser-window-created', (_event, { webContents }) => {
      webContents.print = (...args) => void printInto(webContents, ...args);
    });
  }, printed);
  const outcomes = await page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'app') as Bridge;
    const sort = { key: 'documentNumber', direction: 'asc' };
    const list = await bridge.invoke('outgoing.list', { filter: {}, sort, offset: 0, limit: 1 });
    const [row] = (list.value as { rows: { id: string }[] }).rows;
    const detail = await bridge.invoke('outgoing.get', { id: row?.id });
    const { document } = detail.value as { document: unknown };
    const preview = await bridge.invoke('document.preview', { document, editor: 'print' });
    const first = await bridge.invoke('document.print', { id: row?.id });
    const second = await bridge.invoke('document.print', { id: row?.id });
    const history = await bridge.invoke('outgoing.history', { id: row?.id });
    return {
      pages: (preview.value as { pages: unknown[] }).pages.length,
      results: [first, second],
      events: (history.value as { summary: string }[]).map(({ summary }) => summary),
    };
  });
  expect(outcomes.results).toEqual([
    { ok: true, value: { outcome: 'printed' } },
    { ok: true, value: { outcome: 'cancelled' } },
  ]);
  // The cancelled one left no trace.
  expect(outcomes.events.filter((event) => event.startsWith('打印'))).toEqual([`打印 ${outcomes.pages} 面`]);
  const info = execFileSync('pdfinfo', [printed], { encoding: 'utf8' });
  expect(Number(/^Pages:\s+(\d+)/mu.exec(info)?.[1])).toBe(outcomes.pages);
  expect(info).toMatch(/^Page size:.*\(A4\)/mu);
  // The hidden window is gone.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
