import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFaults } from '../../shared/gongwen/faults.ts';
import type { InputFault } from '../../shared/gongwen/input-messages.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut, PageItem } from '../../shared/gongwen/pages.ts';
import type { FileKind, Rendered } from '../docgen/render.ts';
import { type Command, type FontMode, outputName, readArguments, USAGE, UsageError } from './arguments.ts';
import { readInput } from './read-input.ts';
import { writeFilesAtomically } from './write-files.ts';

/**
 * `gongwen render` and `gongwen layout`: the program's own engine without a window. Exit codes: 0 all
 * written, 2 an input or the command line is wrong, 1 the program failed.
 */

const EXIT = { ok: 0, failed: 1, wrong: 2 } as const;

const FONTS = fileURLToPath(new URL('../../resources/fonts', import.meta.url));

/** The engine is only loaded for an input that can be rendered: a wrong one is answered at once. */
async function renderWith(fonts: FontMode, document: Gongwen, kinds: readonly FileKind[]): Promise<Rendered> {
  const { openFontSet } = await import('../docgen/fonts/font-set.ts');
  const { renderDocument } = await import('../docgen/render.ts');
  return await renderDocument(document, openFontSet({ mode: fonts, bundledFolder: FONTS }), { kinds });
}

/** Pictures of all pages: 通知-1.png, 通知-2.png … */
async function drawImages(
  command: Command & { name: 'render' },
  name: string,
  laidOut: LaidOut,
): Promise<{ path: string; bytes: Uint8Array }[]> {
  const { openFontSet } = await import('../docgen/fonts/font-set.ts');
  const { pageImages } = await import('../docgen/render.ts');
  const fonts = openFontSet({ mode: command.fonts, bundledFolder: FONTS });
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const format of command.images) {
    const images = await pageImages(laidOut, fonts, { widthPx: command.width, format });
    for (const [index, bytes] of images.entries()) {
      files.push({ path: join(command.out, `${name}-${index + 1}.${format}`), bytes });
    }
  }
  return files;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

const sayFaults = (input: string, faults: readonly InputFault[]) => {
  for (const { path, message } of faults)
    say(path === '' ? `${input}: ${message}` : `${input}: ${path}: ${message}`);
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

const said = new Set<string>();

/** A stand-in font is the computer's matter, not the document's: told once however many inputs there are. */
function sayOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  say(text);
}

/** Renders one input: all its files or none. */
async function renderOne(input: string, command: Command & { name: 'render' }): Promise<number> {
  const read = readInput(input);
  if (!read.ok) {
    sayFaults(input, read.faults);
    return EXIT.wrong;
  }
  const { files, laidOut, standIns } = await renderWith(command.fonts, read.document, command.kinds);
  const written = command.kinds.map((kind) => {
    const bytes = files[kind];
    if (bytes === undefined) throw new Error(`没有生成 ${kind}`);
    return { path: join(command.out, `${outputName(input)}.${kind}`), bytes };
  });
  if (command.images.length > 0) written.push(...(await drawImages(command, outputName(input), laidOut)));
  writeFilesAtomically(written);
  for (const { path } of written) process.stdout.write(`${path}\n`);
  for (const text of standIns) sayOnce(`提示：${text}`);
  for (const { path, message } of [...findFaults(read.document), ...laidOut.notes]) {
    say(`提示：${input}: ${path}: ${message}`);
  }
  return EXIT.ok;
}

async function render(command: Command & { name: 'render' }): Promise<number> {
  if (isFile(command.out)) throw new UsageError(`--out “${command.out}”是文件，不是文件夹`);
  const codes = new Set<number>();
  for (const input of command.inputs) {
    try {
      codes.add(await renderOne(input, command));
    } catch (error) {
      say(`${input}: 程序出错，没有写出：${messageOf(error)}`);
      codes.add(EXIT.failed);
    }
  }
  if (codes.has(EXIT.failed)) return EXIT.failed;
  return codes.has(EXIT.wrong) ? EXIT.wrong : EXIT.ok;
}

/** Positions to a tenth of a micrometre; pictures by the path the author wrote, not by this computer's. */
function toJson(laidOut: LaidOut, pictures: ReadonlyMap<string, string>): string {
  const asWritten = (item: PageItem): PageItem =>
    item.kind === 'image' ? { ...item, file: pictures.get(item.file) ?? item.file } : item;
  const pages = laidOut.pages.map((page) => ({ ...page, items: page.items.map(asWritten) }));
  return JSON.stringify({ ...laidOut, pages }, (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  );
}

async function layOut(command: Command & { name: 'layout' }): Promise<number> {
  const read = readInput(command.input);
  if (!read.ok) {
    sayFaults(command.input, read.faults);
    return EXIT.wrong;
  }
  const { laidOut } = await renderWith(command.fonts, read.document, []);
  process.stdout.write(`${toJson(laidOut, read.pictures)}\n`);
  return EXIT.ok;
}

async function run(words: readonly string[]): Promise<number> {
  try {
    const command = readArguments(words);
    if (command.name === 'render') return await render(command);
    if (command.name === 'layout') return await layOut(command);
    process.stdout.write(`${USAGE}\n`);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${USAGE}`);
      return EXIT.wrong;
    }
    say(`程序出错：${messageOf(error)}`);
    return EXIT.failed;
  }
}

// A reader that has seen enough (| head) is no failure; what is being written is still finished.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
