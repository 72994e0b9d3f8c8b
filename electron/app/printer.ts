import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { PrintOffset } from '../../shared/domain/print.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { PrinterDescription, PrintPage, Printer } from '../features/context.ts';
import { printHtml } from './print-page.ts';
import { serveMadePage } from './protocol.ts';

/** Opens the pages in a window nobody sees; no preload, no scripts. */
async function openPrintWindow(
  pages: readonly PrintPage[],
  jobName: string,
  offset?: PrintOffset,
): Promise<BrowserWindow> {
  const page = serveMadePage(`print-${randomUUID()}`, printHtml(pages, jobName, offset));
  const window = new BrowserWindow({
    show: false,
    title: jobName,
    webPreferences: { javascript: false, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    await window.loadURL(page.url);
  } catch (error) {
    window.destroy();
    throw error;
  } finally {
    page.release();
  }
  return window;
}

export const systemPrinter: Printer = {
  print: async (pages, jobName) => {
    const window = await openPrintWindow(pages, jobName);
    try {
      return await sendOff(window, { silent: false });
    } finally {
      window.destroy();
    }
  },
  printers: () => listPrinters(),
  printTo: async (pages, jobName, { printer, copies, duplex, offset }) => {
    const window = await openPrintWindow(pages, jobName, offset);
    try {
      const outcome = await sendOff(window, {
        silent: true,
        deviceName: printer,
        copies,
        collate: true,
        duplexMode: duplex,
        // 100 % is 实际大小: the standard's millimetres hold on the paper.
        scaleFactor: 100,
      });
      if (outcome === 'cancelled') throw notPrinted('cancelled by the system');
    } finally {
      window.destroy();
    }
  },
};

/** Any window of ours can be asked; a system without a print service has no printers. */
async function listPrinters(): Promise<PrinterDescription[]> {
  const [window] = BrowserWindow.getAllWindows();
  const found = (await window?.webContents.getPrintersAsync()) ?? [];
  return found.map(({ name, displayName, description }) => ({
    name,
    displayName: displayName === '' ? name : displayName,
    description,
  }));
}

function sendOff(
  window: BrowserWindow,
  options: Electron.WebContentsPrintOptions,
): Promise<'printed' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      { ...options, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (success, reason) => {
        if (success) resolve('printed');
        else if (/cancel/iu.test(reason)) resolve('cancelled');
        else reject(notPrinted(reason));
      },
    );
  });
}

function notPrinted(reason: string): AppError {
  return new AppError(
    'FILE_REFUSED',
    '没有打印成。请检查打印机是否开机、接好、有纸，再试一次；也可以先导出 PDF 再打印。',
    { cause: new Error(reason) },
  );
}
