import { existsSync } from 'node:fs';
import { capture } from '../lib/run-command.ts';
import { progress } from '../lib/progress.ts';

/** What is wanted for: opening a window, reading Chinese in it, building the addon of the fallback runtime, the tests' second opinions. */
export type Purpose = 'window' | 'fonts' | 'compiler' | 'display' | 'oracles';

interface Need {
  readonly purpose: Purpose;
  readonly debianPackage: string;
  /** A shared library by its soname, a command by its name, or a font of a language. */
  readonly library?: string;
  readonly command?: string;
  readonly fontLanguage?: string;
  /** Missing it is said, but stops nothing. */
  readonly isAdvice?: true;
}

const NEEDS: readonly Need[] = [
  { purpose: 'window', debianPackage: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { purpose: 'window', debianPackage: 'libnss3', library: 'libnss3.so' },
  { purpose: 'window', debianPackage: 'libasound2', library: 'libasound.so.2' },
  { purpose: 'window', debianPackage: 'libgbm1', library: 'libgbm.so.1' },
  { purpose: 'compiler', debianPackage: 'g++', command: 'g++' },
  { purpose: 'compiler', debianPackage: 'make', command: 'make' },
  { purpose: 'compiler', debianPackage: 'python3', command: 'python3' },
  { purpose: 'display', debianPackage: 'xvfb', command: 'Xvfb' },
  { purpose: 'display', debianPackage: 'xauth', command: 'xauth' },
  { purpose: 'oracles', debianPackage: 'libreoffice-writer', command: 'soffice' },
  { purpose: 'oracles', debianPackage: 'libreoffice-calc', command: 'localc' },
  { purpose: 'oracles', debianPackage: 'poppler-utils', command: 'pdftotext' },
  // Any Chinese font will do; without one the window still opens, with boxes for characters.
  { purpose: 'fonts', debianPackage: 'fonts-noto-cjk', fontLanguage: 'zh-cn', isAdvice: true },
];

async function installedLibraries(): Promise<string> {
  const listed = await capture('/sbin/ldconfig', ['-p']);
  return listed.code === 0 ? listed.stdout : (await capture('ldconfig', ['-p'])).stdout;
}

function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(`${folder}/${command}`));
}

async function hasFontOf(language: string): Promise<boolean> {
  return (await capture('fc-list', [`:lang=${language}`, 'family'])).stdout.trim() !== '';
}

async function missingNeeds(purposes: readonly Purpose[]): Promise<Need[]> {
  const libraries = await installedLibraries();
  const missing: Need[] = [];
  for (const need of NEEDS) {
    if (!purposes.includes(need.purpose)) continue;
    let isThere = true;
    if (need.library) isThere = libraries.includes(`${need.library} `);
    else if (need.command) isThere = isOnPath(need.command);
    else if (need.fontLanguage) isThere = await hasFontOf(need.fontLanguage);
    if (!isThere) missing.push(need);
  }
  return missing;
}

const packagesOf = (needs: readonly Need[]): readonly string[] => needs.map((need) => need.debianPackage);

/** Newer Debian and Ubuntu name libraries with a 64-bit time_t `…t64`. */
async function debianName(name: string): Promise<string> {
  const renamed = await capture('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return renamed.code === 0 && renamed.stdout !== '' ? `${name}t64` : name;
}

/**
 * Sees to the system's libraries and tools on Linux. As root on Debian or Ubuntu they are installed; anyone
 * else is told the exact command. Answers what is still missing and cannot be done without; nothing on other systems.
 */
export async function ensureSystemLibraries(purposes: readonly Purpose[]): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const missing = packagesOf(await missingNeeds(purposes));
  if (missing.length === 0) return [];
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() === 0 && isOnPath('apt-get')) {
    progress(`system packages 系统软件包 (may take a minute or two): ${command}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await capture('apt-get', ['update'], { env });
    const names = await Promise.all(missing.map(debianName));
    const result = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
    if (result.code !== 0) progress(`${result.stdout}${result.stderr}`);
  }
  const remaining = await missingNeeds(purposes);
  if (remaining.length > 0) {
    progress(
      [
        `missing system packages 缺少系统软件包: ${packagesOf(remaining).join(' ')}`,
        `    sudo apt-get install -y --no-install-recommends ${packagesOf(remaining).join(' ')}`,
        '    (on other systems: the packages that hold the same libraries)',
      ].join('\n'),
    );
  }
  return packagesOf(remaining.filter((need) => !need.isAdvice));
}
