import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeChosenFile } from '../../db/write-chosen-file.ts';
import type { Ctx } from '../context.ts';

export interface Output {
  readonly extension: string;
  readonly make: () => Promise<Uint8Array>;
}

export interface SavedFiles {
  files: { token: string; name: string; folder: string }[];
}

/**
 * Asks once where to save, in the folder used last; a second kind goes beside the first under the same name. Nothing is
 * written before all is made. Null when cancelled.
 */
export async function saveFiles(
  { services: { dialogs, device, paths, program } }: Ctx,
  title: string,
  stem: string,
  outputs: readonly Output[],
): Promise<SavedFiles | null> {
  const [first] = outputs;
  if (first === undefined) return null;
  const folder = existingFolder(device.get('exportFolder')) ?? program.documentsFolder;
  const proposal = path.join(folder, `${stem}.${first.extension}`);
  const chosen = await dialogs.saveFile(title, proposal, first.extension);
  if (chosen === null) return null;
  const own = outputs.find(({ extension }) => chosen.toLowerCase().endsWith(`.${extension}`));
  const chosenStem = own === undefined ? chosen : chosen.slice(0, -own.extension.length - 1);
  const targets = outputs.map((output) => ({ ...output, file: `${chosenStem}.${output.extension}` }));
  // The system's dialog has asked about the file it was given, not about those beside it.
  const unasked = targets.filter(({ file }) => file !== chosen && existsSync(file));
  const names = unasked.map(({ file }) => path.basename(file));
  if (names.length > 0 && !(await dialogs.confirmOverwrite(names))) return null;
  // Everything is made before anything is written: a failure in between leaves no half set.
  const made: { file: string; bytes: Uint8Array }[] = [];
  for (const { file, make } of targets) made.push({ file, bytes: await make() });
  for (const { file, bytes } of made) await writeChosenFile(file, bytes);
  device.set('exportFolder', path.dirname(chosen));
  return {
    files: made.map(({ file }) => ({
      token: paths.issue(file),
      name: path.basename(file),
      folder: path.dirname(file),
    })),
  };
}

function existingFolder(folder: string | null): string | undefined {
  return folder !== null && existsSync(folder) ? folder : undefined;
}
