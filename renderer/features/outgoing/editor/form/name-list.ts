/** Names of bodies typed or pasted as text <-> the model's list. */

const SEPARATORS = new Set(['、', '，', ',', ';', '；', '\n', '\t']);
const OPENING = '（(〔[【“《';
const CLOSING = '）)〕]】”》';

/** Splits at 、，； and line ends, but never inside brackets: 各区县卫生健康局（南太湖新区、度假区）is one name. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let current = '';
  for (const char of text.replaceAll('\r', '')) {
    if (OPENING.includes(char)) depth += 1;
    if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    if (char === '\n') depth = 0;
    if (depth === 0 && SEPARATORS.has(char)) {
      names.push(current);
      current = '';
    } else current += char;
  }
  names.push(current);
  return names.map(trimName).filter((name) => name !== '');
}

/** Spaces around a name and the colon or full stop after the last one are not part of it. */
function trimName(name: string): string {
  return name
    .trim()
    .replace(/[：:。.]+$/u, '')
    .trim();
}

/** Groups of names: a line each, e.g. of 抄送机关. */
export function splitGroups(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => splitNames(line.replace(/^\s*抄送[：:]/u, '')))
    .filter((group) => group.length > 0);
}

export function joinNames(names: readonly string[]): string {
  return names.join('\n');
}

export function joinGroups(groups: readonly (readonly string[])[]): string {
  return groups.map((group) => group.join('、')).join('\n');
}
