import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A file of an npm package: beside the bundle in the program (vite.config.ts copies it into `data`), in node_modules
 * when the sources run.
 */
export function readPackageFile(specifier: string): Uint8Array<ArrayBuffer> {
  const here = fileURLToPath(import.meta.url);
  const shipped = join(dirname(here), 'data', basename(specifier));
  return new Uint8Array(readFileSync(existsSync(shipped) ? shipped : createRequire(here).resolve(specifier)));
}
