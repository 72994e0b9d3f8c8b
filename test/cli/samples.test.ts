import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults } from '../../shared/gongwen/faults.ts';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { type CliRun, makeSandbox, runCli } from './run-cli.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');
const NAMES = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/u, ''));

const sandbox = makeSandbox();
let run: CliRun;

beforeAll(() => {
  const inputs = NAMES.map((name) => join(SAMPLES, `${name}.json`));
  run = runCli(sandbox.folder, 'render', ...inputs, '--out', 'one', '--fonts', 'bundled');
  runCli(sandbox.folder, 'render', ...inputs.toReversed(), '--out', 'two', '--fonts', 'bundled');
});
afterAll(() => sandbox.remove());

const documentOf = (name: string): Gongwen => {
  const parsed = parseGongwenInput(JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.document;
};

const layouts = new Map<string, LaidOut>();

/** What `gongwen layout` prints; asked once for each sample. */
function layoutOf(name: string): LaidOut {
  let laidOut = layouts.get(name);
  if (laidOut === undefined) {
    const { stdout } = runCli(sandbox.folder, 'layout', join(SAMPLES, `${name}.json`), '--fonts', 'bundled');
    laidOut = JSON.parse(stdout) as LaidOut;
    layouts.set(name, laidOut);
  }
  return laidOut;
}

const squeeze = (text: string) => text.replaceAll(/\s/gu, '');

/** The text laid out for a model path and what lies under it, over all pages. */
function textAt(laidOut: LaidOut, path: string): string {
  const items = laidOut.pages.flatMap((page) => page.items);
  const texts = items.map((item) =>
    item.kind === 'text' && (item.path === path || item.path.startsWith(`${path}.`)) ? item.text : '',
  );
  return squeeze(texts.join(''));
}

/** Cells of a table in order; a header that is repeated on the next page may stand between them. */
function expectCells(text: string, block: Extract<Block, { type: 'table' }>): void {
  let at = 0;
  for (const cell of [...(block.header ?? []), ...block.rows].flat()) {
    const found = text.indexOf(squeeze(cell), at);
    expect(found, cell).toBeGreaterThanOrEqual(at);
    at = found + squeeze(cell).length;
  }
}

function expectBlocks(laidOut: LaidOut, blocks: readonly Block[], path: string): void {
  blocks.forEach((block, index) => {
    const text = textAt(laidOut, `${path}.${index}`);
    if (block.type === 'table') expectCells(text, block);
    else if ('text' in block) expect(text).toBe(squeeze(block.text));
  });
}

describe('samples', () => {
  it('are at least eight, all written, none with a fault', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(8);
    expect(run).toMatchObject({ code: 0, faults: [] });
    const files = NAMES.flatMap((name) => [`${name}.docx`, `${name}.pdf`]).toSorted();
    expect(sandbox.names('one')).toEqual(files);
    expect(run.stdout.trim().split('\n')).toHaveLength(files.length);
  });

  it('give the same bytes again, in another order and folder', () => {
    for (const file of sandbox.names('one')) {
      const one = readFileSync(join(sandbox.folder, 'one', file));
      const two = readFileSync(join(sandbox.folder, 'two', file));
      expect(one.equals(two), file).toBe(true);
    }
  });

  it.each(NAMES)('%s has nothing the check would send back', (name) => {
    expect(findFaults(documentOf(name))).toEqual([]);
  });

  it.each(NAMES)('%s: every text of the input is on the pages', (name) => {
    const document = documentOf(name);
    const laidOut = layoutOf(name);
    expect(textAt(laidOut, 'title')).toBe(squeeze(document.title));
    expectBlocks(laidOut, document.body, 'body');
    document.attachments.forEach(({ title, body }, index) => {
      expect(textAt(laidOut, `attachments.${index}`)).toContain(squeeze(title));
      expectBlocks(laidOut, body, `attachments.${index}.body`);
    });
    document.enclosures.forEach(({ body }, index) => {
      expectBlocks(laidOut, body, `enclosures.${index}.body`);
    });
    const all = squeeze(
      laidOut.pages
        .flatMap((page) => page.items)
        .map((item) => (item.kind === 'text' ? item.text : ''))
        .join(''),
    );
    const names = [...document.issuers, ...document.addressees, ...document.copyTo.flat()];
    for (const text of [...names, ...document.signatories.map((signatory) => signatory.name)]) {
      expect(all).toContain(text);
    }
  });

  it.each(NAMES)('%s: the PDF says what was laid out, in real hanzi', async (name) => {
    const laidOut = layoutOf(name);
    const pdf = await measurePdf(join(sandbox.folder, 'one', `${name}.pdf`));
    expect(pdf.pages).toHaveLength(laidOut.pages.length);
    laidOut.pages.forEach((page, index) => {
      const texts = page.items.map((item) => (item.kind === 'text' ? item.text : ''));
      expect(squeeze(pdf.pages[index]?.text ?? '')).toBe(squeeze(texts.join('')));
    });
    // Kangxi and CJK radicals: what a careless ToUnicode turns hanzi into.
    expect(pdf.text).not.toMatch(/[\u2E80-\u2FDF\uFFFD]/u);
    for (const font of pdf.fonts) expect(font).toMatchObject({ embedded: true, subset: true });
    expect(pdf.lang).toBe('zh-CN');
  });

  it.each(NAMES)('%s: the DOCX holds the paragraphs', (name) => {
    const parts = unzipSync(readFileSync(join(sandbox.folder, 'one', `${name}.docx`)));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const text = squeeze(
      Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), (match) => match[1]).join(''),
    );
    for (const block of documentOf(name).body) {
      if ('text' in block) expect(text).toContain(squeeze(block.text));
    }
  });
});
