/** Longest stem in UTF-8 bytes: most file systems allow 255 bytes, some of which the extension and copies need. */
const LONGEST = 180;

const DEVICE_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

interface Named {
  readonly documentNumber: string;
  readonly title: string;
  readonly voided: boolean;
}

/** The stem for a stored document; a voided one says so, for its pages do not. */
export function stemOf({ documentNumber, title, voided }: Named): string {
  return `${exportStem(documentNumber, title)}${voided ? '（作废）' : ''}`;
}

/**
 * A file name without extension from 文号 and title, as people file their documents: `湖卫健发〔2026〕3号 关于…的通知`.
 * What Windows does not allow is replaced, and the length is bounded.
 */
export function exportStem(documentNumber: string, title: string): string {
  const text = [documentNumber, title.replaceAll('\n', '')].filter((part) => part.trim() !== '').join(' ');
  const allowed = text
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*]/gu, '_')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const stem = shorten(allowed).replaceAll(/^\.+|[. ]+$/gu, '');
  if (stem === '') return '未命名公文';
  return DEVICE_NAMES.test(stem) ? `${stem}_` : stem;
}

function shorten(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST) return kept;
    kept += character;
  }
  return kept;
}
