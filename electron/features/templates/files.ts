import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ImportedTemplate, TemplateFile } from '../../../shared/features/templates.ts';
import type { Ctx } from '../context.ts';
import { writeChosenFile } from '../../db/write-chosen-file.ts';
import { parseTemplateFile } from './file-faults.ts';
import { freeName, readTemplate, saveTemplate } from './store.ts';

/** A template is a page of text; anything larger is another file. */
const LARGEST_FILE = 256 * 1024;

const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

/** Asks where to save and writes the template as one JSON file; null when cancelled. */
export async function exportTemplate(
  ctx: Ctx,
  id: string,
): Promise<{ token: string; name: string; folder: string } | null> {
  const { dialogs, device, paths, program } = ctx.services;
  const template = await readTemplate(ctx.read, id);
  const last = device.get('exportFolder');
  const folder = last !== null && existsSync(last) ? last : program.documentsFolder;
  const proposal = path.join(folder, `红头模板 ${template.name.replaceAll(UNSAFE, '_')}.json`);
  const chosen = await dialogs.saveFile('导出红头模板', proposal, 'json');
  if (chosen === null) return null;
  const file: TemplateFile = {
    kind: 'gongwentai-template',
    version: 1,
    name: template.name,
    content: template.content,
  };
  await writeChosenFile(chosen, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
  device.set('exportFolder', path.dirname(chosen));
  await ctx.write(async (change) => {
    await change.audit({
      entity: 'template',
      entityId: id,
      summary: `导出红头模板“${template.name}”`,
    });
  });
  return { token: paths.issue(chosen), name: path.basename(chosen), folder: path.dirname(chosen) };
}

/** Asks for a file and stores its template under its own name, or says that the name is taken. */
export async function importTemplate(ctx: Ctx): Promise<ImportedTemplate | null> {
  const { dialogs, device } = ctx.services;
  const file = await dialogs.openFile('导入红头模板', device.get('importFolder'), 'json');
  if (file === null) return null;
  device.set('importFolder', path.dirname(file));
  const refused = (faults: readonly { path: string; message: string }[]): ImportedTemplate => ({
    outcome: 'refused',
    fileName: path.basename(file),
    faults: [...faults],
  });
  if ((await stat(file)).size > LARGEST_FILE) {
    return refused([{ path: '', message: '文件超过 256 KB，不是红头模板文件，没有导入。' }]);
  }
  const parsed = parseTemplateFile(await readFile(file, 'utf8'));
  if (!parsed.ok) return refused(parsed.faults);
  const { name, content } = parsed.file;
  const proposedName = await freeName(ctx.read, name);
  if (proposedName !== name) return { outcome: 'nameTaken', name, proposedName, content };
  const template = await ctx.write((change) => saveTemplate(change, { name, content, imported: true }));
  return { outcome: 'saved', template };
}
