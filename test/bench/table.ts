import type { AreaResult } from './measurement.ts';

/** Prints an area: figure, bar and ratio, and how many times longer the reference takes. */
export function printTable({ area, machine, measurements }: AreaResult): void {
  const head = ['项目', '数值', '上限', '数值/上限', '对照', '对照/数值', '说明'];
  const rows = measurements.map(({ name, value, unit, bar, ratio, ok, reference, note }) => [
    name,
    `${figure(value)} ${unit}`,
    bar === undefined ? '' : `${figure(bar)} ${unit}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)}${ok ? '' : ' 超出'}`,
    reference === undefined ? '' : `${figure(reference)} ${unit}`,
    reference === undefined ? '' : `${(reference / value).toFixed(1)} 倍`,
    note ?? '',
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => displayWidth(cells[column] ?? ''))),
  );
  console.log(`\n${area}（${machine}）`);
  for (const cells of [head, ...rows]) {
    console.log(
      cells
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

function figure(value: number): string {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}

/** Chinese characters take two columns of a terminal. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u2E80-\uFFEF×]/u.test(char) ? 2 : 1), 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - displayWidth(text));
}
