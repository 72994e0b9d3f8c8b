import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const officeGet = () => procedureQuery('office.get', api.office.get, undefined);
export const officePeople = () => procedureQuery('office.people', api.office.people, undefined);
export const officeDepartments = () =>
  procedureQuery('office.departments', api.office.departments, undefined);
export const numberSeries = () => procedureQuery('office.numberSeries', api.office.numberSeries, undefined);
export const backupList = () => procedureQuery('system.listBackups', api.system.listBackups, undefined);
