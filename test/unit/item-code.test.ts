import { describe, expect, it } from 'vitest';
import { CODED_KINDS, idCode, idTail, numberedCode, parseItemCode } from '../../shared/domain/item-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const IDS = [
  '019ab5d2-7c1e-7a3b-8f00-000000000000',
  '019ab5d2-7c1e-7a3b-8f00-ffffffffffff',
  '019ab5d2-7c1e-7a3b-8f00-0000000000ff',
  '019ab5d2-7c1e-7a3b-8f00-9c41d0e7ab35',
];
const CODES = CODED_KINDS.flatMap((kind) => [
  numberedCode(kind, 2026, 42),
  numberedCode(kind, 1999, 1),
  numberedCode(kind, 2026, 123_456),
  ...IDS.map((id) => idCode(kind, id)),
]);

const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/gu, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));

describe('the code of an item', () => {
  it('is short, and of characters that QR codes and keyboards have', () => {
    for (const code of CODES) expect(code).toMatch(/^[0-9A-Z-]{13,16}$/u);
    expect(numberedCode('incoming', 2026, 42)).toMatch(/^SW-2026-0042-[0-9A-Y]$/u);
  });

  it('says which item it is', () => {
    for (const kind of CODED_KINDS) {
      for (const serial of [1, 9, 42, 9999, 10_000, 999_999]) {
        const code = { kind, year: 2026, serial };
        expect(parseItemCode(numberedCode(kind, 2026, serial))).toEqual({ ok: true, code });
      }
      for (const id of IDS) {
        expect(parseItemCode(idCode(kind, id))).toEqual({ ok: true, code: { kind, tail: idTail(id) } });
      }
    }
  });

  it('may be typed carelessly', () => {
    const code = numberedCode('incoming', 2026, 42);
    const check = code.at(-1) ?? '';
    const expected = { ok: true, code: { kind: 'incoming', year: 2026, serial: 42 } };
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '——'),
      ` ${code}\r\n`,
      fullWidth(code),
      code.replaceAll('0', 'O'),
      `sw-2026-42-${check}`,
      `SW2026042${check}`,
    ];
    for (const text of typed) expect(parseItemCode(text), text).toEqual(expected);
  });

  it('with one wrong character is never another item', () => {
    for (const code of CODES) {
      const places = Array.from(code, (character, at) => (character === '-' ? [] : [at])).flat();
      for (const at of places) {
        for (const other of ALPHABET) {
          if (other === code[at]) continue;
          expect(parseItemCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        }
      }
    }
  });

  it('with two characters exchanged is never another item', () => {
    for (const code of CODES) {
      const plain = code.replaceAll('-', '');
      for (let a = 0; a < plain.length; a += 1) {
        for (let b = a + 1; b < plain.length; b += 1) {
          if (plain[a] === plain[b]) continue;
          const characters = Array.from(plain);
          [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
          const typed = characters.join('');
          expect(parseItemCode(typed), `${code} → ${typed}`).toMatchObject({ ok: false });
        }
      }
    }
  });

  it('is told from what else people search for', () => {
    for (const text of [
      '',
      '请示',
      '收〔2026〕0042',
      'SW',
      'SWOT分析',
      '2026',
      'swxx',
      'SW-2026',
      'FW：会议通知',
    ]) {
      expect(parseItemCode(text), text).toEqual({ ok: false, reason: 'notACode' });
    }
    const code = numberedCode('outgoing', 2026, 7);
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    expect(parseItemCode(wrong)).toEqual({ ok: false, reason: 'wrongCheck' });
  });
});
