import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLED_FONTS } from '../docgen/fonts-for-tests.ts';

/** Whether LibreOffice can be asked for its opinion on this machine. */
export const hasLibreOffice: boolean = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')));

const TIMEOUT_MS = 180_000;

/** Only the bundled fonts: the same picture on every machine, with the very faces the layout measured. */
const fontsConf = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
  `<dir>${BUNDLED_FONTS}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    // a process group of its own, so that the office behind the launcher ends with it
    const child = spawn('soffice', args, { env, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, TIMEOUT_MS);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`soffice ended with ${code ?? 'a signal'}`));
    });
  });
}

/** Has LibreOffice turn .docx files into PDFs, all in one go, with a profile of its own. */
export async function convertToPdf(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwentai-docx-'));
  try {
    await mkdir(join(folder, 'pdf'));
    await writeFile(join(folder, 'fonts.conf'), fontsConf(folder));
    const names = Object.keys(files);
    for (const name of names) await writeFile(join(folder, `${name}.docx`), files[name] ?? '');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const inputs = names.map((name) => join(folder, `${name}.docx`));
    await run(['--headless', profile, '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), ...inputs], {
      ...process.env,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    });
    const pdfs = new Map<string, Uint8Array>();
    for (const name of names) pdfs.set(name, await readFile(join(folder, 'pdf', `${name}.pdf`)));
    return pdfs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
