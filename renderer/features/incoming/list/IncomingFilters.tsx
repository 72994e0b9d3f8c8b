import { useState } from 'react';
import { Button, Select } from 'antd';
import { z } from 'zod';
import { INCOMING_STATE_NAMES, INCOMING_STATES, URGENCIES } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingState } from '../../../../shared/domain/flow-incoming.ts';
import { INCOMING_GROUPS } from '../../../../shared/domain/incoming-groups.ts';
import { api } from '../../../app/api.ts';
import { useWide } from '../../../app/use-narrow.ts';
import { useViewState } from '../../../app/view-state.ts';
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

/** The filters of the book; the seldom used ones stand behind 更多筛选 unless they narrow the list. */
export function IncomingFilters({ search, onChange }: IncomingFiltersProps) {
  const [years] = useState(yearOptions);
  const [more, setMore] = useViewState('incoming.moreFilters', z.boolean(), false);
  const roomy = useWide();
  const all = roomy || more;
  const urgencies = search.urgencies ?? [];
  const withUrgency = useKept(urgencies.length > 0) || all;
  const withDepartment = useKept(search.leadDepartmentId !== undefined) || all;
  const withYear = useKept(search.year !== undefined) || all;
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
      <div className="gwt-filter-name">
        <SenderFilter search={search} onChange={onChange} />
      </div>
      {withUrgency ? (
        <Select
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          placeholder="急缓"
          aria-label="按急缓筛选"
          className="gwt-filter-urgency"
          value={urgencies}
          options={URGENCY_OPTIONS}
          onChange={(chosen) => onChange({ urgencies: chosen.length === 0 ? undefined : chosen })}
        />
      ) : null}
      {withDepartment ? (
        <div className="gwt-filter-name">
          <DepartmentPicker
            forFilter
            label="按主办部门筛选"
            placeholder="主办部门"
            value={search.leadDepartmentId ?? null}
            onChange={(id) => onChange({ leadDepartmentId: id ?? undefined })}
          />
        </div>
      ) : null}
      {withYear ? (
        <Select
          allowClear
          placeholder="年度"
          aria-label="按年度筛选"
          className="gwt-filter-year"
          value={search.year ?? null}
          options={years}
          onChange={(year: number | null | undefined) => onChange({ year: year ?? undefined })}
        />
      ) : null}
      {roomy ? null : (
        <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? '收起筛选 ▴' : '更多筛选 ▾'}
        </Button>
      )}
      {isFiltered(search) ? (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}

/** Once set, a filter stays in sight while the list is open: emptied, it must not vanish under the keyboard. */
function useKept(set: boolean): boolean {
  const [kept, setKept] = useState(set);
  if (set && !kept) setKept(true);
  return kept;
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
