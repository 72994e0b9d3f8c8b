/** What a file is by its content; its extension decides only between texts and between zip packages. */
export type FileKind =
  'pdf' | 'docx' | 'ofd' | 'text' | 'png' | 'jpg' | 'gif' | 'bmp' | 'webp' | 'tiff' | 'ole' | 'other';

/** How much of the beginning `kindOf` looks at, bytes. */
export const HEAD_BYTES = 8192;

const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ofd: 'application/ofd',
  text: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
  tiff: 'image/tiff',
  ole: 'application/x-ole-storage',
  other: 'application/octet-stream',
};

const TEXT_EXTENSIONS = new Set(['txt', 'md', 'csv', 'log', 'json', 'xml', 'ini']);

export function mediaTypeOf(kind: FileKind): string {
  return MEDIA_TYPES[kind];
}

/** Pictures that recognition can read. */
export const PICTURE_KINDS: ReadonlySet<FileKind> = new Set(['png', 'jpg', 'gif', 'bmp', 'webp', 'tiff']);

const ascii = (head: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...head.subarray(from, Math.min(to, head.length)));

/** The kind of a file by its first bytes and its name. */
export function kindOf(head: Uint8Array, name: string): FileKind {
  const start = ascii(head, 0, 16);
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  // A PDF may have something before its header, within the first 1024 bytes (ISO 32000-1 Annex H, note 13).
  if (ascii(head, 0, 1024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  if (start.startsWith('\u00FF\u00D8\u00FF')) return 'jpg';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('BM') && extension !== 'txt') return 'bmp';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'ole';
  if (start.startsWith('PK\u0003\u0004')) {
    if (extension === 'docx' || extension === 'docm' || extension === 'dotx') return 'docx';
    return extension === 'ofd' ? 'ofd' : 'other';
  }
  return TEXT_EXTENSIONS.has(extension) ? 'text' : 'other';
}
