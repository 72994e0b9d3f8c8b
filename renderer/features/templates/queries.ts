import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const templateList = () => procedureQuery('templates.list', api.templates.list, undefined);
