import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import type { FaceId, FaceInfo, FontRole } from '../../../shared/gongwen/pages.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import type { GlyphMetrics } from './face.ts';
import { Face } from './face.ts';
import { FONT_ROLES, RARE_CHARACTER_FAMILIES, ROLES } from './font-roles.ts';
import { readFaceNames } from './sfnt-names.ts';
import { installedFaces } from './system-fonts.ts';

export interface FontSetOptions {
  /** `system`: fonts of this computer first; `bundled`: only the program's own (the same everywhere). */
  readonly mode: 'system' | 'bundled';
  /** Folder with the program's own fonts (`resources/fonts`). */
  readonly bundledFolder: string;
  /** Font files a person chose for a role; they go before everything else. */
  readonly chosen?: Partial<Readonly<Record<FontRole, string>>>;
}

/** What serves a role, for the person: see `fontReportSchema` of shared/features/system.ts. */
export interface FontReport {
  readonly role: FontRole;
  readonly roleName: string;
  readonly family: string;
  readonly source: 'system' | 'bundled';
  readonly standIn: boolean;
}

/** Fonts for layout (FontMetrics) and for the writers, which need the fonts themselves. */
export interface FontSet extends FontMetrics {
  /** The parsed font; several face ids (one per role) may share one. */
  readonly font: (face: FaceId) => Font;
  /** Glyph of a character; `id` is NO_GLYPH for what leaves no ink, `real` false for a placeholder. */
  readonly glyph: (face: FaceId, char: string) => GlyphMetrics;
  readonly reports: () => readonly FontReport[];
}

interface Candidate {
  readonly id: FaceId;
  readonly role: FontRole;
  readonly face: Face;
  readonly source: 'system' | 'bundled';
  readonly standIn: boolean;
}

/**
 * Western fonts draw these narrow, and so do some Chinese ones; in a 公文 each takes a whole cell
 * (GB/T 15834), so a face that has them full-width is preferred.
 */
const FULL_WIDTH = new Set('“”‘’…—·');

/** Parsed files, shared by every set of the process. */
const faces = new Map<string, Face>();
const sets = new Map<string, FontSet>();

/**
 * The font set for the options; opened once per process. Files are read when their first character is
 * asked for.
 * @throws Error (Chinese) when a role finds no font at all.
 */
export function openFontSet(options: FontSetOptions): FontSet {
  const key = JSON.stringify(options);
  let set = sets.get(key);
  if (!set) {
    set = buildFontSet(options);
    sets.set(key, set);
  }
  return set;
}

function buildFontSet(options: FontSetOptions): FontSet {
  const chains = findChains(options);
  const candidates = new Map<FaceId, Candidate>();
  const served = new Map<string, FaceId>();
  for (const candidate of Object.values(chains).flat()) candidates.set(candidate.id, candidate);
  const candidate = (face: FaceId): Candidate => {
    const found = candidates.get(face);
    if (!found) throw new Error(`unknown face ${face}`);
    return found;
  };

  return {
    faceFor: (role, char) => {
      const key = role + char;
      let face = served.get(key);
      if (face === undefined) {
        face = pick(chains[role], char).id;
        served.set(key, face);
      }
      return face;
    },
    advance: (face, char) => candidate(face).face.glyph(char).advance,
    inkBox: (face, char) => candidate(face).face.inkBox(char),
    info: (face): FaceInfo => {
      const { role, face: opened, standIn } = candidate(face);
      const { family, postscriptName } = opened.source;
      return { role, family, postscriptName, standIn };
    },
    font: (face) => candidate(face).face.font,
    glyph: (face, char) => candidate(face).face.glyph(char),
    reports: () =>
      FONT_ROLES.map((role) => {
        const first = firstOf(chains[role]);
        const { source, standIn } = first;
        const { family } = first.face.source;
        return { role, roleName: ROLES[role].roleName, family, source, standIn };
      }),
  };
}

