/**
 * The short code on printed forms that finds the item again: scanned as QR code (a scanner types it) or typed by hand.
 * `SW-2026-0042-7` is 收文 42 of the book of 2026; `SW-X7K3MQ9T2B-4` is an item without a number in the book. Only
 * upper case, digits and dashes: QR's alphanumeric set, and a keyboard types it under any input method.
 */

export const CODED_KINDS = ['incoming', 'outgoing', 'matter'] as const;
export type CodedKind = (typeof CODED_KINDS)[number];

/** Initials that offices write on their folders: 收文, 发文, 承办. */
const PREFIXES: Readonly<Record<CodedKind, string>> = { incoming: 'SW', outgoing: 'FW', matter: 'CB' };

/** What a code says: the place in the book of a year, or the last twelve hexadecimal digits of the id. */
export type ItemCode =
  | { readonly kind: CodedKind; readonly year: number; readonly serial: number }
  | { readonly kind: CodedKind; readonly tail: string };

/** Without I, L, O, U and Z, which are taken for 1, 0, V and 2; 31 of them, a prime: see `checkCharacter`. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const BASE = ALPHABET.length;
/** Stands before what is made from an id; no year begins with it. */
const TAIL_MARK = 'X';
/** 48 bits in base 31. */
const TAIL_LENGTH = 10;
const SERIAL_DIGITS = 4;

/**
 * Weighted sum modulo the prime 31, the weights 1, 2, 3 …: one wrong character, and any two characters that have
 * changed places, always give another check character.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [index, character] of Array.from(body).entries()) {
    sum += (index + 1) * ALPHABET.indexOf(character);
  }
  return ALPHABET.charAt(sum % BASE);
}

const withCheck = (prefix: string, parts: readonly string[]): string =>
  [prefix, ...parts, checkCharacter(prefix + parts.join(''))].join('-');

/** Code of an item with a number in the book of a year. */
export function numberedCode(kind: CodedKind, year: number, serial: number): string {
  return withCheck(PREFIXES[kind], [String(year), String(serial).padStart(SERIAL_DIGITS, '0')]);
}

/** Code of an item without one, from its id (UUIDv7, whose last group is random). */
export function idCode(kind: CodedKind, id: string): string {
  let rest = BigInt(`0x${idTail(id)}`);
  let text = '';
  for (let at = 0; at < TAIL_LENGTH; at += 1) {
    text = ALPHABET.charAt(Number(rest % BigInt(BASE))) + text;
    rest /= BigInt(BASE);
  }
  return withCheck(PREFIXES[kind], [TAIL_MARK + text]);
}

/** The part of an id that its code is made from. */
export const idTail = (id: string): string => id.slice(-12);

type Parsed =
  | { readonly ok: true; readonly code: ItemCode }
  /** `notACode`: something else was typed; `wrongCheck`: a code with a slip in it. */
  | { readonly ok: false; readonly reason: 'notACode' | 'wrongCheck' };

const NOT_A_CODE: Parsed = { ok: false, reason: 'notACode' };
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', U: 'V' };
/** Dashes, dots and blanks however they were typed. */
const SEPARATORS = /[\s\-‐-―−－—_·.。]+/gu;

/** Reads a code: letter case, full-width characters, dashes and look-alikes (O for 0) do not matter. */
export function parseItemCode(typed: string): Parsed {
  const parts = typed
    .normalize('NFKC')
    .toUpperCase()
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const joined = parts.join('').replaceAll(/[OILZU]/gu, (character) => LOOK_ALIKES[character] ?? '');
  const kind = CODED_KINDS.find((each) => joined.startsWith(PREFIXES[each]));
  if (kind === undefined || !Array.from(joined).every((character) => ALPHABET.includes(character)))
    return NOT_A_CODE;
  const body = joined.slice(PREFIXES[kind].length, -1);
  const check = joined.slice(-1);
  const code = readBody(kind, body);
  if (code === undefined) return NOT_A_CODE;
  const right = 'tail' in code ? `${PREFIXES[kind]}${body}` : numberBody(kind, code);
  return checkCharacter(right) === check ? { ok: true, code } : { ok: false, reason: 'wrongCheck' };
}

const numberBody = (kind: CodedKind, { year, serial }: { year: number; serial: number }): string =>
  `${PREFIXES[kind]}${year}${String(serial).padStart(SERIAL_DIGITS, '0')}`;

function readBody(kind: CodedKind, body: string): ItemCode | undefined {
  const number = /^((?:19|20)\d{2})(\d{1,6})$/u.exec(body);
  if (number !== null) return { kind, year: Number(number[1]), serial: Number(number[2]) };
  if (!body.startsWith(TAIL_MARK) || body.length !== TAIL_LENGTH + 1) return undefined;
  let value = 0n;
  for (const character of body.slice(1)) value = value * BigInt(BASE) + BigInt(ALPHABET.indexOf(character));
  const tail = value.toString(16).padStart(12, '0');
  return tail.length === 12 ? { kind, tail } : undefined;
}
