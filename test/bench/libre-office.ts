import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { medianOf, timed } from './measurement.ts';

const run = promisify(execFile);

/**
 * Milliseconds LibreOffice takes to turn a .docx into a PDF (a process of its own, profile already made),
 * or undefined when it is not installed.
 */
export async function timeLibreOffice(docx: Uint8Array, runs: number): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwentai-bench-'));
  const file = join(folder, 'document.docx');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const convert = async (): Promise<unknown> =>
    run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file]);
  try {
    await writeFile(file, docx);
    await convert();
    return await medianOf(runs, async () => timed(convert));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
