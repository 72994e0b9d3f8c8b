import { showsStateSecret, STATE_SECRETS } from '../state-secret.ts';
import { cellText } from './cell.ts';
import type { Cell } from './cell.ts';

/** 秘密 and above in a ledger (office-domain a6): the row stays out, whatever else stands in it. */

const LEVELS = STATE_SECRETS.join('|');
/** What stands in a column 密级: 机密, 机密级, 机 密, 机密10年, 机密★长期. */
const LEVEL_CELL = new RegExp(`^(?:${LEVELS})(?:级|件|级件)?(?:[★☆*＊].*|[(（]?\\d+年[)）]?|长期)?$`, 'u');
/** A term of secrecy without its level: ★10年. */
const TERM = /[★☆＊]\s*(?:\d+\s*[年月]|长期)/u;

/** True when a text, e.g. a file name, carries a mark of 秘密 or above. */
export function showsClassifiedMark(text: string): boolean {
  if (showsStateSecret(text)) return true;
  return TERM.test(text) && !/工作秘密\s*[★☆*＊]/u.test(text);
}

/** True when any cell of the row says that the paper is 秘密 or above. */
export function isClassifiedRow(cells: readonly Cell[]): boolean {
  return cells.some((cell) => {
    if (typeof cell !== 'string') return false;
    const text = cellText(cell);
    return LEVEL_CELL.test(text.normalize('NFKC').replaceAll(/\s/gu, '')) || showsClassifiedMark(text);
  });
}
