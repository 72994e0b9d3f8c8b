import { Button, Select } from 'antd';
import { GENRES } from '../../../shared/gongwen/model.ts';
import { OUTGOING_GROUPS, OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingGroup, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { FilterText } from '../../ui/FilterText.tsx';
import { isFiltered } from './list-search.ts';
import type { OutgoingSearch } from './list-search.ts';

interface OutgoingFiltersProps {
  readonly search: OutgoingSearch;
  readonly onChange: (change: Partial<OutgoingSearch>) => void;
}

const OLDEST_YEAR = 2012;

const GENRE_OPTIONS = GENRES.map((genre) => ({ value: genre, label: genre }));

function yearOptions(): { value: number; label: string }[] {
  const thisYear = new Date().getFullYear();
  return Array.from({ length: thisYear - OLDEST_YEAR + 1 }, (_, index) => ({
    value: thisYear - index,
    label: `${thisYear - index}年`,
  }));
}

/** States within the chosen stretch of the road, or those an address asks for. */
function statesOf({ bin, group, states = [] }: OutgoingSearch): readonly OutgoingState[] {
  if (bin) return [];
  const within: Readonly<Record<OutgoingGroup, { readonly states: readonly OutgoingState[] }>> =
    OUTGOING_GROUPS;
  return group === undefined ? states : within[group].states;
}

export function OutgoingFilters({ search, onChange }: OutgoingFiltersProps) {
  const states = statesOf(search);
  return (
    <div className="gwt-filters" role="group" aria-label="筛选">
      <FilterText
        value={search.text}
        onChange={(text) => onChange({ text })}
        placeholder="标题、文号、主送"
      />
      {states.length < 2 ? null : (
        <Select
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          placeholder="状态"
          aria-label="按状态筛选"
          className="gwt-filter-state"
          value={search.states ?? []}
          options={states.map((state) => ({ value: state, label: OUTGOING_STATE_NAMES[state] }))}
          onChange={(chosen) => onChange({ states: chosen.length === 0 ? undefined : chosen })}
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
