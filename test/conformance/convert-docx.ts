import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BUNDLED_FONTS } from '../docgen/fonts-for-tests.ts';

const run = promisify(execFile);

/** The bundled fonts and nothing else, so that LibreOffice sets in what the layout was measured with. */
const fontConfig = (cache: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${BUNDLED_FONTS}</dir><cachedir>${cache}</cachedir></fontconfig>`;

/** PDFs LibreOffice makes of .docx files, by the same names; all in one process, in a profile of its own. */
export async function convertDocx(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwentai-docx-'));
  try {
    const fonts = join(folder, 'fonts.conf');
    await writeFile(fonts, fontConfig(join(folder, 'cache')));
    for (const [name, bytes] of files) await writeFile(join(folder, `${name}.docx`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const sources = [...files.keys()].map((name) => join(folder, `${name}.docx`));
    await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...sources], {
      env: { ...process.env, FONTCONFIG_FILE: fonts },
    });
    const converted = new Map<string, Uint8Array>();
    for (const name of files.keys()) converted.set(name, await readFile(join(folder, `${name}.pdf`)));
    return converted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
