import { api } from '../../../app/api.ts';
import { procedureQuery } from '../../../app/query.ts';

export const incomingHistory = (id: string) =>
  procedureQuery('incoming.history', api.incoming.history, { id });
