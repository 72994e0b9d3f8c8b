import type { DocumentFault } from '../features/document.ts';
import { checkNumbering } from './check-numbering.ts';
import { checkParts } from './check-parts.ts';
import { checkSealImages } from './check-seal-images.ts';
import { checkWording } from './check-wording.ts';
import { textsOf } from './document-texts.ts';
import type { Gongwen } from './model.ts';
import { findStructureFaults } from './structure.ts';
import { findBadCharacter } from './text-checks.ts';

/** 审核重点: what is wrong with a document, for the editor and the 校核 list. Nothing is ever mended here. */

function findCharacterFaults(document: Gongwen): DocumentFault[] {
  const faults: DocumentFault[] = [];
  for (const { path, text, multiline } of textsOf(document)) {
    const message = findBadCharacter(text, multiline);
    if (message !== undefined) faults.push({ path, message, severity: 'error' });
  }
  return faults;
}

/**
 * All faults of a document.
 * - `error`: pages of a finished document cannot be made from it (a required part is missing, a table has
 *   no grid, a character cannot be printed); the command line refuses such an input.
 * - `warning`: it can be printed, but a clerk would send it back. Messages that are practice and not the
 *   standard's word say （实务） and carry no clause.
 */
export function findFaults(document: Gongwen): DocumentFault[] {
  const faults = [...findStructureFaults(document), ...findCharacterFaults(document)];
  const broken = new Set(faults.map(({ path }) => path));
  const warn = (path: string, message: string, clause?: string) => {
    if (broken.has(path)) return;
    faults.push({ path, message, severity: 'warning', ...(clause === undefined ? {} : { clause }) });
  };
  checkParts(document, warn);
  checkNumbering(document, warn);
  checkWording(document, warn);
  checkSealImages(document, warn);
  return faults;
}
