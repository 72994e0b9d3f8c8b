import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';
import type { ListName } from '../../../shared/domain/exchange/export-lists.ts';

export const exportLayouts = (list: ListName) =>
  procedureQuery('exchange.layouts', api.exchange.layouts, { list });

export const importState = (id: string) =>
  procedureQuery('exchange.importState', api.exchange.importState, { id });
export const importList = () => procedureQuery('exchange.imports', api.exchange.imports, undefined);
export const undoCheck = (id: string) => procedureQuery('exchange.checkUndo', api.exchange.checkUndo, { id });
