/** `node scripts/tasks/holidays.ts`: writes shared/domain/holidays-data.ts from the npm package chinese-days. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { format } from 'prettier';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TARGET = path.join(ROOT, 'shared/domain/holidays-data.ts');

interface Source {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('chinese-days/package.json'), 'utf8')) as {
  readonly version: string;
};
const source = JSON.parse(
  readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as Source;

/** `01-01 元旦,01-02 元旦` for a year; the package writes `New Year's Day,元旦,1` for each day. */
function daysOf(days: Readonly<Record<string, string>>, year: string): string {
  return Object.entries(days)
    .filter(([on]) => on.startsWith(year))
    .map(([on, text]) => `${on.slice(5)} ${text.split(',')[1] ?? ''}`)
    .toSorted()
    .join(',');
}

const years = [...new Set(Object.keys(source.holidays).map((on) => on.slice(0, 4)))].toSorted();
const table = Object.fromEntries(
  years.map((year) => [
    year,
    { holidays: daysOf(source.holidays, year), workdays: daysOf(source.workdays, year) },
  ]),
);
const text = `/**
 * Days off and working days made up for them by year, as published each year by the General Office of the State
 * Council (国务院办公厅关于部分节假日安排的通知); each day is its month-day and name, joined by commas. Written by
 * scripts/tasks/holidays.ts from chinese-days ${version} (MIT); not edited by hand.
 */
export const HOLIDAYS: Readonly<
  Record<number, { readonly holidays: string; readonly workdays: string }>
> = ${JSON.stringify(table)};
`;
writeFileSync(TARGET, await format(text, { parser: 'typescript', printWidth: 110, singleQuote: true }));
