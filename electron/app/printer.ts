import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { PrintPage, Printer } from '../features/context.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { printHtml } from './print-page.ts';
import { serveMadePage } from './protocol.ts';

/** Opens the pages in a window nobody sees; no preload, no scripts. */
export async function openPrintWindow(
  pages: readonly PrintPage[],
  jobName: string,
): Promise<{ window: BrowserWindow; release: () => void }> {
  const page = serveMadePage(`print-${randomUUID()}`, printHtml(pages, jobName));
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
  return { window, release: () => window.destroy() };
}

/** Prints through the system's dialog. */
export const systemPrinter: Printer = {
  print: async (pages, jobName) => {
    const { window, release } = await openPrintWindow(pages, jobName);
    try {
      return await printWindow(window);
    } finally {
      release();
    }
  },
};

function printWindow(window: BrowserWindow): Promise<'printed' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (success, reason) => {
        if (success) resolve('printed');
        else if (/cancel/iu.test(reason)) resolve('cancelled');
        else {
          reject(
            new AppError(
              'FILE_REFUSED',
              '没有打印成。请检查打印机是否接好、是否缺纸，再试一次；也可以先导出 PDF 再打印。',
              { cause: new Error(reason) },
            ),
          );
        }
      },
    );
  });
}
