import { mkdirSync } from 'node:fs';
import type { systemContract, SystemStatus } from '../../../shared/features/system.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { currentActor } from '../context.ts';
import type { Ctx, Services } from '../context.ts';
import { insertSample, readSampleDocuments } from '../links.ts';
import { dataFolderWithin, judgeDataFolder } from './data-folder.ts';
import { setUpOffice } from './first-run.ts';

/** How long the outcome of a salvage stands on the screen; milliseconds. */
const TIME_TO_READ = 5000;

export const systemHandlers: Handlers<typeof systemContract, Ctx> = {
  status: (_input, ctx) => readStatus(ctx.services),

  proposeDataFolder: (_input, ctx) => offerFolder(ctx.services, ctx.services.program.proposedDataFolder),

  chooseDataFolder: async (_input, { services }) => {
    const chosen = await services.dialogs.chooseFolder('选择存放数据的文件夹');
    return chosen === null ? null : offerFolder(services, dataFolderWithin(chosen));
  },

  completeFirstRun: async (input, ctx) => {
    const { services } = ctx;
    const { session, device } = services;
    if (session.phase !== 'first-run') {
      throw new AppError('NOT_ALLOWED_IN_STATE', '首次设置已经完成。如要修改单位信息，请到“设置”。');
    }
    const folder = services.paths.find(input.folderToken);
    if (folder === undefined) {
      throw new AppError('INVALID_INPUT', '请重新选择数据文件夹。', {
        fields: { folderToken: '请重新选择数据文件夹' },
      });
    }
    const verdict = await judge(services, folder);
    if (!verdict.ok) throw new AppError('DATA_FOLDER_REFUSED', verdict.reason ?? '这个文件夹不能存放数据。');
    const samples = input.loadSample ? await readSampleDocuments(services.program.sampleFolder) : [];
    await session.open(folder, true);
    const actor = await setUpOffice(session.database, input, (change) =>
      input.loadSample ? insertSample(change, samples) : Promise.resolve(0),
    ).catch(async (error: unknown) => {
      // Still the first run: it can be done again.
      await session.close();
      throw error;
    });
    if (actor !== null) device.set('actorId', actor.id);
    // Last: an interrupted first run is simply done again.
    device.set('dataFolder', folder);
    return readStatus(services);
  },

  listBackups: (_input, { services }) => services.session.backups(),
  backupNow: (_input, { services }) => services.session.backUp('manual'),

  restoreBackup: async ({ id }, { services }) => {
    const absent = await services.session.restore(id);
    if (absent.length > 0) services.log.info(`restored without ${absent.length} images: ${absent.join(' ')}`);
    services.shell.restart();
    return { restarting: true };
  },

  salvage: async (_input, { services }) => {
    const { rows, lost } = await services.session.salvage();
    services.shell.restart(TIME_TO_READ);
    return { restarting: true, rows, lost };
  },

  openFolder: async ({ which }, { services }) => {
    const { session } = services;
    const folder = which === 'data' ? session.folder : session.backupFolder;
    if (folder === null) throw new AppError('NOT_SET_UP', '还没有完成首次设置，没有数据文件夹。');
    // There is no backup folder before the first backup.
    mkdirSync(folder, { recursive: true });
    await services.shell.openFile(folder);
  },

  reportProblem: ({ message, stack }, { services }) => {
    const ref = services.newReference();
    services.log.problem(ref, message, stack ?? '');
    return { ref };
  },

  viewState: (_input, { services }) => ({ ...services.device.get('viewState') }),

  saveViewState: ({ key, value }, { services }) => {
    const { device } = services;
    device.set('viewState', { ...device.get('viewState'), [key]: value });
  },
};

async function offerFolder(services: Services, folder: string) {
  return { token: services.paths.issue(folder), path: folder, verdict: await judge(services, folder) };
}

function judge(services: Services, folder: string) {
  return judgeDataFolder({ folder, programFolder: services.program.folder, environment: process.env });
}

async function readStatus(services: Services): Promise<SystemStatus> {
  const { session, program } = services;
  const base = {
    phase: session.phase,
    version: program.version,
    runtime: program.runtime,
    dataFolder: session.folder,
    fonts: [...(await services.docgen.fonts())],
    lastBackupAt: session.backups()[0]?.at ?? null,
    integrity: session.integrity,
  };
  if (session.phase !== 'ready') {
    const { failure } = session;
    return {
      ...base,
      officeName: null,
      actor: null,
      ...(failure === null ? {} : { failure: { ...failure, backups: session.backups() } }),
    };
  }
  const office = await session.database.read.selectFrom('office').select('name').executeTakeFirst();
  const actor = await currentActor(session.database, services);
  return {
    ...base,
    officeName: office?.name ?? null,
    actor: actor === null ? null : { id: actor.id, name: actor.name },
  };
}
