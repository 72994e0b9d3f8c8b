import { useState } from 'react';
import { Button, Select } from 'antd';
import { INCOMING_STATE_NAMES, INCOMING_STATES, URGENCIES } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingState } from '../../../../shared/domain/flow-incoming.ts';
import { INCOMING_GROUPS } from '../../../../shared/domain/incoming-groups.ts';
import { api } from '../../../app/api.ts';
import { FilterText } from '../../../ui/FilterText.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';
import { DepartmentPicker } from '../../directory/DepartmentPicker.tsx';
import { DUE_CHOICES, isFiltered, NO_FILTER } from './list-search.ts';
import type { DueChoice, IncomingSearch } from './list-search.ts';

interface IncomingFiltersProps {
  readonly search: IncomingSearch;
  readonly onChange: (change: Partial<IncomingSearch>) => void;
}

const YEARS_BACK = 15;
const URGENCY_OPTIONS = URGENCIES.map((urgency) => ({ value: urgency, label: urgency }));
const DUE_OPTIONS: readonly { value: DueChoice; label: string }[] = [
  { value: 'overdue', label: DUE_CHOICES.overdue },
  { value: 'today', label: DUE_CHOICES.today },
  { value: 'soon', label: DUE_CHOICES.soon },
];

export function IncomingFilters({ search, onChange }: IncomingFiltersProps) {
  const [years] = useState(yearOptions);
  return (
    <div className="gwt-filters" role="group" aria-label="筛选">
      <FilterText
        value={search.text}
        onChange={(text) => onChange({ text })}
        placeholder="标题、文号、单位"
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
          options={stateOptions(search)}
          onChange={(states) => onChange({ states: states.length === 0 ? undefined : states })}
        />
      )}
      {search.bin ? null : (
        <Select
          allowClear
          placeholder="时限"
          aria-label="按时限筛选"
          className="gwt-filter-due"
          value={search.due ?? null}
          options={[...DUE_OPTIONS]}
          onChange={(due: DueChoice | null | undefined) => onChange({ due: due ?? undefined })}
        />
      )}
      <Select
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        placeholder="急缓"
        aria-label="按急缓筛选"
        className="gwt-filter-urgency"
        value={search.urgencies ?? []}
        options={URGENCY_OPTIONS}
        onChange={(urgencies) => onChange({ urgencies: urgencies.length === 0 ? undefined : urgencies })}
      />
      <div className="gwt-filter-name">
        <SenderFilter search={search} onChange={onChange} />
      </div>
      <div className="gwt-filter-name">
        <DepartmentPicker
          label="按主办部门筛选"
          placeholder="主办部门"
          value={search.leadDepartmentId ?? null}
          onChange={(id) => onChange({ leadDepartmentId: id ?? undefined })}
        />
      </div>
      <Select
        allowClear
        placeholder="年度"
        aria-label="按年度筛选"
        className="gwt-filter-year"
        value={search.year ?? null}
        options={years}
        onChange={(year: number | null | undefined) => onChange({ year: year ?? undefined })}
      />
      {isFiltered(search) ? (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}

const completeSender = (text: string) => api.incoming.completeSender({ text });

/** A unit that has sent papers; emptied and left, it narrows nothing. */
function SenderFilter({ search, onChange }: IncomingFiltersProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <NameBox
      label="按来文单位筛选"
      placeholder="来文单位"
      value={typed ?? search.sender ?? ''}
      onChange={setTyped}
      complete={completeSender}
      onlyKnown
      onTake={({ id, name }) => {
        setTyped(null);
        onChange({ senderId: id, sender: name });
      }}
      onBlur={() => {
        if (typed?.trim() === '' && search.senderId !== undefined)
          onChange({ senderId: undefined, sender: undefined });
        setTyped(null);
      }}
    />
  );
}

function stateOptions({ group }: IncomingSearch): { value: IncomingState; label: string }[] {
  const within: readonly IncomingState[] =
    group === undefined
      ? INCOMING_STATES.filter((state) => state !== 'voided')
      : INCOMING_GROUPS[group].states;
  return within.map((state) => ({ value: state, label: INCOMING_STATE_NAMES[state] }));
}

function yearOptions(): { value: number; label: string }[] {
  const thisYear = new Date().getFullYear();
  return Array.from({ length: YEARS_BACK }, (_, index) => ({
    value: thisYear - index,
    label: `${thisYear - index}年`,
  }));
}
