import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

type Input<P extends keyof typeof api.outgoing> = Parameters<(typeof api.outgoing)[P]>[0];

export const outgoingList = (input: Input<'list'>) =>
  procedureQuery('outgoing.list', api.outgoing.list, input);
export const outgoingGet = (id: string) => procedureQuery('outgoing.get', api.outgoing.get, { id });
export const outgoingHistory = (id: string) =>
  procedureQuery('outgoing.history', api.outgoing.history, { id });
export const outgoingPageImage = (input: Input<'pageImage'>) =>
  procedureQuery('outgoing.pageImage', api.outgoing.pageImage, input);
export const peekNumber = (input: Input<'peekNumber'>) =>
  procedureQuery('outgoing.peekNumber', api.outgoing.peekNumber, input);
export const outgoingCounts = (input: Input<'counts'>) =>
  procedureQuery('outgoing.counts', api.outgoing.counts, input);
export const outgoingCompare = (input: Input<'compare'>) =>
  procedureQuery('outgoing.compare', api.outgoing.compare, input);
export const seals = () => procedureQuery('outgoing.seals', api.outgoing.seals, undefined);
export const sealUses = (input: Input<'sealUses'>) =>
  procedureQuery('outgoing.sealUses', api.outgoing.sealUses, input);
export const distributionLists = () =>
  procedureQuery('outgoing.distributionLists', api.outgoing.distributionLists, undefined);
