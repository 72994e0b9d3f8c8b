import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export const inProject = (...parts: readonly string[]): string => join(PROJECT, ...parts);

/** The JavaScript entry of an installed command line tool, to be run with `process.execPath` on every system. */
export const toolScript = (path: string): string => join(PROJECT, 'node_modules', path);
