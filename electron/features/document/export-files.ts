import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { documentContract } from '../../../shared/features/document.ts';
import type { Ctx } from '../context.ts';
import { readDocument } from '../links.ts';
import { writeChosenFile } from '../../db/write-chosen-file.ts';
import { stemOf } from './file-names.ts';
import { refuseUnlessKnown } from './voided.ts';

type Order = z.output<typeof documentContract.exportFiles.input>;

interface ExportedFiles {
  files: { token: string; name: string; folder: string }[];
}

/** Asks once where to save; a second kind goes beside the first under the same name. Null when cancelled. */
export async function exportFiles(ctx: Ctx, order: Order): Promise<ExportedFiles | null> {
  const { id } = order;
  const kinds = [...new Set(order.kinds)];
  const { dialogs, device, docgen, paths, program } = ctx.services;
  const [first] = kinds;
  if (first === undefined) return null;
  const stored = await readDocument(ctx.read, ctx.services.session, id);
  refuseUnlessKnown(stored.voided, order.voidedAcknowledged);
  const folder = existingFolder(device.get('exportFolder')) ?? program.documentsFolder;
  const proposal = path.join(folder, `${stemOf(stored)}.${first}`);
  const chosen = await dialogs.saveFile(kinds.length > 1 ? '导出（Word 与 PDF）' : '导出', proposal, first);
  if (chosen === null) return null;
  const stem = chosen.replace(/\.(?:docx|pdf)$/iu, '');
  const targets = kinds.map((kind) => ({ kind, file: `${stem}.${kind}` }));
  // The system's dialog has asked about the file it was given, not about those beside it.
  const unasked = targets.filter(({ file }) => file !== chosen && existsSync(file));
  const names = unasked.map(({ file }) => path.basename(file));
  if (names.length > 0 && !(await dialogs.confirmOverwrite(names))) return null;
  // Everything is made before anything is written: a failure in between leaves no half set.
  const outputs: { file: string; bytes: Uint8Array }[] = [];
  for (const { kind, file } of targets)
    outputs.push({ file, bytes: await docgen.render(stored.document, kind) });
  for (const { file, bytes } of outputs) await writeChosenFile(file, bytes);
  device.set('exportFolder', path.dirname(chosen));
  await ctx.write(async (change) => {
    await change.audit({
      entity: 'outgoing',
      entityId: id,
      summary: `导出${stored.voided ? '作废件' : ''} ${kinds.join('、')}`,
      detail: { kinds: kinds.join(',') },
    });
  });
  return {
    files: outputs.map(({ file }) => ({
      token: paths.issue(file),
      name: path.basename(file),
      folder: path.dirname(file),
    })),
  };
}

function existingFolder(folder: string | null): string | undefined {
  return folder !== null && existsSync(folder) ? folder : undefined;
}
