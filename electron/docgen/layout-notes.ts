import type { LaidOut, LayoutNote, TextItem } from '../../shared/gongwen/pages.ts';
import type { FontSet } from './fonts/font-set.ts';

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
  const notes = new Map<string, LayoutNote>();
  const roles = new Set<string>();
  const reports = fonts.reports();
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'text') continue;
    const report = reports.find(({ role }) => role === fonts.info(item.face).role);
    if (!report) continue;
    roles.add(report.role);
    for (const char of new Set(item.text)) {
      const note = characterNote(item, char, report, fonts);
      if (note && !notes.has(note.message)) notes.set(note.message, note);
    }
  }
  const standIns = reports
    .filter(({ role, standIn }) => standIn && roles.has(role))
    .map(({ roleName, family }) => `${roleName}用 ${family} 代替`);
  return { notes: [...notes.values()], standIns };
}

function characterNote(
  { face, path }: TextItem,
  char: string,
  role: { readonly roleName: string; readonly family: string },
  fonts: FontSet,
): LayoutNote | undefined {
  if (!fonts.glyph(face, char).real) {
    const message = `“${char}”（${codePoint(char)}）在本机和程序自带的字体中都没有，版面上以“〓”代替。请安装含有该字的字体。`;
    return { code: 'missing-glyph', message, path };
  }
  const { family } = fonts.info(face);
  if (family === role.family || PUNCTUATION.test(char)) return undefined;
  const message = `${role.roleName}（${role.family}）中没有“${char}”，该字用 ${family} 排印。`;
  return { code: 'other-font', message, path };
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
