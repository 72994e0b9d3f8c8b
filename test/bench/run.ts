/** `npm run bench [-- AREA...]`: measures, prints a table, writes out/bench.json, exits 1 when a bar is missed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { AREAS } from './areas.ts';
import type { AreaResult, Measurement } from './measurement.ts';
import { printTable } from './table.ts';

const OUT = join(import.meta.dirname, '..', '..', 'out');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in AREAS));
if (unknown.length > 0) {
  console.error(`没有这个测量项：${unknown.join('、')}。可用：${Object.keys(AREAS).join('、')}`);
  process.exit(2);
}

const results: AreaResult[] = [];
for (const [area, measure] of Object.entries(AREAS)) {
  if (asked.length > 0 && !asked.includes(area)) continue;
  const measurements = (await measure()).map((measurement) => judge(measurement));
  const result = { area, at: new Date().toISOString(), machine: machine(), measurements };
  results.push(result);
  printTable(result);
}
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);

const missed = results.flatMap(({ measurements }) => measurements).filter(({ ok }) => !ok);
console.log(missed.length === 0 ? '全部达标' : `未达标：${missed.map(({ name }) => name).join('；')}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function judge(measurement: Measurement): AreaResult['measurements'][number] {
  const { value, bar } = measurement;
  if (bar === undefined) return { ...measurement, ok: true };
  return { ...measurement, ratio: value / bar, ok: value <= bar };
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}，${memory} GB，Node ${process.versions.node}`;
}
