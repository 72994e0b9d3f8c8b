import { useMemo, useState } from 'react';
import { Button, Segmented } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { MATTER_VIEWS } from '../../../../shared/features/matter.ts';
import type { MatterListRow } from '../../../../shared/features/matter.ts';
import { api, messageOf } from '../../../app/api.ts';
import { useAppearance } from '../../../app/appearance.ts';
import { today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { sizesOf } from '../../../app/theme.ts';
import { useNarrow } from '../../../app/use-narrow.ts';
import { useSelectedRow, useWindowedRows } from '../../../app/use-windowed-rows.ts';
import { useViewState } from '../../../app/view-state.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { ExportButton } from '../../exchange/ExportButton.tsx';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { columnsFor, matterColumns } from './MatterColumns.tsx';
import { MatterFilters } from './MatterFilters.tsx';
import { filterOf, isFiltered, SELECTED_MATTER, sortOf, VIEW_NAMES, viewOf } from './list-search.ts';
import type { MatterSearch } from './list-search.ts';

const route = getRouteApi('/matter');
const VIEWS = MATTER_VIEWS.map((value) => ({ value, label: VIEW_NAMES[value] }));

/** 承办: orders that came without a paper, and what has become of them. */
export function MatterScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { appearance } = useAppearance();
  const narrow = useNarrow();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const [selectedId, setSelectedId] = useViewState(SELECTED_MATTER, z.string().max(40), '');
  const filter = useMemo(() => filterOf(search), [search]);
  const sort = useMemo(() => sortOf(search), [search]);
  const rows = useWindowedRows('matter.list', api.matter.list, (offset, limit) => ({
    filter,
    sort,
    offset,
    limit,
  }));
  const { selected, setSelected, selectFirst } = useSelectedRow(rows, selectedId, setSelectedId);
  const row = rows.rowAt(selected);
  const columns = useMemo(() => matterColumns(calendar, today), [calendar, today]);

  const change = (part: Partial<MatterSearch>): void => {
    selectFirst();
    void navigate({ to: '/matter', search: { ...search, ...part }, replace: true });
  };
  const onSort = (key: string): void => {
    const direction = sort.key === key && sort.direction === 'asc' ? 'desc' : 'asc';
    // The route's schema drops a key that is not a column.
    change({ sort: key as MatterSearch['sort'], direction });
  };
  const create = (): void => void navigate({ to: '/matter/new' });
  const open = ({ id }: MatterListRow): void => void navigate({ to: '/matter/$id', params: { id } });
  const edit = (): void => {
    if (row !== undefined) void navigate({ to: '/matter/$id/edit', params: { id: row.id } });
  };
  const ledger = (): void => void navigate({ to: '/matter/urgings' });
  useHotKeys([
    { keys: '$mod+n', shown: 'Ctrl+N', label: '登记交办事项', whileTyping: true, run: create },
    { keys: 'F2', shown: 'F2', label: '修改选中的一件', whileTyping: false, run: edit },
    { keys: 'u', shown: 'U', label: '催办台账', whileTyping: false, run: ledger },
  ]);
  return (
    <div className="gwt-list-screen gwt-matter-list">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">承办</h1>
        <Button type="primary" onClick={create}>
          登记（Ctrl+N）
        </Button>
        <Button disabled={row === undefined || row.state === 'voided'} onClick={edit}>
          修改（F2）
        </Button>
        <Button type="text" onClick={ledger}>
          催办台账（U）
        </Button>
        <ExportButton list="matter" filter={filter} sort={sort} />
        <span className="gwt-spring" />
        <Segmented
          aria-label="范围"
          value={viewOf(search)}
          options={VIEWS}
          onChange={(view) => change({ view, state: undefined })}
        />
      </div>
      <div className="gwt-toolbar gwt-toolbar-second">
        <MatterFilters search={search} onChange={change} />
        <span className="gwt-spring" />
        <span className="gwt-soft" role="status" aria-label="件数">
          {rows.loaded ? countOf(rows, isFiltered(search)) : ''}
        </span>
      </div>
      {rows.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(rows.error)}
        </p>
      )}
      <div className="gwt-list-body">
        <DataGrid
          label="承办件列表"
          columns={columnsFor(columns, narrow)}
          count={rows.total}
          rowAt={rows.rowAt}
          keyOf={(item) => item.id}
          rowHeight={sizesOf(appearance).row}
          sort={sort}
          onSort={onSort}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          onRange={rows.onRange}
          dimmed={rows.stale}
          empty={rows.loaded ? <Empty search={search} /> : null}
        />
      </div>
    </div>
  );
}

/** 共 N 件; a search of too many says so and what to do. */
function countOf({ total, more }: { total: number; more: boolean }, filtered: boolean): string {
  if (more) return `超过 ${total} 件，请再输几个字`;
  return `共 ${total} 件${filtered ? '（已筛选）' : ''}`;
}

function Empty({ search }: { readonly search: MatterSearch }) {
  const view = viewOf(search);
  if (isFiltered(search)) return <p>没有符合筛选条件的承办件。可以点“清除筛选”。</p>;
  if (view === 'overdue') return <p>没有逾期的承办件。</p>;
  if (view === 'today') return <p>没有今天到期的承办件。</p>;
  if (view === 'voided') return <p>没有作废的承办件。作废的保留编号，放在这里，可以撤销作废。</p>;
  if (view === 'closed') return <p>还没有办结的承办件。</p>;
  return (
    <>
      <p>这里记没有来文的交办事项：领导口头交办、批示、来电、会议议定，交给谁办、何时办完、催过几次。</p>
      <p>
        按 <kbd>Ctrl+N</kbd> 登记第一件。
      </p>
    </>
  );
}
