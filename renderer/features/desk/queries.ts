import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';
import type { DeskList } from '../../../shared/domain/desk-groups.ts';

/** More rows than anybody works off in a day; the number beside the list says how many there are. */
const MOST = 500;

export const deskOverview = () => procedureQuery('desk.overview', api.desk.overview, undefined);
export const deskCounts = () => procedureQuery('desk.counts', api.desk.counts, undefined);
export const deskList = (list: DeskList) => procedureQuery('desk.list', api.desk.list, { list, limit: MOST });
