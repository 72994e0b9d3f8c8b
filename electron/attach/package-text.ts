import { unzipSync } from 'fflate';
import { decodeText } from './plain-text.ts';

/** Parts that unpack to more than this together are no text anybody wrote; bytes. */
const MOST_UNPACKED = 128 * 1024 * 1024;

/**
 * The parts of a zip package whose names match, by name. Never more is unpacked of a part than it claims to be.
 * @throws Error when it is damaged or unpacks to too much
 */
function readParts(bytes: Uint8Array, wanted: RegExp): Map<string, string> {
  let unpacked = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED) throw new Error(`unpacks to more than ${MOST_UNPACKED} bytes`);
      return true;
    },
  });
  return new Map(Object.entries(parts).map(([name, part]) => [name, decodeText(part)]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
    },
  );
}

/** 0xAB and 0xB6 of Wingdings are the full and the hollow star of a 密级标志. */
const SYMBOLS: Readonly<Record<string, string>> = { F0AB: '★', F0B6: '☆', AB: '★', B6: '☆' };

const WORD_TOKEN =
  /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|cr|noBreakHyphen|lastRenderedPageBreak)\s*\/>|<w:br(\s[^>]*)?\/>|<w:sym\s([^>]*)\/>|<\/w:(p|tc|tr)>/gu;

function wordText(xml: string): string {
  // A text box is written twice, for new and for old programs.
  const once = xml.replaceAll(/<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/gu, '');
  let text = '';
  for (const [, run, mark, lineBreak, symbol, end] of once.matchAll(WORD_TOKEN)) {
    if (run !== undefined) text += unescapeXml(run);
    else if (mark === 'noBreakHyphen') text += '-';
    else if (mark === 'lastRenderedPageBreak') text += '\f';
    else if (mark === 'tab') text += '\t';
    else if (symbol !== undefined)
      text += SYMBOLS[/w:char="([0-9A-F]+)"/iu.exec(symbol)?.[1]?.toUpperCase() ?? ''] ?? '';
    else if (end !== undefined) text += end === 'tc' ? '\t' : '\n';
    else text += lineBreak?.includes('"page"') === true ? '\f' : '\n';
  }
  return text;
}

/**
 * Text of a DOCX, page by page as Word last broke them; headers, footers and notes go with the first page.
 * @throws Error when it is damaged or no DOCX
 */
export function docxPages(bytes: Uint8Array): string[] {
  const parts = readParts(
    bytes,
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/u,
  );
  const main = parts.get('word/document.xml');
  if (main === undefined) throw new Error('no word/document.xml');
  parts.delete('word/document.xml');
  const around = [...parts.values()].map(wordText).filter((text) => text.trim() !== '');
  const [first = '', ...others] = wordText(main).split('\f');
  return [[first, ...around].join('\n'), ...others];
}

/** Page_2 before Page_10. */
const order = (name: string) => name.replaceAll(/\d+/gu, (digits) => digits.padStart(6, '0'));

/**
 * Text of an OFD (GB/T 33190), page by page. @throws Error when it is damaged or holds no page
 */
export function ofdPages(bytes: Uint8Array): string[] {
  const pages = readParts(bytes, /^Doc_\d+\/Pages\/Page_\d+\/Content\.xml$/iu);
  if (pages.size === 0) throw new Error('no page in the OFD');
  return [...pages]
    .toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([, xml]) =>
      [...xml.matchAll(/<(?:\w+:)?TextCode(?:\s[^>]*)?>([^<]*)</gu)]
        .map(([, text = '']) => unescapeXml(text))
        .join('\n'),
    );
}
