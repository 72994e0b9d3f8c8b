import { Button, Select } from 'antd';
import { GENRES } from '../../../shared/gongwen/model.ts';
import { OUTGOING_STATES, OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import { FilterText } from '../../ui/FilterText.tsx';
import { isFiltered } from './list-search.ts';
import type { OutgoingSearch } from './list-search.ts';

interface OutgoingFiltersProps {
  readonly search: OutgoingSearch;
  readonly onChange: (change: Partial<OutgoingSearch>) => void;
}

const OLDEST_YEAR = 2012;

const STATE_OPTIONS = OUTGOING_STATES.filter((state) => state !== 'discarded').map((state) => ({
  value: state,
  label: OUTGOING_STATE_NAMES[state],
}));
const GENRE_OPTIONS = GENRES.map((genre) => ({ value: genre, label: genre }));

function yearOptions(): { value: number; label: string }[] {
  const thisYear = new Date().getFullYear();
  return Array.from({ length: thisYear - OLDEST_YEAR + 1 }, (_, index) => ({
    value: thisYear - index,
    label: `${thisYear - index}年`,
  }));
}

export function OutgoingFilters({ search, onChange }: OutgoingFiltersProps) {
  return (
    <div className="gwt-filters" role="group" aria-label="筛选">
      <FilterText
        value={search.text}
        onChange={(text) => onChange({ text })}
        placeholder="标题、文号、主送"
      />
      {search.bin ? null : (
        <Select
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          placeholder="状态"
          aria-label="按状态筛选"
          className="gwt-filter-state"
          value={search.states ?? []}
          options={STATE_OPTIONS}
          onChange={(states) => onChange({ states: states.length === 0 ? undefined : states })}
        />
      )}
      <Select
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        placeholder="文种"
        aria-label="按文种筛选"
        className="gwt-filter-genre"
        value={search.genres ?? []}
        options={GENRE_OPTIONS}
        onChange={(genres) => onChange({ genres: genres.length === 0 ? undefined : genres })}
      />
      <Select
        allowClear
        placeholder="年度"
        aria-label="按年度筛选"
        className="gwt-filter-year"
        value={search.year ?? null}
        options={yearOptions()}
        onChange={(year: number | null | undefined) => onChange({ year: year ?? undefined })}
      />
      {isFiltered(search) ? (
        <Button
          type="link"
          onClick={() => onChange({ text: undefined, states: undefined, genres: undefined, year: undefined })}
        >
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}
