import { join } from 'node:path';
import type { FontSet } from '../../electron/docgen/fonts/font-set.ts';
import { openFontSet } from '../../electron/docgen/fonts/font-set.ts';

/** Folder of the program's own fonts in the source tree. */
export const BUNDLED_FONTS = join(import.meta.dirname, '..', '..', 'resources', 'fonts');

/** The bundled fonts only: the same result on every machine. */
export function bundledFonts(): FontSet {
  return openFontSet({ mode: 'bundled', bundledFolder: BUNDLED_FONTS });
}
