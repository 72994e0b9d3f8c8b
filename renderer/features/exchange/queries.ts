import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';
import type { ListName } from '../../../shared/domain/exchange/export-lists.ts';

export const exportLayouts = (list: ListName) =>
  procedureQuery('exchange.layouts', api.exchange.layouts, { list });
