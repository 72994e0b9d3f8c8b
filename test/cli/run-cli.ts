import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'gongwen.ts');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  /** Lines on stderr without the hints (提示) about stand-in fonts and layout. */
  readonly faults: readonly string[];
  readonly hints: readonly string[];
}

/** Runs the real command line as a child process in a folder. */
export function runCli(folder: string, ...words: string[]): CliRun {
  const run = spawnSync(process.execPath, [ENTRY, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = run.stderr.split('\n').filter((line) => line !== '');
  return {
    code: run.status,
    stdout: run.stdout,
    faults: lines.filter((line) => !line.startsWith('提示：')),
    hints: lines.filter((line) => line.startsWith('提示：')),
  };
}

export interface Sandbox {
  readonly folder: string;
  /** Writes a file: a text or bytes as they are, anything else as JSON. */
  readonly write: (name: string, content: unknown) => void;
  readonly names: (folder?: string) => string[];
  readonly remove: () => void;
}

/** A folder of its own for one test. */
export function makeSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-cli-'));
  return {
    folder,
    write: (name, content) => {
      const isRaw = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content));
    },
    names: (inner = '') => readdirSync(join(folder, inner)).toSorted(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The smallest document that can be printed. */
export const GOOD: Readonly<Record<string, unknown>> = {
  genre: '通知',
  issuers: ['江城市人民医院'],
  documentNumber: { issuerCode: '江医发', year: 2026, serial: 5 },
  title: '关于规范病历书写的通知',
  addressees: ['各科室'],
  body: '为提高病历质量，现将有关事项通知如下。',
  issuedOn: '2026-03-05',
};
