import { beforeAll, describe, expect, test } from 'vitest';
import { expectConformance } from '../conformance/expectations.ts';
import { measurePrints } from '../conformance/measures/all.ts';
import { hasRaster, printSpecimens } from '../conformance/print.ts';
import type { Reading } from '../conformance/reading.ts';
import { hasLibreOffice } from './libre-office.ts';

let readings: readonly Reading[] = [];

describe.skipIf(!hasRaster() || !hasLibreOffice)('the .docx in LibreOffice by the table of rules', () => {
  beforeAll(async () => {
    readings = await measurePrints(await printSpecimens('docx'));
  }, 300_000);

  test('every reading keeps its rule within 1 mm', () => {
    expect(readings.length).toBeGreaterThan(1500);
    expectConformance(readings, 'docx');
  });
});
