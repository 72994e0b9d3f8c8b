/** What the structure checks share: how a fault is reported, and the checks of names. */

export type Report = (path: string, message: string, clause?: string) => void;

export const STANDARD = 'GB/T 9704-2012';

export const LONGEST_TITLE = 200;
export const LONGEST_NAME = 100;
export const MOST_NAMES = 500;

export const isBlank = (text: string) => text.trim() === '';
export const lengthOf = (text: string) => Array.from(text).length;

/** Why a name ends without a mark, and the clause that says so. */
export interface EndMark {
  readonly reason: string;
  readonly clause?: string;
}
const ADDED_BY_PROGRAM: EndMark = { reason: '，程序会加' };
/** 附件名称后不加标点符号. */
export const NO_END_MARK: EndMark = { reason: '', clause: `${STANDARD} 7.3.4` };

/** One name on one line: not blank, not too long, without the mark the program itself adds. */
export function checkName(
  report: Report,
  path: string,
  name: string,
  label: string,
  longest = LONGEST_NAME,
  endMark: EndMark = ADDED_BY_PROGRAM,
): void {
  if (isBlank(name)) report(path, `${label}是空的，请填写或删去`);
  else if (lengthOf(name) > longest) report(path, `${label}过长（${lengthOf(name)}字），最多${longest}字`);
  else if (/[：:，,。；;、.]$/u.test(name.trim())) {
    report(path, `${label}末尾不要写标点“${name.trim().slice(-1)}”${endMark.reason}`, endMark.clause);
  }
}

export function checkNames(
  report: Report,
  path: string,
  names: readonly string[],
  label: string,
  most: number,
): void {
  if (names.length > most) report(path, `${label}过多（${names.length}个），最多${most}个`);
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    checkName(report, `${path}.${index}`, name, label);
    const first = seen.get(name.trim());
    if (first !== undefined && !isBlank(name)) report(`${path}.${index}`, `与第${first + 1}个${label}重复`);
    else seen.set(name.trim(), index);
  });
}

export function checkOptional(report: Report, path: string, text: string | undefined, label: string): void {
  if (text !== undefined) checkName(report, path, text, label);
}
