import type { Prints } from '../print.ts';
import { Readings, takeAll } from '../reading.ts';
import type { Measure, Reading } from '../reading.ts';
import { BODY_MEASURES } from './body.ts';
import { CHECK_MEASURES } from './checks.ts';
import { ATTACHMENT_MEASURES, CLOSING_MEASURES } from './closing.ts';
import { FORMAT_MEASURES } from './formats.ts';
import { HEADER_MEASURES } from './header.ts';
import { IMPRINT_MEASURES, NUMBER_MEASURES, TABLE_MEASURES } from './imprint.ts';
import { PAPER_MEASURES } from './paper.ts';

const MEASURES: readonly Measure<Prints>[] = [
  ...PAPER_MEASURES,
  ...HEADER_MEASURES,
  ...BODY_MEASURES,
  ...CLOSING_MEASURES,
  ...ATTACHMENT_MEASURES,
  ...IMPRINT_MEASURES,
  ...NUMBER_MEASURES,
  ...TABLE_MEASURES,
  ...FORMAT_MEASURES,
];

/** Every rule that shows on paper, measured on all specimens of one way of printing. */
export async function measurePrints(prints: Prints): Promise<readonly Reading[]> {
  const readings = new Readings(prints.kind);
  await takeAll(MEASURES, prints, readings);
  return readings.list;
}

/** Every rule about what is written, asked of the 校核. */
export async function measureChecks(): Promise<readonly Reading[]> {
  const readings = new Readings('check');
  await takeAll(CHECK_MEASURES, undefined, readings);
  return readings.list;
}
