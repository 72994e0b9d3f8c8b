import type { z } from 'zod';
import { keysAt, labelAt, nearestKey, type Path } from './input-labels.ts';
import { GENRES, MARK_HEIGHT, MARK_WIDTH } from './model.ts';
import { OFFICIAL_REDS, RED_NAMES } from './red.ts';

/** Chinese messages for what zod finds wrong in the shape of an input. */

export interface InputFault {
  /** Model path, e.g. `attachments.0.title`; empty for the input as a whole. */
  readonly path: string;
  readonly message: string;
}

export const joinPath = (path: Path) => path.join('.');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of the input, or undefined. */
export function valueAt(input: unknown, path: Path): unknown {
  let value: unknown = input;
  for (const part of path) {
    if (Array.isArray(value) && typeof part === 'number') value = value[part];
    else if (isRecord(value) && typeof part === 'string' && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}

/** `type` of the body block a path lies in. */
function blockTypeAt(input: unknown, path: Path): string | undefined {
  for (let end = path.length; end >= 2; end -= 1) {
    if (typeof path[end - 1] === 'number' && path[end - 2] === 'body') {
      const type = valueAt(input, [...path.slice(0, end), 'type']);
      return typeof type === 'string' ? type : undefined;
    }
  }
  return undefined;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字（加英文引号）',
  number: '数字（不加引号）',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  object: '对象 { }',
};

/** What kind of value was given, in Chinese. */
export function nameOfType(value: unknown): string {
  if (value === null) return '空值 null';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'string') return '文字';
  if (typeof value === 'number') return Number.isFinite(value) ? '数字' : '过大的数字';
  if (typeof value === 'boolean') return String(value);
  return '对象';
}

/** The value as it can stand in a message: short, on one line, texts in quotes. */
export function quote(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/gu, ' ');
  const short = Array.from(text).length > 30 ? `${Array.from(text).slice(0, 30).join('')}…` : text;
  return typeof value === 'string' ? `“${short}”` : short;
}

const CHOICES: Readonly<Record<string, string>> = {
  format: '“document”（通用格式）、“letter”（信函）、“order”（命令）或“minutes”（纪要）',
  genre: `十五个文种之一：${GENRES.join('、')}`,
  secrecy: '“绝密”“机密”或“秘密”',
  urgency: '“特急”或“加急”',
  sealing: '“seal”（加盖印章）、“none”（不加盖印章）或“stamp”（签名章）',
  level: '1、2、3 或 4',
  type: '“paragraph”“heading”“table”“image”或“pageBreak”',
  addresseesInImprint: '“auto”、true 或 false',
  color: OFFICIAL_REDS.map((red) => `“${red}”（${RED_NAMES[red]}）`).join('、'),
};

function dateMessage(value: unknown): string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value) : null;
  if (match === null) return `日期应写作“2026-03-05”的样子，现为${quote(value)}`;
  return `没有${match[1]}年${Number(match[2])}月${Number(match[3])}日这一天`;
}

function typeMessage(expected: string, value: unknown, label: string): string {
  if (value === undefined) return `缺少必填项（${label}）`;
  return `应为${TYPE_NAMES[expected] ?? expected}，现为${nameOfType(value)}`;
}

function numberMessage(path: Path, value: unknown, issue: { origin?: string; maximum?: unknown }): string {
  const last = path.at(-1);
  if (last === 'year') return `年份应为4位数字，从1949年起，现为${quote(value)}`;
  if (last === 'serial' || last === 'orderNo' || last === 'issueNo') {
    return `应为不小于1的整数，现为${quote(value)}`;
  }
  const range = last === 'charHeight' ? MARK_HEIGHT : last === 'charWidth' ? MARK_WIDTH : undefined;
  if (range !== undefined) return `应在${range.min}到${range.max}毫米之间，现为${quote(value)}`;
  if (issue.maximum === undefined) return `应大于0，现为${quote(value)}`;
  return `数值过大，现为${quote(value)}`;
}

/** Which of the three forms of 发文字号 an input means, by the keys it has. */
function numberForm(value: unknown): 'issuerCode' | 'orderNo' | 'issueNo' {
  if (isRecord(value) && Object.hasOwn(value, 'orderNo')) return 'orderNo';
  if (isRecord(value) && Object.hasOwn(value, 'issueNo')) return 'issueNo';
  return 'issuerCode';
}

function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path, input: unknown): InputFault[] {
  const value = valueAt(input, path);
  const last = path.at(-1);
  if (last === 'documentNumber') {
    if (!isRecord(value))
      return [{ path: joinPath(path), message: typeMessage('object', value, '发文字号') }];
    const branch = ['issuerCode', 'orderNo', 'issueNo'].indexOf(numberForm(value));
    const issues = issue.errors[branch] ?? [];
    return issues.flatMap((inner) => describeIssue(inner, [...path, ...(inner.path as Path)], input));
  }
  const label = labelAt(path, blockTypeAt(input, path));
  if (value === undefined) return [{ path: joinPath(path), message: `缺少必填项（${label}）` }];
  const choices = typeof last === 'string' ? CHOICES[last] : undefined;
  return [{ path: joinPath(path), message: `应为${choices ?? '另一种写法'}，现为${quote(value)}` }];
}

/** The faults one zod issue stands for. `path` is absolute. */
export function describeIssue(issue: z.core.$ZodIssue, path: Path, input: unknown): InputFault[] {
  const value = valueAt(input, path);
  const blockType = blockTypeAt(input, path);
  const label = labelAt(path, blockType);
  const fault = (message: string): InputFault[] => [{ path: joinPath(path), message }];
  const { code } = issue;
  switch (code) {
    case 'invalid_type':
      return fault(typeMessage(issue.expected, value, label));
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(path, blockType);
        const near = nearestKey(key, known);
        const hint = near === undefined ? '请删去' : `是否为“${near}”（${known[near] ?? ''}）？`;
        return { path: joinPath([...path, key]), message: `没有这个键，${hint}` };
      });
    case 'invalid_value': {
      if (value === undefined) return fault(`缺少必填项（${label}）`);
      const last = path.at(-1);
      const choices = typeof last === 'string' ? CHOICES[last] : undefined;
      return fault(`应为${choices ?? issue.values.join('、')}，现为${quote(value)}`);
    }
    case 'invalid_union':
      return unionFaults(issue, path, input);
    case 'invalid_format':
      return fault(dateMessage(value));
    case 'too_small':
    case 'too_big':
      return fault(numberMessage(path, value, issue));
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
    default:
      return fault(`${label}的写法不对，现为${quote(value)}`);
  }
}
