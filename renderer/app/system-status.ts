import { api } from './api.ts';
import { procedureQuery } from './query.ts';

/** State of the program: phase, data folder, actor, backups, fonts. */
export const systemStatus = () => procedureQuery('system.status', api.system.status, undefined);
