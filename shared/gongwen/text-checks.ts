/**
 * Characters that must not reach a page: control characters, halves of surrogate pairs, invisible
 * marks, 部首 that look like a hanzi but are not one, private and unassigned code points.
 */

/** Kangxi and CJK radicals: U+2E80–2FDF look like hanzi, cannot be searched and are in few fonts. */
export function isRadical(code: number): boolean {
  return code >= 0x2e80 && code <= 0x2fdf;
}

/** Radicals of simplified hanzi that Unicode gives no decomposition for; PDF and OCR are full of them. */
const SUPPLEMENT =
  '⺁厂⺠民⺩王⺮竹⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙';

/** The hanzi a radical stands for; the radical itself when there is none (氵, 辶). */
export function hanziOfRadical(radical: string): string {
  const at = SUPPLEMENT.indexOf(radical);
  return at >= 0 && at % 2 === 0 ? SUPPLEMENT.charAt(at + 1) : radical.normalize('NFKC');
}

/** Soft hyphens, zero-width and direction marks, variation selectors, BOM, object replacement. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffc)
  );
}

/** Control characters, tab and line ends included. */
export const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code <= 0x9f);

export const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

const hex = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with one character, in Chinese; undefined when it may be printed. */
function faultOf(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x09) return '是制表符，请改用首行缩进或表格';
  if (code === 0x0a || code === 0x0d) return '是换行，这里只能写一行';
  if (isControl(code)) return `是控制字符（${hex(code)}），请删去`;
  if (isSurrogate(code)) return `是不完整的字符（${hex(code)}），请重新输入`;
  if (code === 0xfffd) return '是乱码（U+FFFD），请重新输入';
  if ((code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef))
    return `不是字符（${hex(code)}），请删去`;
  if (isInvisible(code)) return `是看不见的字符（${hex(code)}），请删去`;
  if (isRadical(code)) {
    const meant = hanziOfRadical(char);
    return `“${char}”是部首字符（${hex(code)}），${meant === char ? '请改用汉字' : `应为“${meant}”`}`;
  }
  if (isPrivate(code)) return `是自造字（${hex(code)}），换一台电脑就不能显示，请改用正式编码的字`;
  return undefined;
}

/**
 * The first unprintable character of a text as a Chinese message, or undefined.
 * @param multiline `\n` is allowed; spaces and tabs around a line do not count, they are trimmed anyway.
 */
export function findBadCharacter(text: string, multiline: boolean): string | undefined {
  const lines = multiline ? text.split(/\r\n?|\n/u) : [text];
  for (const [index, line] of lines.entries()) {
    const shown = multiline ? line.trimEnd() : line;
    const skip = multiline ? shown.length - shown.trimStart().length : 0;
    let position = 0;
    let offset = 0;
    for (const char of shown) {
      position += 1;
      offset += char.length;
      if (offset <= skip) continue;
      const fault = faultOf(char);
      if (fault !== undefined)
        return `${lines.length > 1 ? `第${index + 1}行` : ''}第${position}个字${fault}`;
    }
  }
  return undefined;
}
