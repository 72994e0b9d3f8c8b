import { describe, expect, test } from 'vitest';
import { layout } from '../../electron/docgen/layout/layout.ts';
import { laidOutTexts, modelTexts, outsideArea, overlaps } from './page-checks.ts';
import { RandomDocuments } from './random-document.ts';
import { fonts } from './support.ts';

const CASES = 200;

describe('random documents', () => {
  const documents = Array.from({ length: CASES }, (_, seed) =>
    new RandomDocuments(seed + 1).document(['document', 'document', 'letter', 'order', 'minutes']),
  );
  const laid = documents.map((document) => layout(document, fonts));

  test('L-04: no text leaves the type area', () => {
    const found = laid.flatMap((laidOut, seed) =>
      laidOut.pages.flatMap((page) => outsideArea(page).map((each) => `${seed + 1} p${page.index}: ${each}`)),
    );
    expect(found).toEqual([]);
  });

  test('no two texts overlap', () => {
    const found = laid.flatMap((laidOut, seed) =>
      laidOut.pages.flatMap((page) => overlaps(page).map((each) => `${seed + 1} p${page.index}: ${each}`)),
    );
    expect(found).toEqual([]);
  });

  test('text in = text out: every character once and in order', () => {
    const found: string[] = [];
    laid.forEach((laidOut, seed) => {
      const out = laidOutTexts(laidOut);
      for (const [path, text] of modelTexts(must(documents[seed]))) {
        const expected =
          path.startsWith('title') || path.endsWith('.title') ? text.replaceAll('\n', '') : text;
        if ((out.get(path) ?? '') !== expected)
          found.push(`${seed + 1} ${path}: ${expected} / ${out.get(path)}`);
      }
    });
    expect(found).toEqual([]);
  });

  test('P: every page knows its place and no page is empty but the one before the imprint', () => {
    laid.forEach((laidOut, seed) => {
      laidOut.pages.forEach((page, index) => {
        expect(page.index, `seed ${seed + 1}`).toBe(index + 1);
        if (page.items.length === 0) expect(page.pageNumber).toBeUndefined();
      });
    });
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}
