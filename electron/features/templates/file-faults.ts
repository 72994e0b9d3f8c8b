import type { z } from 'zod';
import { templateFileSchema } from '../../../shared/features/templates.ts';
import type { TemplateFile } from '../../../shared/features/templates.ts';
import { FORMAT_LABELS, SEALING_LABELS, TEMPLATE_LABELS } from '../../../shared/gongwen/template.ts';
import { OFFICIAL_REDS } from '../../../shared/gongwen/red.ts';

export interface FileFault {
  readonly path: string;
  readonly message: string;
}

const LABELS: Readonly<Record<string, string>> = {
  kind: '文件类型',
  version: '版本',
  name: '模板名称',
  content: '模板内容',
  ...TEMPLATE_LABELS,
};

const choices = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, label]) => `“${key}”（${label}）`)
    .join('、');

const CHOICES: Readonly<Record<string, string>> = {
  format: choices(FORMAT_LABELS),
  sealing: choices(SEALING_LABELS),
  color: OFFICIAL_REDS.map((red) => `“${red}”`).join('、'),
};

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加英文引号）',
  number: '数字（不加引号）',
  array: '列表 [ ]',
  object: '对象 { }',
};

/** The label of the nearest named key of a path: the index of a list entry has none. */
function labelOf(path: readonly PropertyKey[]): string {
  const key = path.findLast((part) => typeof part === 'string');
  const label = typeof key === 'string' ? (LABELS[key] ?? key) : '模板文件';
  const last = path.at(-1);
  return typeof last === 'number' ? `第${last + 1}个${label}` : label;
}

function describe(issue: z.core.$ZodIssue): FileFault[] {
  const path = issue.path.map(String).join('.');
  const label = labelOf(issue.path);
  const last = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path.map(String), key].join('.'),
        message: '模板文件里没有这个键，请删去',
      }));
    case 'invalid_type':
      if (issue.input === undefined) return [{ path, message: `缺少${label}` }];
      return [{ path, message: `${label}应为${TYPES[issue.expected] ?? issue.expected}` }];
    case 'invalid_value':
      if (issue.input === undefined) return [{ path, message: `缺少${label}` }];
      if (last === 'version')
        return [{ path, message: '这个模板文件由更新版本的公文台导出，请升级后再导入' }];
      return [{ path, message: `${label}应为${CHOICES[last] ?? issue.values.join('、')}` }];
    case 'custom':
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    default:
      // Limits and checks of names carry their own Chinese message.
      return [{ path, message: issue.message }];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (message: string) => ({ ok: false as const, faults: [{ path: '', message }] });

/** Reads the text of a template file; every fault with its path and a Chinese message. */
export function parseTemplateFile(
  text: string,
): { ok: true; file: TemplateFile } | { ok: false; faults: FileFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('不是有效的 JSON 文件，没有导入。请检查文件内容。');
    throw error;
  }
  if (!isRecord(value) || value['kind'] !== 'gongwentai-template') {
    const isDocument = isRecord(value) && 'genre' in value && 'body' in value;
    return refuse(
      isDocument
        ? '这是一件公文，不是红头模板，没有导入。公文请在“发文”里导入。'
        : '这不是公文台导出的红头模板文件，没有导入。',
    );
  }
  const parsed = templateFileSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, file: parsed.data };
  return { ok: false, faults: parsed.error.issues.flatMap(describe) };
}
