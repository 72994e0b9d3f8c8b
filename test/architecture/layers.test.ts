import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The layers of the house, checked on the imports that really stand in the files.
 * The compiler guards types (one tsconfig per folder); this guards who may know whom.
 */

const root = path.resolve(import.meta.dirname, '../..');
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;

interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** Imported modules: project files as paths from the root, packages by their name. */
  readonly imports: readonly string[];
}

function readSources(...patterns: readonly string[]): SourceFile[] {
  return globSync([...patterns], { cwd: root })
    .map((name) => name.replaceAll(path.sep, '/'))
    .map((name) => {
      const text = readFileSync(path.join(root, name), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map((match) => {
        const specifier = match[1] ?? match[2] ?? match[3] ?? '';
        return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(name), specifier) : specifier;
      });
      return { name, text, imports };
    });
}

const sources = readSources('electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}');

function offenders(
  inFolder: (name: string) => boolean,
  forbidden: (target: string, from: string) => boolean,
): string[] {
  return sources
    .filter((file) => inFolder(file.name))
    .flatMap((file) =>
      file.imports
        .filter((target) => forbidden(target, file.name))
        .map((target) => `${file.name} -> ${target}`),
    );
}

/** The slice a file of electron/features belongs to. */
function slice(name: string): string | undefined {
  return /^electron\/features\/([^/.]+)/.exec(name)?.[1];
}

describe('layers', () => {
  it('reads the sources it judges', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it('shared imports only zod and itself', () => {
    expect(
      offenders(
        (name) => name.startsWith('shared/'),
        (target) => target !== 'zod' && !target.startsWith('shared/'),
      ),
    ).toEqual([]);
  });

  it('renderer never reaches into electron/ nor Node', () => {
    expect(
      offenders(
        (name) => name.startsWith('renderer/'),
        (target) => target.startsWith('electron') || target.startsWith('node:'),
      ),
    ).toEqual([]);
  });

  it('electron never reaches into renderer/', () => {
    expect(
      offenders(
        (name) => name.startsWith('electron/'),
        (target) => target.startsWith('renderer/'),
      ),
    ).toEqual([]);
  });

  it("'electron' is imported only in main.ts, preload.ts, app/ and ipc/", () => {
    expect(
      offenders(
        (name) => !/^electron\/(main\.ts|preload\.ts|app\/|ipc\/)/.test(name),
        (target) => target === 'electron',
      ),
    ).toEqual([]);
  });

  it('ipcMain stands in the router alone', () => {
    expect(sources.filter((file) => /\bipcMain\b/.test(file.text)).map((file) => file.name)).toEqual([
      'electron/ipc/router.ts',
    ]);
  });

  it('db knows no feature', () => {
    expect(
      offenders(
        (name) => name.startsWith('electron/db/'),
        (target) => target.startsWith('electron/features/') || target.startsWith('shared/features/'),
      ),
    ).toEqual([]);
  });

  it('features do not import each other', () => {
    expect(
      offenders(
        (name) => name.startsWith('electron/features/'),
        (target, from) => {
          const other = slice(target);
          return (
            other !== undefined && other !== slice(from) && !SEAMS.has(other) && !SEAMS.has(slice(from) ?? '')
          );
        },
      ),
    ).toEqual([]);
  });

  it('docgen imports no db, no electron, no feature: model in, bytes out', () => {
    expect(
      offenders(
        (name) => name.startsWith('electron/docgen/'),
        (target) => /^electron\/(db|features|ipc|app)\//.test(target) || target === 'electron',
      ),
    ).toEqual([]);
  });

  it('exchange imports no db, no electron, no feature: bytes in, rows out', () => {
    expect(
      offenders(
        (name) => name.startsWith('electron/exchange/'),
        (target) => /^electron\/(db|features|ipc|app)\//.test(target) || target === 'electron',
      ),
    ).toEqual([]);
  });

  it('project imports name their file, extension and all', () => {
    expect(
      offenders(
        () => true,
        (target) => /^(electron|shared|renderer)\//.test(target) && !/\.(ts|tsx|css|svg|json)$/.test(target),
      ),
    ).toEqual([]);
  });
});

/**
 * Named seams through which slices may meet: the composition of all handlers and what they share; `handling` is 承办,
 * the same for a 收文 and a 承办件.
 */
const SEAMS = new Set(['handlers', 'context', 'links', 'links-exchange', 'links-form', 'handling']);

describe('house rules', () => {
  it('has no barrels', () => {
    const barrels = sources.filter((file) => {
      const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
      return (
        code !== '' &&
        code.split('\n').every((line) => line.trim() === '' || /^export\s.*\sfrom\s/.test(line))
      );
    });
    expect(barrels.map((file) => file.name)).toEqual([]);
  });

  it('main.ts stays readable top to bottom', () => {
    const main = sources.find((file) => file.name === 'electron/main.ts');
    expect(main?.text.split('\n').length ?? 0).toBeGreaterThan(5);
    expect(main?.text.split('\n').length ?? 0).toBeLessThanOrEqual(60);
  });

  it('files are named in kebab-case, components in PascalCase', () => {
    const wrong = sources
      .map((file) => file.name)
      .filter((name) =>
        name.endsWith('.tsx')
          ? !/^([A-Z][A-Za-z0-9]*|main)\.tsx$/.test(path.posix.basename(name))
          : !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(path.posix.basename(name)),
      );
    expect(wrong).toEqual([]);
  });

  it('no registry address stands in a committed file', () => {
    const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    expect(lock.includes('"resolved"')).toBe(false);
    for (const name of ['package.json', '.npmrc', ...globSync('scripts/**/*.{mjs,ts}', { cwd: root })]) {
      expect(readFileSync(path.join(root, name), 'utf8'), name).not.toMatch(
        /registry\.(npmjs|npmmirror|yarnpkg)/,
      );
    }
  });

  it('nothing that runs in the product asks the network', () => {
    const asking = sources.filter(
      (file) =>
        /\bfetch\(\s*['"`]https?:/.test(file.text) || /from 'node:(https?|net|dgram)'/.test(file.text),
    );
    expect(asking.map((file) => file.name)).toEqual([]);
  });
});
