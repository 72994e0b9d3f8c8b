import { api } from '../../../app/api.ts';
import type { BookNumbers } from '../../settings/SeriesStartDialog.tsx';

/** The book of 收文. */
export const INCOMING_BOOK: BookNumbers = {
  key: 'incoming',
  item: '收文',
  name: '收文号',
  usual: '收',
  save: api.incoming.saveNumberSetting,
  start: api.incoming.startSeries,
};
