import type { Path } from './input-labels.ts';
import { describeIssue, joinPath, nameOfType, type InputFault } from './input-messages.ts';
import { type Gongwen, gongwenDraftSchema } from './model.ts';
import { recognizeBlocks } from './recognize.ts';
import { findStructureFaults } from './structure.ts';
import { findBadCharacter } from './text-checks.ts';

/**
 * The JSON of `gongwen-input` -> the document model: bodies become blocks, 抄送 becomes groups, every
 * default is filled in, texts are NFC. Strict: whatever the pages could not show is a fault.
 */

export type { InputFault } from './input-messages.ts';

export type ParsedInput =
  | { readonly ok: true; readonly document: Gongwen }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** More faults than this are not listed; the first ones have to be mended anyway. */
const MOST_FAULTS = 100;

/** No input the schema knows is nested deeper. */
const DEEPEST = 10;

const MULTILINE =
  /^(?:title|body|enclosures\.\d+\.title|(?:attachments|enclosures)\.\d+\.body)$|\.(?:rows|header)\.\d+\.\d+$/u;

function findBadTexts(value: unknown, path: Path, faults: InputFault[]): void {
  if (path.length > DEEPEST) {
    faults.push({ path: joinPath(path.slice(0, 2)), message: '嵌套过深，不是公文的写法' });
    return;
  }
  if (typeof value === 'string') {
    const at = joinPath(path);
    const message = findBadCharacter(value, MULTILINE.test(at));
    if (message !== undefined) faults.push({ path: at, message });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => findBadTexts(item, [...path, index], faults));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) findBadTexts(item, [...path, key], faults);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body given as plain text becomes blocks; anything else is left for the schema to judge. */
function withBlocks(value: unknown, path: string, faults: InputFault[]): unknown {
  if (typeof value === 'string') return recognizeBlocks(value);
  if (value !== undefined && !Array.isArray(value)) {
    faults.push({ path, message: `应为文字或段落列表 [ ]，现为${nameOfType(value)}` });
    return [];
  }
  return value;
}

function withBodies(value: unknown, key: string, faults: InputFault[]): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown, index) => {
    if (!isRecord(item) || !Object.hasOwn(item, 'body')) return item;
    // Not Object.assign: an own `__proto__` of the input must reach the schema as the unknown key it is.
    const copy: Record<string, unknown> = { ...item };
    copy['body'] = withBlocks(item['body'], `${key}.${index}.body`, faults);
    return copy;
  });
}

/** `["甲","乙"]` is one line of 抄送; `[["甲"],["乙"]]` is a line per group; not both at once. */
function withGroups(value: unknown, faults: InputFault[]): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const lists = value.filter((item) => Array.isArray(item)).length;
  if (lists === value.length) return value;
  if (lists > 0) {
    faults.push({
      path: 'copyTo',
      message: '不能有的是机关名称、有的是列表；要么都写名称，要么每行一个列表',
    });
    return [];
  }
  return [value];
}

/** Paths of a single-line `copyTo` name its elements as the author wrote them. */
function authorsPath(path: string, wrapped: boolean): string {
  return wrapped ? path.replace(/^copyTo\.0\./u, 'copyTo.') : path;
}

/**
 * Reads a value (parsed JSON) as a document.
 * @returns the normalised document, or every fault found with its model path and a Chinese message.
 */
export function parseGongwenInput(value: unknown): ParsedInput {
  if (!isRecord(value)) {
    return { ok: false, faults: [{ path: '', message: `应为一个对象 { }，现为${nameOfType(value)}` }] };
  }
  const faults: InputFault[] = [];
  findBadTexts(value, [], faults);
  if (faults.some(({ message }) => message.startsWith('嵌套过深')))
    return { ok: false, faults: faults.slice(0, 1) };
  const input: Record<string, unknown> = { ...value };
  if ('body' in value) input['body'] = withBlocks(value['body'], 'body', faults);
  if ('copyTo' in value) input['copyTo'] = withGroups(value['copyTo'], faults);
  for (const key of ['attachments', 'enclosures']) {
    if (key in value) input[key] = withBodies(value[key], key, faults);
  }
  const parsed = gongwenDraftSchema.safeParse(input);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.flatMap((issue) => describeIssue(issue, issue.path as Path, input)));
  }
  if (value['title'] === undefined && value['format'] !== 'order') {
    faults.push({ path: 'title', message: '缺少必填项（标题）' });
  }
  if (parsed.success && faults.length === 0) {
    faults.push(...findStructureFaults(parsed.data).map(({ path, message }) => ({ path, message })));
  }
  if (parsed.success && faults.length === 0) return { ok: true, document: parsed.data };
  const wrapped = input['copyTo'] !== value['copyTo'];
  const listed = faults.slice(0, MOST_FAULTS).map(({ path, message }) => ({
    path: authorsPath(path, wrapped),
    message,
  }));
  if (faults.length > MOST_FAULTS) {
    listed.push({ path: '', message: `另有${faults.length - MOST_FAULTS}处问题没有列出` });
  }
  return { ok: false, faults: listed };
}
