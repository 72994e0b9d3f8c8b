// wawoff2 brings no types; the reference is for programs that import this file from another folder.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./wawoff2.d.ts" />
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeSlices } from './merge-slices.ts';

/**
 * The bundled stand-ins of the faces GB/T 9704-2012 names, taken from pinned npm packages. Every file is
 * checked against its SHA-256, so the same clone always draws the same pages.
 */
interface BundledFont {
  readonly file: string;
  readonly sha256: string;
  /** Path under node_modules: one TrueType file, or a folder of WOFF2 slices to be merged. */
  readonly source: string;
}

const BUNDLED_FONTS: readonly BundledFont[] = [
  {
    // 宋体, and 仿宋 as long as the machine has none
    file: 'NotoSerifSC-Regular.ttf',
    source: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    sha256: 'c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742',
  },
  {
    // 小标宋: of the nine weights the one whose stems are nearest to 方正小标宋; Black is clearly heavier
    file: 'NotoSerifSC-Bold.ttf',
    source: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    sha256: '9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6',
  },
  {
    // 黑体
    file: 'NotoSansSC-Medium.ttf',
    source: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
    sha256: 'b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a',
  },
  {
    // 楷体; no npm package holds it whole, so its web slices are merged
    file: 'LXGWWenKai-Regular.ttf',
    source: '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular',
    sha256: '6762e76245a708d46b64bf10f4c98438b7322275ee5d1af8fc680e87a6d0091b',
  },
];

/** What is remembered of a checked file, so that the next start need not read it again. */
interface Checked {
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
}

const CHECKED_FILE = '.checked.json';

function readChecked(folder: string): Record<string, Checked | undefined> {
  try {
    return JSON.parse(readFileSync(join(folder, CHECKED_FILE), 'utf8')) as Record<
      string,
      Checked | undefined
    >;
  } catch {
    return {}; // first run, or an unreadable note: everything is checked again
  }
}

const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

function check(folder: string, font: BundledFont, known: Checked | undefined): Checked | undefined {
  const path = join(folder, font.file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const same = known?.sha256 === font.sha256 && known.size === stat.size && known.mtimeMs === stat.mtimeMs;
  if (!same && sha256(readFileSync(path)) !== font.sha256) return undefined;
  return { sha256: font.sha256, size: stat.size, mtimeMs: stat.mtimeMs };
}

async function build(modules: string, font: BundledFont): Promise<Buffer> {
  const source = join(modules, font.source);
  if (font.source.endsWith('.ttf')) return readFileSync(source);
  const { decompress } = await import('wawoff2');
  const slices: Buffer[] = [];
  for (const name of readdirSync(source).sort()) {
    if (name.endsWith('.woff2')) slices.push(Buffer.from(await decompress(readFileSync(join(source, name)))));
  }
  return mergeSlices(slices);
}

/**
 * Puts the bundled fonts into `resources/fonts`; returns at once when they are there already.
 * Throws when a package's font is not the pinned one.
 */
export async function setUpFonts(project: string, report: (line: string) => void): Promise<void> {
  const folder = join(project, 'resources', 'fonts');
  mkdirSync(folder, { recursive: true });
  const known = readChecked(folder);
  const checked: Record<string, Checked> = {};
  let changed = false;
  for (const font of BUNDLED_FONTS) {
    let state = check(folder, font, known[font.file]);
    if (!state) {
      report(`fonts 字体: ${font.file}`);
      const data = await build(join(project, 'node_modules'), font);
      if (sha256(data) !== font.sha256) {
        throw new Error(`${font.source} is not the pinned font (SHA-256 ${sha256(data)}); run: npm ci`);
      }
      const path = join(folder, font.file);
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, data);
      renameSync(temporary, path);
      const stat = statSync(path);
      state = { sha256: font.sha256, size: stat.size, mtimeMs: stat.mtimeMs };
    }
    changed ||= JSON.stringify(known[font.file]) !== JSON.stringify(state);
    checked[font.file] = state;
  }
  if (changed) writeFileSync(join(folder, CHECKED_FILE), JSON.stringify(checked, null, 2));
}
