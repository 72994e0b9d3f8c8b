import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { FaceId, LaidOut, LayoutNote, TextItem } from '../../shared/gongwen/pages.ts';
import type { FontReport, FontSet } from './fonts/font-set.ts';
import type { ImageSize } from './pdf/image-sizes.ts';
import { imagePaths } from './pdf/image-sizes.ts';

/** Characters whose face is chosen for their width, not because the role's own font lacks them. */
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** What a person should know about the fonts of a laid-out document, in Chinese. */
export interface FontFindings {
  readonly notes: readonly LayoutNote[];
  /** 例：仿宋用 Noto Serif SC 代替. */
  readonly standIns: readonly string[];
}

/** Stand-ins of the roles in use, and every character that its own font could not draw. */
export function findFontNotes({ pages }: LaidOut, fonts: FontSet): FontFindings {
  const notes: LayoutNote[] = [];
  const reports = fonts.reports();
  // Each character of each face is looked at once: a document of 100 pages shows 60 000 of them.
  const seen = new Map<FaceId, Set<string>>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'text') continue;
    let chars = seen.get(item.face);
    if (!chars) {
      chars = new Set();
      seen.set(item.face, chars);
    }
    for (const char of item.text) {
      if (chars.has(char)) continue;
      chars.add(char);
      const note = characterNote(item, char, reports, fonts);
      if (note && !notes.some(({ message }) => message === note.message)) notes.push(note);
    }
  }
  const roles = new Set(Array.from(seen.keys(), (face) => fonts.info(face).role));
  const standIns = reports
    .filter(({ role, standIn }) => standIn && roles.has(role))
    .map(({ roleName, family }) => `${roleName}用 ${family} 代替`);
  return { notes, standIns };
}

/** Pictures because of which the PDF cannot be written for the archive. */
export function findPictureNotes(
  document: Gongwen,
  sizes: ReadonlyMap<string, ImageSize>,
): readonly LayoutNote[] {
  const message = '图片是印刷用的四色（CMYK）格式，PDF 无法按长期保存格式（PDF/A）写出。请将图片转换为 RGB。';
  return imagePaths(document)
    .filter(({ file }) => sizes.get(file)?.cmyk === true)
    .map(({ path }) => ({ code: 'image-cmyk', message, path }));
}

function characterNote(
  { face, path }: TextItem,
  char: string,
  reports: readonly FontReport[],
  fonts: FontSet,
): LayoutNote | undefined {
  if (!fonts.glyph(face, char).real) {
    const message = `“${char}”（${codePoint(char)}）在本机和程序自带的字体中都没有，版面上以“〓”代替。请安装含有该字的字体。`;
    return { code: 'missing-glyph', message, path };
  }
  const { family, role } = fonts.info(face);
  const own = reports.find((report) => report.role === role);
  if (!own || family === own.family || PUNCTUATION.test(char)) return undefined;
  const message = `${own.roleName}（${own.family}）中没有“${char}”，该字用 ${family} 排印。`;
  return { code: 'other-font', message, path };
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
