/**
 * Text of a plain file: by its byte order mark, else UTF-8 when it is that, else GB 18030, which is what Chinese
 * Windows programs have always written.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return looksForeign(text) ? chinese(bytes, text) : text;
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const HAN = /\p{Script=Han}/u;

/**
 * A few words of GB 18030 are valid UTF-8 by chance (通知 is cd a8 d6 aa): they then read as letters of two bytes and
 * hold no Chinese at all.
 */
function looksForeign(text: string): boolean {
  return /[\u0080-\u07FF]/u.test(text) && !HAN.test(text);
}

function chinese(bytes: Uint8Array, text: string): string {
  try {
    const read = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return HAN.test(read) ? read : text;
  } catch {
    return text;
  }
}
