import { Button, Select } from 'antd';
import { MATTER_SOURCE_NAMES, MATTER_SOURCES } from '../../../../shared/domain/flow-matter.ts';
import type { MatterSource } from '../../../../shared/domain/flow-matter.ts';
import { FilterText } from '../../../ui/FilterText.tsx';
import { DepartmentPicker } from '../../directory/DepartmentPicker.tsx';
import { isFiltered } from './list-search.ts';
import type { MatterSearch } from './list-search.ts';

interface MatterFiltersProps {
  readonly search: MatterSearch;
  readonly onChange: (change: Partial<MatterSearch>) => void;
}

const SOURCE_OPTIONS = MATTER_SOURCES.map((value) => ({ value, label: MATTER_SOURCE_NAMES[value] }));
const NO_FILTER = { text: undefined, state: undefined, source: undefined, leadDepartmentId: undefined };

export function MatterFilters({ search, onChange }: MatterFiltersProps) {
  return (
    <div className="gwt-filters" role="group" aria-label="筛选">
      <FilterText
        value={search.text}
        onChange={(text) => onChange({ text })}
        placeholder="事项、编号、人名、首字母"
      />
      <div className="gwt-filter-name">
        <DepartmentPicker
          forFilter
          label="按主办部门筛选"
          placeholder="主办部门"
          value={search.leadDepartmentId ?? null}
          onChange={(id) => onChange({ leadDepartmentId: id ?? undefined })}
        />
      </div>
      <Select
        allowClear
        placeholder="来源"
        aria-label="按来源筛选"
        className="gwt-filter-due"
        value={search.source ?? null}
        options={SOURCE_OPTIONS}
        onChange={(source: MatterSource | null | undefined) => onChange({ source: source ?? undefined })}
      />
      {isFiltered(search) ? (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}
