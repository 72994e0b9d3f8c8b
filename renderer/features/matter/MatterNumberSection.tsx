import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { BookNumberSection } from '../settings/BookNumberSection.tsx';
import type { BookNumbers } from '../settings/SeriesStartDialog.tsx';
import { matterNumberSetting, nextMatterNumber } from './queries.ts';

const BOOK: BookNumbers = {
  key: 'matter',
  item: '承办件',
  name: '承办号',
  usual: '承',
  save: api.matter.saveNumberSetting,
  start: api.matter.startSeries,
};

/** How the 承办号 is written, and where this year's book starts. */
export function MatterNumberSection() {
  const setting = useQuery(matterNumberSetting()).data;
  const next = useQuery(nextMatterNumber()).data?.number;
  return <BookNumberSection book={BOOK} setting={setting} next={next} />;
}