function pick(chain: readonly Candidate[], char: string): Candidate {
  const having = (accept: (advance: number) => boolean): Candidate | undefined =>
    chain.find(({ face }) => face.has(char) && accept(face.glyph(char).advance));
  const wide = FULL_WIDTH.has(char) ? having((advance) => advance > 0.85) : undefined;
  return wide ?? having(() => true) ?? firstOf(chain);
}

/** The font a role is set in. */
function firstOf(chain: readonly Candidate[]): Candidate {
  const first = chain.find(({ face }) => face.usable);
  if (!first) throw new Error('字体文件已损坏，无法排版。请重新安装程序。');
  return first;
}

type Chains = Readonly<Record<FontRole, readonly Candidate[]>>;

/** Per role: chosen file, installed designs of the kind, bundled stand-ins, then fonts for rare characters. */
function findChains({ mode, bundledFolder, chosen }: FontSetOptions): Chains {
  const installed = mode === 'system' ? installedFaces() : [];
  const byFamily = (families: readonly string[]): Face[] =>
    families.flatMap((family) =>
      installed
        .filter((entry) => entry.families.includes(family))
        .slice(0, 1)
        .map((entry) => faceOf(entry.path, entry.index, entry.postscriptName, family)),
    );
  const rare = byFamily(RARE_CHARACTER_FAMILIES);
  const chainOf = (role: FontRole): Candidate[] => {
    const { families, bundled } = ROLES[role];
    const own = chosen?.[role];
    const chain = chainFor(role, [
      { source: 'system', standIn: false, faces: own === undefined ? [] : fileFaces(own, families) },
      { source: 'system', standIn: false, faces: byFamily(families) },
      {
        source: 'bundled',
        standIn: true,
        faces: bundled.flatMap((name) => fileFaces(join(bundledFolder, name))),
      },
      { source: 'system', standIn: true, faces: rare },
    ]);
    if (chain.length === 0) {
      throw new Error(
        `没有找到可以用作${ROLES[role].roleName}的字体：${bundledFolder} 中没有程序自带的字体文件。请重新安装程序，或在“设置”中选择字体文件。`,
      );
    }
    return chain;
  };
  return {
    fangsong: chainOf('fangsong'),
    title: chainOf('title'),
    hei: chainOf('hei'),
    kai: chainOf('kai'),
    song: chainOf('song'),
  };
}

type Link = Pick<Candidate, 'source' | 'standIn'> & { readonly faces: readonly Face[] };

/** Candidates in order, each face once; ids stay apart even if two files carry one PostScript name. */
function chainFor(role: FontRole, links: readonly Link[]): Candidate[] {
  const chain = new Map<Face, Candidate>();
  const ids = new Set<FaceId>();
  for (const { source, standIn, faces: members } of links) {
    for (const face of members) {
      if (chain.has(face)) continue;
      const name = `${role}:${face.source.postscriptName}`;
      const id = ids.has(name) ? `${name}#${chain.size}` : name;
      ids.add(id);
      chain.set(face, { id, role, face, source, standIn });
    }
  }
  return [...chain.values()];
}

/** The face of a file; of a collection the one of the kind asked for, then a simplified Chinese one. */
function fileFaces(path: string, kind: readonly string[] = []): Face[] {
  if (!existsSync(path)) return [];
  const names = readFaceNames(path);
  const best =
    names.find(({ families }) => families.some((family) => kind.includes(family))) ??
    names.find(({ families }) => families.some((family) => family.endsWith(' SC'))) ??
    names[0];
  if (!best) return [];
  return [faceOf(path, best.index, best.postscriptName, displayFamily(best.families))];
}

function faceOf(path: string, index: number, postscriptName: string, family: string): Face {
  const key = `${path}#${index}`;
  let face = faces.get(key);
  if (!face) {
    face = new Face({ path, index, postscriptName, family });
    faces.set(key, face);
  }
  return face;
}

/** The shortest name is the family without its weight: `Noto Serif SC`, not `Noto Serif SC Black`. */
function displayFamily(families: readonly string[]): string {
  return families.toSorted((a, b) => a.length - b.length)[0] ?? '';
}
