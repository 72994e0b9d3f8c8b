import { DocgenClient } from '../docgen/client.ts';
import type { Docgen } from '../features/context.ts';
import type { SystemStatus } from '../../shared/features/system.ts';
import { findFaults } from '../../shared/gongwen/faults.ts';
import type { ProgramPaths } from './paths.ts';

export interface DocgenService extends Docgen {
  /** Starts the worker and asks which fonts there are, so that the first preview need not wait. */
  readonly warmUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The document engine in its worker, with the faults that are found without it. */
export function startDocgen(
  paths: Pick<ProgramPaths, 'worker' | 'fonts'>,
  log: { readonly error: (message: string) => void },
): DocgenService {
  const client = new DocgenClient({
    workerFile: paths.worker,
    fonts: { mode: 'system', bundledFolder: paths.fonts },
    onProblem: (message, stack) => log.error(`document engine: ${message}\n${stack}`),
  });
  let fonts: SystemStatus['fonts'] = [];
  return {
    preview: async (document, editor, window) => {
      const drawn = await client.preview(document, editor, window);
      const { pages, version, notes, standIns, milliseconds } = drawn;
      return {
        pages: [...pages],
        version,
        notes: [...notes],
        faults: findFaults(document),
        standIns: [...standIns],
        milliseconds,
      };
    },
    previewPages: (editor, version, window) => client.previewPages(editor, version, window),
    render: (document, kind) => client.render(document, kind),
    pageImage: (document, page, widthPx) => client.pageImage(document, { page, widthPx, format: 'webp' }),
    printPages: (document) => client.printPages(document),
    formPages: (sheet, purpose) => client.formPages(sheet, purpose),
    formPdf: (sheet) => client.formPdf(sheet),
    register: client.register,
    fonts: () => Promise.resolve(fonts),
    warmUp: async () => {
      const reports = await client.fonts();
      fonts = reports.map(({ roleName, family, source, standIn }) => ({ roleName, family, source, standIn }));
    },
    close: () => client.close(),
  };
}
