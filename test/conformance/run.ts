import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureChecks, measurePrints } from './measures/all.ts';
import { hasLibreOffice } from '../docx/libre-office.ts';
import { hasRaster, printSpecimens } from './print.ts';
import type { Reading } from './reading.ts';
import { summarize, writeReport } from './report.ts';
import { judge } from './verdict.ts';

/** `npm run conformance`: measures every rule on both prints, writes `out/conformance.md`, exits 1 on a failing 定. */

if (!hasRaster() || !hasLibreOffice) throw new Error('conformance needs poppler-utils and LibreOffice');

const readings: Reading[] = [...(await measureChecks())];
for (const kind of ['pdf', 'docx'] as const) {
  console.log(kind === 'pdf' ? 'measuring the PDF …' : 'measuring the .docx in LibreOffice …');
  readings.push(...(await measurePrints(await printSpecimens(kind))));
}
const verdicts = judge(readings);
const folder = join(import.meta.dirname, '..', '..', 'out');
mkdirSync(folder, { recursive: true });
const file = join(folder, 'conformance.md');
writeFileSync(file, writeReport(verdicts));

const summary = summarize(verdicts);
for (const { rule, ok, readings: own } of verdicts) {
  if (!ok) {
    const sources = [...new Set(own.filter((each) => !each.ok).map((each) => each.source))];
    console.log(
      `✗ ${rule.id} ${rule.strength} ${rule.clause} ${rule.asserts} [${sources.join(', ') || 'unmeasured'}]`,
    );
  }
}
console.log(
  `${summary.rules} rules: ${summary.measured} measured by ${summary.readings} readings, ` +
    `${summary.untestable} not testable by software, ${summary.chosen} read otherwise; ` +
    `${summary.failing.length} failing, of these ${summary.failingMust.length} 定. ${file}`,
);
if (summary.failingMust.length > 0) process.exitCode = 1;
