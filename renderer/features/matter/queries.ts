import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const matterGet = (id: string) => procedureQuery('matter.get', api.matter.get, { id });
export const matterHistory = (id: string) => procedureQuery('matter.history', api.matter.history, { id });
export const matterNumberSetting = () =>
  procedureQuery('matter.numberSetting', api.matter.numberSetting, undefined);
export const nextMatterNumber = () => procedureQuery('matter.peekNumber', api.matter.peekNumber, undefined);
