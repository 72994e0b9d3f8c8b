import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FaceNames } from './sfnt-names.ts';
import { readFaceNames } from './sfnt-names.ts';

/**
 * Installed faces that can serve a 公文 or a rare character. Windows and macOS: font folders, where only
 * files with a likely name are looked into; elsewhere fontconfig. Names always come from the font itself or
 * from fontconfig's list: `fc-match` is not asked, because it answers with any font when it has none.
 */
export function installedFaces(platform: NodeJS.Platform = process.platform): FaceNames[] {
  if (platform === 'win32') return fromFolders(windowsFolders());
  if (platform === 'darwin') return fromFolders(macFolders());
  return fromFontconfig();
}

function windowsFolders(): string[] {
  const windows = process.env['WINDIR'] ?? String.raw`C:\Windows`;
  const local = process.env['LOCALAPPDATA'];
  // Fonts that a person without administrator rights installs go to the second folder.
  return [join(windows, 'Fonts'), ...(local ? [join(local, 'Microsoft', 'Windows', 'Fonts')] : [])];
}

function macFolders(): string[] {
  return [
    join(homedir(), 'Library', 'Fonts'),
    '/Library/Fonts',
    '/System/Library/Fonts',
    '/System/Library/Fonts/Supplemental',
    '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
  ];
}

/** File names that Chinese fonts of our kinds carry (simfang.ttf, FZXBSJW.TTF, 方正小标宋简体.ttf, Songti.ttc …). */
const LIKELY =
  /^(?:sim|fz|fang|kai|song|heiti|st(?:fang|kai|song|zhong|hei)|华文|方正|仿宋|楷体|黑体|宋体|小标宋|fandol|zhuque|朱雀|lxgw|noto|source ?han|hana|babel|plangothic)[^/\\]*\.(?:ttf|otf|ttc)$/iu;

/** Exported for tests: faces of the likely files in the folders that exist. */
export function fromFolders(folders: readonly string[]): FaceNames[] {
  return folders.flatMap((folder) =>
    list(folder)
      .filter((name) => LIKELY.test(name))
      .flatMap((name) => readFaceNames(join(folder, name))),
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function fromFontconfig(): FaceNames[] {
  let output: string;
  try {
    output = execFileSync(
      'fc-list',
      ['--format', String.raw`%{file}\t%{index}\t%{family}\t%{postscriptname}\n`],
      {
        encoding: 'utf8',
        timeout: 5000,
        maxBuffer: 16_000_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
  } catch {
    // No fontconfig: the bundled fonts serve.
    return [];
  }
  return output.split('\n').flatMap((row) => {
    const [path = '', index = '0', families = '', postscriptName = ''] = row.split('\t');
    // fontkit reads these three; the upper half of the index names an instance of a variable font.
    if (!/\.(?:ttf|otf|ttc)$/iu.test(path)) return [];
    return [{ path, index: Number(index) & 0xff_ff, families: families.split(','), postscriptName }];
  });
}
