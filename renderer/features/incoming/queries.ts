import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

type Input<P extends keyof typeof api.incoming> = Parameters<(typeof api.incoming)[P]>[0];

export const incomingList = (input: Input<'list'>) =>
  procedureQuery('incoming.list', api.incoming.list, input);
export const incomingGet = (id: string) => procedureQuery('incoming.get', api.incoming.get, { id });
export const nextIncomingNumber = () =>
  procedureQuery('incoming.peekNumber', api.incoming.peekNumber, undefined);
export const incomingNumberSetting = () =>
  procedureQuery('incoming.numberSetting', api.incoming.numberSetting, undefined);
