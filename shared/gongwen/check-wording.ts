import { daysInMonth } from './chinese-date.ts';
import { numberIrregularities } from './document-number.ts';
import { textsOf } from './document-texts.ts';
import type { Gongwen } from './model.ts';
import { readNumbering } from './numbering.ts';

/** Checks of single texts (K-01..K-08 in quoted numbers and dates, K-54, K-61, K-78). */

export type Warn = (path: string, message: string, clause?: string) => void;

const STANDARD = 'GB/T 9704-2012';

/** 国办发[2026]5号: hanzi, brackets with a year, a serial with 号. Court numbers have text after the bracket. */
const QUOTED_NUMBER = /\p{Script=Han}{1,10}[〔[［【（(](?:\d{2}|\d{4})[〕\]］】）)]第?\d{1,5}号/gu;

function checkQuotedNumbers(text: string, path: string, warn: Warn): void {
  for (const [quoted] of text.matchAll(QUOTED_NUMBER)) {
    const faults = numberIrregularities(quoted);
    if (faults.length > 0)
      warn(path, `引用的发文字号“${quoted.slice(-16)}”：${faults.join('；')}`, `${STANDARD} 7.2.5`);
  }
}

function checkDates(text: string, path: string, warn: Warn): void {
  for (const [date, year, month, day] of text.matchAll(/(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/gu)) {
    const isReal =
      Number(month) >= 1 &&
      Number(month) <= 12 &&
      (day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))));
    if (!isReal) warn(path, `没有“${date}”这个日期`);
    else if (month?.startsWith('0') === true || day?.startsWith('0') === true) {
      warn(path, `日期“${date}”的月、日不编虚位`, `${STANDARD} 7.3.5.4`);
    }
  }
}

const HAN_OR_MARK = '[\\p{Script=Han}，。、；：？！（）《》“”〔〕]';
/** Half-width marks next to hanzi; between digits and inside addresses they belong (1,000 · 14:30 · a@b.cn). */
const HALF_WIDTH = new RegExp(
  `(?<=${HAN_OR_MARK})[,;:!?()](?!\\/\\/)|[,;:!?()](?=${HAN_OR_MARK})|(?<=\\p{Script=Han})\\.(?=\\p{Script=Han}|$)`,
  'gu',
);
const ADDRESSES = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+,;!()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '.': '。',
};

function checkMarks(text: string, path: string, warn: Warn): void {
  const plain = text.replaceAll(ADDRESSES, (address) => 'a'.repeat(address.length));
  const found = [...plain.matchAll(HALF_WIDTH)].map((match) => match[0]);
  const first = found[0];
  if (first === undefined) return;
  const more = found.length > 1 ? `等${found.length}处` : '';
  warn(
    path,
    `中文里夹有半角标点“${first}”${more}，应为全角“${FULL_WIDTH[first] ?? first}”`,
    'GB/T 15834-2011',
  );
}

const PLACEHOLDER =
  /×{2,}|(?<![A-Za-z0-9])[XＸ]{2,}(?![A-Za-z0-9])|[【[［][^】\]］]{0,12}(?:待|填|补|输入|此处)[^】\]］]{0,12}[】\]］]|_{3,}|＿{2,}|某某/u;

/** Reports what is irregular in the wording of the document, text by text. */
export function checkWording(document: Gongwen, warn: Warn): void {
  for (const { path, text, prose } of textsOf(document)) {
    const placeholder = PLACEHOLDER.exec(text);
    if (placeholder !== null) warn(path, `“${placeholder[0]}”像是还没有填写`);
    // The mark of a 层次序数 has a check of its own.
    checkMarks(prose ? text.slice(readNumbering(text)?.mark.length ?? 0) : text, path, warn);
    if (prose || path === 'title') checkQuotedNumbers(text, path, warn);
    if (prose) checkDates(text, path, warn);
    if (/主题词[：:]/u.test(text)) warn(path, '现行公文没有主题词，请删去', `${STANDARD} 7.4`);
  }
}
