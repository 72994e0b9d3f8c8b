import type { ElectronApplication, Page } from '@playwright/test';
import { TITLE } from '../ipc/attachment-files.ts';
import { expect } from './launch.ts';

/** Steps of the specs of attachments: a paper with its panel, files handed in, what other programs get. */

export async function invoke<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const envelope = await page.evaluate(([name, value]) => window.app.invoke(name, value), [
    procedure,
    input,
  ] as const);
  expect(envelope, procedure).toMatchObject({ ok: true });
  return (envelope as { value: T }).value;
}

/** A registered paper on its page. */
export async function openItem(page: Page): Promise<string> {
  const { id } = await invoke<{ id: string }>(page, 'incoming.register', {
    draft: { title: TITLE, senderName: '江州市人民政府办公室', documentNumber: '江政办发〔2026〕31号' },
  });
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#/incoming/${id}`);
  await expect(panel(page)).toBeVisible();
  return id;
}

export const panel = (page: Page) => page.getByRole('region', { name: '附件', exact: true });
export const rows = (page: Page) => panel(page).getByRole('option');
export const viewer = (page: Page) => page.getByRole('complementary', { name: '附件查看' });

/** What the system's open dialog answers, and which files are handed to other programs. */
export async function standIn(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (file) => {
      Reflect.set(globalThis, 'openedFile', file);
      return Promise.resolve('');
    };
  });
}
export const answerFiles = (app: ElectronApplication, files: readonly string[]) =>
  app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...files],
  );
export const openedFile = (app: ElectronApplication) =>
  app.evaluate(() => String(Reflect.get(globalThis, 'openedFile') ?? ''));

export async function choose(app: ElectronApplication, page: Page, files: readonly string[]): Promise<void> {
  await answerFiles(app, files);
  await panel(page).getByRole('button', { name: '添加文件' }).click();
}

export interface Given {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Files as another program drags or copies them, without a file behind them. */
export async function hand(page: Page, event: 'drop' | 'paste', files: readonly Given[]): Promise<void> {
  await page.evaluate(
    ({ kind, given }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      if (kind === 'paste') {
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        return;
      }
      const target = document.querySelector('.gwt-attach');
      for (const step of ['dragenter', 'dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(step, { ...options, dataTransfer: data }));
      }
    },
    { kind: event, given: [...files] },
  );
}

export const text = (name: string, words: string): Given => ({
  name,
  type: 'text/plain',
  base64: Buffer.from(words).toString('base64'),
});

/** Dark points of the first page that is drawn. */
export const ink = (page: Page) =>
  viewer(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at + 1] ?? 255) < 100) dark += 1;
      return dark;
    });
