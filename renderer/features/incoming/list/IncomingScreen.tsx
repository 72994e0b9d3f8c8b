import { useEffect, useMemo, useState } from 'react';
import { App, Button, Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { INCOMING_GROUPS, INCOMING_GROUP_KEYS } from '../../../../shared/domain/incoming-groups.ts';
import type { IncomingListRow } from '../../../../shared/features/incoming-items.ts';
import { api, messageOf } from '../../../app/api.ts';
import { useAppearance } from '../../../app/appearance.ts';
import { today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { sizesOf } from '../../../app/theme.ts';
import { useMedia } from '../../../app/use-narrow.ts';
import { useSelectedRow, useWindowedRows } from '../../../app/use-windowed-rows.ts';
import { useViewState, writeViewState } from '../../../app/view-state.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { PrintRegisterButton } from '../../form/PrintRegisterButton.tsx';
import { ExportButton } from '../../exchange/ExportButton.tsx';
import { ImportButton } from '../../exchange/ImportButton.tsx';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { columnsFor, incomingColumns } from './IncomingColumns.tsx';
import { IncomingFilters } from './IncomingFilters.tsx';
import { IncomingPeek } from './IncomingPeek.tsx';
import { StandingDialog, voidRefusal } from './StandingDialog.tsx';
import { incomingNumberSetting } from '../queries.ts';
import { handedOver, handOver, stretchAround } from '../leafing.ts';
import { filterOf, isFiltered, INCOMING_SEARCH, SELECTED_INCOMING, sortOf } from './list-search.ts';
import type { IncomingSearch } from './list-search.ts';

const route = getRouteApi('/incoming');

/** Under this width not all columns have their place beside the navigation. */
const NARROW_PX = { normal: 1299, large: 1499 } as const;

/** Until the office's own way of writing numbers is there. */
const USUAL_NUMBERS = { prefix: '收', digits: 4 } as const;

type View = (typeof VIEWS)[number]['value'];
const VIEWS = [
  { value: 'all', label: '全部' },
  ...INCOMING_GROUP_KEYS.map((key) => ({ value: key, label: INCOMING_GROUPS[key].label })),
  { value: 'bin', label: '作废' },
] as const;

/** 收文: the receiving book. */
export function IncomingScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { appearance } = useAppearance();
  const narrow = useMedia(`(max-width: ${NARROW_PX[appearance.large ? 'large' : 'normal']}px)`);
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const [peeking, setPeeking] = useState(false);
  const [standing, setStanding] = useState<{ row: IncomingListRow; action: 'void' | 'restore' } | null>(null);
  const [selectedId, setSelectedId] = useViewState(SELECTED_INCOMING, z.string().max(40), '');
  const filter = useMemo(() => filterOf(search, today, calendar), [search, today, calendar]);
  const sort = useMemo(() => sortOf(search), [search]);
  // Filters that came by a link are the ones left behind as well.
  useEffect(() => writeViewState(INCOMING_SEARCH, search), [search]);
  const rows = useWindowedRows('incoming.list', api.incoming.list, (offset, limit) => ({
    filter,
    sort,
    offset,
    limit,
  }));
  // Back from a paper far down, the list stands where that paper is.
  const [cameFrom] = useState(() => placeLeft(filter, sort, selectedId));
  const { selected, setSelected, selectFirst } = useSelectedRow(rows, selectedId, setSelectedId, cameFrom);
  const row = rows.rowAt(selected);
  const numbers = useQuery(incomingNumberSetting()).data ?? USUAL_NUMBERS;
  const columns = useMemo(() => incomingColumns(calendar, today, numbers), [calendar, today, numbers]);

  const change = (part: Partial<IncomingSearch>): void => {
    selectFirst();
    const next = { ...search, ...part };
    // Before going there: an emptied filter must not be brought back.
    writeViewState(INCOMING_SEARCH, next);
    void navigate({ to: '/incoming', search: next, replace: true });
  };
  const setView = (view: View): void =>
    change({
      bin: view === 'bin' ? true : undefined,
      group: view === 'bin' || view === 'all' ? undefined : view,
      states: undefined,
    });
  const onSort = (key: string): void => {
    const direction = sort.key === key && sort.direction === 'asc' ? 'desc' : 'asc';
    // The route's schema drops a key that is not a column.
    change({ sort: key as IncomingSearch['sort'], direction });
  };
  const register = (): void => void navigate({ to: '/incoming/new' });
  const open = ({ id }: IncomingListRow): void => {
    handOver({ filter, sort, total: rows.total, ...stretchAround(rows.rowAt, selected) });
    void navigate({ to: '/incoming/$id', params: { id } });
  };
  const copy = (): void => {
    if (row !== undefined) void navigate({ to: '/incoming/new', search: { copy: row.id } });
  };
  const again = (): void => {
    if (row !== undefined) void navigate({ to: '/incoming/new', search: { copy: row.id, again: true } });
  };
  const edit = (): void => {
    if (row === undefined) return;
    if (row.state === 'voided' || row.state === 'archived')
      message.warning(`“${row.state === 'voided' ? '作废' : '已归档'}”的收文不能修改。`);
    else void navigate({ to: '/incoming/$id/edit', params: { id: row.id } });
  };
  const standingOf = (action: 'void' | 'restore'): void => {
    if (row === undefined) return;
    const refusal = action === 'void' ? voidRefusal(row) : undefined;
    if (refusal === undefined) setStanding({ row, action });
    else message.warning(refusal);
  };

  useHotKeys([
    { keys: '$mod+n', shown: 'Ctrl+N', label: '登记收文', whileTyping: true, run: register },
    { keys: '$mod+d', shown: 'Ctrl+D', label: '把选中的一件复制为新件', whileTyping: false, run: copy },
    {
      keys: '$mod+Shift+d',
      shown: 'Ctrl+Shift+D',
      label: '退文再次来文：以选中的退文为底登记',
      whileTyping: false,
      run: () => {
        if (row?.state === 'returned') again();
        else message.warning('只有“已退文”的收文可以再次来文。');
      },
    },
    { keys: 'F2', shown: 'F2', label: '修改选中的一件', whileTyping: false, run: edit },
    {
      keys: 'Delete',
      shown: 'Delete',
      label: '作废选中的一件（写理由和批准人）',
      whileTyping: false,
      run: () => {
        if (!search.bin) standingOf('void');
      },
    },
  ]);

  const unpeeked = narrow ? 'narrow' : 'wide';
  const room = peeking ? 'peek' : unpeeked;
  const view: View = search.bin ? 'bin' : (search.group ?? 'all');
  return (
    <div className="gwt-list-screen gwt-incoming-list" data-room={room}>
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">收文</h1>
        <Button type="primary" onClick={register}>
          登记（Ctrl+N）
        </Button>
        {search.bin ? (
          <Button disabled={row === undefined} onClick={() => standingOf('restore')}>
            撤销作废…
          </Button>
        ) : (
          <>
            <Button disabled={row === undefined} onClick={copy}>
              复制为新件
            </Button>
            {row?.state === 'returned' ? (
              <Button onClick={again} title="Ctrl+Shift+D">
                退文再次来文…
              </Button>
            ) : null}
            <Button disabled={row === undefined} onClick={edit}>
              修改（F2）
            </Button>
          </>
        )}
        <Button
          type="text"
          // The list keeps the keyboard, so that ↑↓ go on moving the selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPeeking(!peeking)}
        >
          {peeking ? '收起预览' : '预览（空格）'}
        </Button>
        <ExportButton list="incoming" filter={filter} sort={sort} />
        {search.bin ? null : <ImportButton list="incoming" />}
        <span className="gwt-spring" />
        <Segmented aria-label="范围" value={view} options={[...VIEWS]} onChange={(value) => setView(value)} />
      </div>
      <div className="gwt-toolbar gwt-toolbar-second">
        <IncomingFilters search={search} onChange={change} />
        <span className="gwt-spring" />
        <PrintRegisterButton register="incoming" filter={filter} sort={sort} />
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
          label={search.bin ? '作废的收文' : '收文列表'}
          columns={columnsFor(columns, room)}
          count={rows.total}
          rowAt={rows.rowAt}
          keyOf={(item) => item.id}
          rowHeight={sizesOf(appearance).row}
          sort={sort}
          onSort={onSort}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          onPeek={() => setPeeking(!peeking)}
          onRange={rows.onRange}
          dimmed={rows.stale}
          empty={rows.loaded ? emptyText(search) : null}
        />
        {peeking ? (
          <IncomingPeek row={row} calendar={calendar} today={today} onClose={() => setPeeking(false)} />
        ) : null}
      </div>
      {standing === null ? null : <StandingDialog {...standing} onClose={() => setStanding(null)} />}
    </div>
  );
}

/** Where the paper that was open stands in the same list; 0 in another. */
function placeLeft(filter: object, sort: object, id: string): number {
  const order = handedOver();
  if (order === undefined || JSON.stringify([order.filter, order.sort]) !== JSON.stringify([filter, sort]))
    return 0;
  const place = order.ids.indexOf(id);
  return place === -1 ? 0 : order.first + place;
}

/** 共 N 件; a search of too many says so and what to do. */
function countOf({ total, more }: { total: number; more: boolean }, filtered: boolean): string {
  if (more) return `超过 ${total} 件，请再输几个字`;
  return `共 ${total} 件${filtered ? '（已筛选）' : ''}`;
}

function emptyText(search: IncomingSearch) {
  if (isFiltered(search)) return <p>没有符合筛选条件的收文。可以点“清除筛选”。</p>;
  if (search.bin) return <p>没有作废的收文。作废的收文保留收文号，放在这里，可以撤销作废。</p>;
  if (search.group !== undefined) return <p>没有{INCOMING_GROUPS[search.group].label}的收文。</p>;
  return (
    <>
      <p>这里是收文登记簿：登记、拟办、批示、分办、传阅、办结都从这里开始。</p>
      <p>
        按 <kbd>Ctrl+N</kbd> 登记第一件。
      </p>
    </>
  );
}
