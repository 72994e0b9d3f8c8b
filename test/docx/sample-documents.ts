import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { layout } from '../../electron/docgen/layout/layout.ts';
import { writeDocx } from '../../electron/docgen/docx/write-docx.ts';
import type { DocxOptions } from '../../electron/docgen/docx/write-docx.ts';
import { bundledFonts } from '../docgen/fonts-for-tests.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'resources', 'samples');

export const SAMPLES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'));

/** A document from the JSON of gongwen-input. */
export function documentOf(input: unknown): Gongwen {
  const parsed = parseGongwenInput(input);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return parsed.document;
}

export const sampleDocument = (name: string): Gongwen =>
  documentOf(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));

export interface Written {
  readonly document: Gongwen;
  readonly laidOut: LaidOut;
  readonly docx: Uint8Array;
}

/** Lays a document out with the bundled fonts and writes it. */
export async function written(document: Gongwen, options?: DocxOptions): Promise<Written> {
  const fonts = bundledFonts();
  const laidOut = layout(document, fonts);
  return { document, laidOut, docx: await writeDocx(document, laidOut, fonts, options) };
}
