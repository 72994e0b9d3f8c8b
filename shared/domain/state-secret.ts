/**
 * 保守国家秘密法 第三十一条（三）: a device not meant for state secrets must neither store nor process them. One wording
 * and one pattern for all books of the office.
 */

export const STATE_SECRETS = ['秘密', '机密', '绝密'] as const;

/** 密级标志 in running text: 机密★10年, also with the usual stand-ins for the star; 工作秘密 is none (第六十四条). */
const MARK = /(?<!工作)(?:绝密|机密|秘密)\s*[★☆*＊]/u;

/** True when a text carries a mark of 秘密 or above. */
export function showsStateSecret(text: string): boolean {
  return MARK.test(text);
}

/** The same for a title, in which a level may also stand alone or in brackets: 【机密】关于…, 机密 关于…. */
export function titleShowsStateSecret(title: string): boolean {
  return showsStateSecret(title) || findSecretMark(title, [title]) !== undefined;
}

/** What to do instead; `what` names what was refused, e.g. 这次修改. */
export function stateSecretAdvice(what: string): string {
  return (
    `本机为非涉密设备，不得存储、处理国家秘密（保守国家秘密法第三十一条），${what}没有存入。` +
    '请立即停止录入，转到涉密专用计算机办理，并报告本单位保密工作机构处理已录入的内容。'
  );
}

/** Where a rule looks: in a file's name, or in the lines of its first pages. */
interface MarkRule {
  readonly name: string;
  readonly where: 'name' | 'line' | 'heading';
  readonly pattern: RegExp;
}

const LEVEL = '(?:绝密|机密|秘密)';
/** Level with or without blanks between its two characters. */
const SPACED_LEVEL = String.raw`(?:绝\s*密|机\s*密|秘\s*密)`;
/** No part of a longer word: 国家秘密, 工作秘密, 商业秘密, 保守秘密 are no marks, nor is 秘密级 in a sentence. */
const NO_WORD_BEFORE = '(?<![\\p{Script=Han}])';
const STAR = '[★☆⭐✩✪✭✮✯]';
const TERM = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:年|个月)|长期`;
/** What is left of a star after recognition, or after a keyboard without one. */
const STAND_IN = String.raw`[★☆⭐*＊xX×+大女k-]`;

/**
 * 密级标志 of GB/T 9704-2012 7.2.2 and 国家秘密标志 (保守国家秘密法实施条例 第十五条: 密级★保密期限), and how they come in
 * file names. `heading` looks at the first lines of the first page, where a level may stand alone.
 */
export const MARK_RULES: readonly MarkRule[] = [
  {
    name: '密级后有星号',
    where: 'line',
    pattern: new RegExp(`(?<!工作|商业)${SPACED_LEVEL}\\s*${STAR}`, 'u'),
  },
  {
    name: '密级和保密期限',
    where: 'line',
    pattern: new RegExp(`^[^\\p{L}\\p{N}]{0,2}${SPACED_LEVEL}\\s*${STAND_IN}?\\s*(?:${TERM})\\s*$`, 'u'),
  },
  { name: '星号和保密期限', where: 'heading', pattern: new RegExp(`^${STAR}\\s*(?:${TERM})$`, 'u') },
  {
    name: '单独一行的密级',
    where: 'heading',
    pattern: new RegExp(`^[【\\[（(]?\\s*${SPACED_LEVEL}\\s*[】\\]）)]?$`, 'u'),
  },
  {
    name: '密级栏',
    where: 'line',
    pattern: new RegExp(
      `密\\s*级\\s*[:：]\\s*[☑■√✓]?\\s*${SPACED_LEVEL}(?:级)?(?=\\s*(?:$|${STAND_IN}|保密期限))`,
      'u',
    ),
  },
  { name: '勾选的密级', where: 'line', pattern: new RegExp(`[☑☒■√✓]\\s*${SPACED_LEVEL}`, 'u') },
  {
    name: '文件名中的密级和星号',
    where: 'name',
    pattern: new RegExp(`(?<!工作|商业)${LEVEL}\\s*${STAR}`, 'u'),
  },
  {
    name: '文件名中括住的密级',
    where: 'name',
    pattern: new RegExp(`[【\\[（(〔《]\\s*${LEVEL}(?:级|件|文件)?\\s*[】\\]）)〕》]`, 'u'),
  },
  {
    name: '文件名开头的密级',
    where: 'name',
    pattern: new RegExp(`^${LEVEL}(?:级|件|文件)?(?:[\\s_.、·—-]|$)`, 'u'),
  },
  {
    name: '文件名末尾的密级',
    where: 'name',
    pattern: new RegExp(`[\\s_.、·—-]${LEVEL}(?:级|件)?$`, 'u'),
  },
  {
    name: '文件名中的保密期限',
    where: 'name',
    pattern: new RegExp(
      `(?<!商密|工作秘密|${STAR})${STAR}\\s*(?:${TERM})|${NO_WORD_BEFORE}${LEVEL}\\s*(?:${TERM})`,
      'u',
    ),
  },
];

/** Lines of the first page in which a level may stand alone: 版头 has no more. */
const HEADING_LINES = 15;
/** Pages that are looked at. */
export const MARKED_PAGES = 3;

export interface FoundMark {
  /** Name of the rule, for the person; never what stood there. */
  readonly rule: string;
  /** 1-based; undefined when it is the file's name. */
  readonly page?: number;
}

/**
 * The first mark of a state secret in a file's name or on its first pages; undefined when there is none. A mark quoted
 * inside a sentence (a training text explains how “机密★10年” is written) is none.
 */
export function findSecretMark(fileName: string, pages: readonly string[]): FoundMark | undefined {
  const bare = fileName.normalize('NFC').replace(/\.[a-z0-9]{1,5}$/iu, '');
  const named = MARK_RULES.find(({ where, pattern }) => where === 'name' && pattern.test(bare));
  if (named !== undefined) return { rule: named.name };
  for (const [index, page] of pages.slice(0, MARKED_PAGES).entries()) {
    const lines = page
      .split(/[\n\r\t\f]/u)
      .map((line) => withoutQuoted(line.normalize('NFC').trim()))
      .filter((line) => line !== '');
    for (const [row, line] of lines.entries()) {
      const isHeading = index === 0 && row < HEADING_LINES;
      const rule = MARK_RULES.find(
        ({ where, pattern }) =>
          (where === 'line' || (where === 'heading' && isHeading)) && pattern.test(line),
      );
      if (rule !== undefined) return { rule: rule.name, page: index + 1 };
    }
  }
  return undefined;
}

/** Quoted words of a sentence are spoken about; a line that is nothing but a quotation is not a sentence. */
function withoutQuoted(line: string): string {
  const rest = line.replaceAll(/[“"「『][^“”"「」『』]{1,20}[”"」』]/gu, '');
  return rest.length >= 6 ? rest : line;
}

/** 工作秘密 by its mark (保守国家秘密法 第六十四条: managed by rules of its own, allowed here). */
export function showsWorkSecret(fileName: string, pages: readonly string[]): boolean {
  const marked = /^[【[（(]?\s*工作秘密\s*[】\]）)]?\s*(?:[★☆*＊]?\s*(?:\d{1,2}\s*(?:年|个月)|长期))?$/u;
  if (/[【[（(]工作秘密[】\]）)]|^工作秘密[\s_.、·—-]/u.test(fileName)) return true;
  return (pages[0] ?? '')
    .split(/[\n\r\t\f]/u)
    .slice(0, 2 * HEADING_LINES)
    .some((line) => marked.test(line.trim()));
}
