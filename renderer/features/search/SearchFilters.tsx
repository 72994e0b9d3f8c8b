import { useState } from 'react';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { SEARCH_PHASE_NAMES, SEARCH_PHASES } from '../../../shared/domain/search-phases.ts';
import type { SearchPhase } from '../../../shared/domain/search-phases.ts';
import { SEARCH_KIND_NAMES, SEARCH_KINDS } from '../../../shared/features/search.ts';
import type { SearchGroup } from '../../../shared/features/search.ts';
import { countOf } from './HitList.tsx';
import { isNarrowed, NO_SEARCH_FILTER } from './search-address.ts';
import type { SearchAddress } from './search-address.ts';

interface SearchFiltersProps {
  readonly address: SearchAddress;
  readonly groups: readonly SearchGroup[];
  readonly onChange: (change: Partial<SearchAddress>) => void;
}

const YEARS_BACK = 15;
const PHASE_OPTIONS = SEARCH_PHASES.map((phase) => ({ value: phase, label: SEARCH_PHASE_NAMES[phase] }));

function yearOptions(): { value: number; label: string }[] {
  const thisYear = new Date().getFullYear();
  return Array.from({ length: YEARS_BACK }, (_, back) => ({
    value: thisYear - back,
    label: `${thisYear - back}年`,
  }));
}

export function SearchFilters({ address, groups, onChange }: SearchFiltersProps) {
  const [years] = useState(yearOptions);
  const counts = new Map(groups.map((group) => [group.kind, countOf(group)]));
  const kinds = SEARCH_KINDS.map((kind) => ({
    value: kind,
    label: `${SEARCH_KIND_NAMES[kind]}${counts.has(kind) ? ` ${counts.get(kind)}` : ''}`,
  }));
  return (
    <div className="gwt-filters" role="group" aria-label="筛选">
      <Segmented
        aria-label="类别"
        value={address.kind ?? 'all'}
        options={[{ value: 'all', label: '全部' }, ...kinds]}
        onChange={(value) => onChange({ kind: SEARCH_KINDS.find((kind) => kind === value) })}
      />
      <Select
        allowClear
        placeholder="年度"
        aria-label="按年度筛选"
        className="gwt-filter-year"
        value={address.year ?? null}
        options={years}
        onChange={(year: number | null | undefined) => onChange({ year: year ?? undefined })}
      />
      <Select
        allowClear
        placeholder="状态"
        aria-label="按状态筛选"
        className="gwt-filter-state"
        value={address.phase ?? null}
        options={PHASE_OPTIONS}
        onChange={(phase: SearchPhase | null | undefined) => onChange({ phase: phase ?? undefined })}
      />
      <Checkbox
        checked={address.files === true}
        onChange={(event) => onChange({ files: event.target.checked ? true : undefined })}
      >
        有附件
      </Checkbox>
      {isNarrowed(address) ? (
        <Button type="link" onClick={() => onChange(NO_SEARCH_FILTER)}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}
