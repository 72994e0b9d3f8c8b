import { mkdirSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** A printer that keeps every job as a PDF of the real Chromium, for this machine has none. */

export const LASER = { name: 'HP_M403', displayName: 'HP M403', description: '', options: {} };

/** Every job becomes N.pdf in the folder, with its settings kept for `settingsOf`. */
export async function putPrinterBeside(app: ElectronApplication, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.evaluate(
    ({ app: electron, BrowserWindow }, { into, printer }) => {
      type Print = Electron.WebContents['print'];
      const jobs: unknown[] = [];
      Reflect.set(globalThis, 'printJobs', jobs);
      const take = async (contents: Electron.WebContents, ...[options, done]: Parameters<Print>) => {
        jobs.push(options);
        const file = `${into}/${jobs.length}.pdf`;
        const bytes = await contents.printToPDF({ preferCSSPageSize: true });
        process.getBuiltinModule('node:fs').writeFileSync(file, bytes);
        done?.(true, '');
      };
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        webContents.getPrintersAsync = () => Promise.resolve([printer]);
      }
      electron.on('browser-window-created', (_event, { webContents }) => {
        webContents.getPrintersAsync = () => Promise.resolve([printer]);
        webContents.print = (...args) => void take(webContents, ...args);
      });
    },
    { into: folder, printer: LASER },
  );
}

export function settingsOf(app: ElectronApplication): Promise<Electron.WebContentsPrintOptions[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'printJobs') as Electron.WebContentsPrintOptions[]);
}
