import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const unitList = (text: string, offset: number, limit: number) =>
  procedureQuery('directory.units', api.directory.units, { text, offset, limit });
export const groupList = (voided: boolean) =>
  procedureQuery('directory.groups', api.directory.groups, { voided });
export const officeCalendar = () => procedureQuery('directory.calendar', api.directory.calendar, undefined);
export const deadlineRules = () =>
  procedureQuery('directory.deadlineRules', api.directory.deadlineRules, undefined);
