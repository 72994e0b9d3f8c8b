import type { Reading, Source } from './reading.ts';
import { RULES } from './rules/all.ts';
import { worstOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The table of conformance as Markdown, in Chinese. */

const round = (value: number): string => String(Math.round(value * 100) / 100);

function wanted({ least, most, unit }: Reading): string {
  if (least === most) return `应为${round(least)}${unit}`;
  const middle = (least + most) / 2;
  const spread = (most - least) / 2;
  return spread <= 1.01 && unit === 'mm'
    ? `应为${round(middle)}±${round(spread)}`
    : `应在${round(least)}～${round(most)}`;
}

function cell(reading: Reading): string {
  const { what, measured, least, most, unit, ok, failure } = reading;
  const mark = ok ? '' : '**✗** ';
  if (failure !== undefined) return `${mark}${failure}`;
  if (least === 1 && most === 1 && unit === '') return `${mark}${what}：${measured === 1 ? '是' : '否'}`;
  return `${mark}${what} ${round(measured)}${unit}（${wanted(reading)}）`;
}

/** Quantities taken once per specimen differ in a bracket only; the table shows the worst of them. */
const plain = (reading: Reading): Reading => ({
  ...reading,
  what: reading.what.replace(/（[a-zA-Z]+）$/u, ''),
});

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const column = (verdict: Verdict, sources: readonly Source[]): string =>
  sources
    .flatMap((source) => worstOf(verdict.readings.map(plain), source))
    .map((reading) => escaped(cell(reading)))
    .join('<br>');

function verdictText({ rule, readings, ok }: Verdict): string {
  if (rule.untestable !== undefined) return '软件不可测';
  if (rule.chosen !== undefined) return '另有取舍';
  if (readings.length === 0) return '✗ 未量测';
  return ok ? '✓' : '✗';
}

function row(verdict: Verdict): string {
  const { rule } = verdict;
  const reason = rule.untestable ?? rule.chosen;
  const cells = [
    rule.id,
    rule.clause || '—',
    rule.strength,
    escaped(rule.asserts),
    reason === undefined ? column(verdict, ['pdf', 'check']) || '—' : escaped(reason),
    column(verdict, ['docx']) || '—',
    verdictText(verdict),
    rule.peer ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

export interface Summary {
  readonly rules: number;
  readonly measured: number;
  readonly untestable: number;
  readonly chosen: number;
  readonly readings: number;
  readonly failing: readonly string[];
  readonly failingMust: readonly string[];
}

export function summarize(verdicts: readonly Verdict[]): Summary {
  const failing = verdicts.filter(({ ok }) => !ok).map(({ rule }) => rule);
  return {
    rules: verdicts.length,
    measured: verdicts.filter(({ readings }) => readings.length > 0).length,
    untestable: RULES.filter(({ untestable }) => untestable !== undefined).length,
    chosen: RULES.filter(({ chosen }) => chosen !== undefined).length,
    readings: verdicts.reduce((sum, { readings }) => sum + readings.length, 0),
    failing: failing.map(({ id }) => id),
    failingMust: failing.filter(({ strength }) => strength === '定').map(({ id }) => id),
  };
}

const list = (ids: readonly string[]): string => (ids.length === 0 ? '无' : ids.join('、'));

/** The whole file `out/conformance.md`. */
export function writeReport(verdicts: readonly Verdict[]): string {
  const summary = summarize(verdicts);
  const missing = RULES.filter(({ peer }) => peer !== undefined);
  return [
    '# GB/T 9704—2012 符合性表',
    '',
    '每条规则在样张上实测：PDF由本程序直接产生，用pdf.js读坐标、用栅格量着墨；DOCX由LibreOffice打开后同样量测。',
    '长度偏差PDF不超过0.1毫米、DOCX不超过1毫米为合格（条文自带容差的按条文）；同一量取最差的一个样张。',
    'LibreOffice 7.4不认文件里关闭中西文自动间距的设置，凡量行末的已扣除它自加的1/5字。',
    '',
    '强度：定＝必须，般＝“一般”，荐＝“推荐”，可＝“可以”，推＝由标准数值算出，实＝实务惯例（后两种不是国标条文）。',
    '',
    `共${summary.rules}条：量测${summary.measured}条（${summary.readings}个读数），软件不可测${summary.untestable}条，另有取舍${summary.chosen}条。`,
    '',
    `- 不合格的“定”类规则：${list(summary.failingMust)}`,
    `- 不合格的其他规则：${list(summary.failing.filter((id) => !summary.failingMust.includes(id)))}`,
    '',
    '| 规则 | 条款 | 强度 | 断言 | PDF实测（校核） | DOCX实测（LibreOffice） | 结论 | 同类最好的程序缺什么 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...verdicts.map(row),
    '',
    '## 与同一技术栈里最好的程序相比',
    '',
    `“同类最好的程序”指hehecat/gongwen（React、TypeScript、docx库，提交b3740ab），据其源码读得，没有运行。${missing.length}条规则它没有做到或没有做；它做得好的是29.6磅字面贴边的28×22网格、贴底的版记和奇偶页码。它只产生DOCX，不产生PDF，也没有按位置量测产物的测试。`,
    '',
  ].join('\n');
}
