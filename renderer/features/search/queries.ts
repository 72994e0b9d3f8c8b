import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export type FindInput = Parameters<typeof api.search.find>[0];

export const searchFind = (input: FindInput) => procedureQuery('search.find', api.search.find, input);
