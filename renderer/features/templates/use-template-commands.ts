import { useState } from 'react';
import type { ImportedTemplate, Template } from '../../../shared/features/templates.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../app/api.ts';
import { useExportNotice } from '../outgoing/editor/ExportNotice.tsx';
import { useAttempt } from '../settings/use-attempt.ts';

type Refused = Extract<ImportedTemplate, { outcome: 'refused' }>;
type NameTaken = Extract<ImportedTemplate, { outcome: 'nameTaken' }>;

/** Commands on whole templates: void, restore, export, import. `show` opens the one that came out. */
export function useTemplateCommands(show: (template: Template) => void) {
  const attempt = useAttempt();
  const exportNotice = useExportNotice();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [nameTaken, setNameTaken] = useState<NameTaken | null>(null);
  return {
    refused,
    nameTaken,
    closeImport: () => {
      setRefused(null);
      setNameTaken(null);
    },
    voidTemplate: (template: Template, reason: string) =>
      attempt(async () => {
        show(await api.templates.void({ id: template.id, rowVersion: template.rowVersion, reason }));
        return `模板“${template.name}”已作废，新公文不再用它。`;
      }),
    restore: (template: Template) =>
      attempt(async () => {
        show(await api.templates.restore({ id: template.id, rowVersion: template.rowVersion }));
        return `模板“${template.name}”已恢复使用。`;
      }),
    exportFile: (template: Template) =>
      attempt(async () => {
        const file = await api.templates.exportFile({ id: template.id });
        if (file !== null) exportNotice.tell([file]);
        return undefined;
      }),
    importFile: () =>
      attempt(async () => {
        const result = await api.templates.importFile();
        if (result === null) return undefined;
        if (result.outcome === 'refused') setRefused(result);
        else if (result.outcome === 'nameTaken') setNameTaken(result);
        else {
          show(result.template);
          return `已导入模板“${result.template.name}”。`;
        }
        return undefined;
      }),
    /** Answers the fault of the name, or null when the copy was stored. */
    saveCopy: async (taken: NameTaken, name: string): Promise<string | null> => {
      try {
        const saved = await api.templates.save({ name, content: taken.content, imported: true });
        setNameTaken(null);
        show(saved);
        return null;
      } catch (error) {
        return error instanceof AppError ? (error.fields?.['name'] ?? error.message) : messageOf(error);
      }
    },
  };
}
