import { useMemo, useState } from 'react';
import { Segmented } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { DESK_LIST_NAMES, DESK_LISTS } from '../../../shared/domain/desk-groups.ts';
import type { DeskList } from '../../../shared/domain/desk-groups.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import type { DeskRow } from '../../../shared/features/desk.ts';
import { useAppearance } from '../../app/appearance.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { messageOf } from '../../app/api.ts';
import { sizesOf } from '../../app/theme.ts';
import { useSelectedRow } from '../../app/use-windowed-rows.ts';
import { useViewState } from '../../app/view-state.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import type { GridColumn } from '../../ui/DataGrid.tsx';
import { DueLight } from '../../ui/DueLight.tsx';
import { openingList } from './overview.ts';
import type { Overview } from './overview.ts';
import { deskList } from './queries.ts';

interface DeskWorkProps {
  readonly lists: Overview['lists'] | undefined;
  readonly calendar: WorkCalendar;
  readonly today: string;
}

const NO_SORT = { key: '', direction: 'asc' } as const;
const KIND_NAMES = { incoming: '收文', outgoing: '发文', matter: '承办件' } as const;

/** What is due, what the office has to do, what stays without an answer or stands still: 1–5 choose, Enter opens. */
export function DeskWork({ lists, calendar, today }: DeskWorkProps) {
  const navigate = useNavigate();
  const { appearance } = useAppearance();
  const [chosen, setChosen] = useState<DeskList | null>(null);
  const [last, setLast] = useViewState<DeskList>('desk.list', z.enum(DESK_LISTS), 'due');
  const list = chosen ?? openingList(last, lists);
  const [selectedId, setSelectedId] = useViewState('desk.selected', z.string().max(40), '');
  const query = useQuery({ ...deskList(list), placeholderData: keepPreviousData });
  const rows = query.data ?? [];
  const { selected, setSelected, selectFirst } = useSelectedRow(
    {
      total: rows.length,
      rowAt: (index) => rows[index],
      placeOf: (id) => rows.findIndex((row) => row.id === id),
    },
    selectedId,
    setSelectedId,
  );
  const columns = useMemo(() => columnsOf(list, calendar, today), [list, calendar, today]);
  const choose = (next: DeskList): void => {
    selectFirst();
    setChosen(next);
    setLast(next);
  };
  const open = ({ kind, id }: DeskRow): void => {
    if (kind === 'incoming') void navigate({ to: '/incoming/$id', params: { id } });
    else if (kind === 'matter') void navigate({ to: '/matter/$id', params: { id } });
    else void navigate({ to: '/outgoing/$id', params: { id } });
  };
  useHotKeys(
    DESK_LISTS.map((one, index) => ({
      keys: String(index + 1),
      shown: String(index + 1),
      label: DESK_LIST_NAMES[one],
      whileTyping: false,
      run: () => choose(one),
    })),
  );
  const total = lists?.[list] ?? rows.length;
  return (
    <section className="gwt-desk-work" aria-label={DESK_LIST_NAMES[list]}>
      <div className="gwt-desk-tabs">
        <Segmented
          aria-label="列表"
          value={list}
          options={DESK_LISTS.map((one, index) => ({
            value: one,
            label: `${index + 1} ${DESK_LIST_NAMES[one]} ${lists?.[one] ?? ''}`.trim(),
          }))}
          onChange={choose}
        />
        <span className="gwt-spring" />
        {total > rows.length && rows.length > 0 ? (
          <span className="gwt-soft">
            共 {total} 件，列最急的 {rows.length} 件
          </span>
        ) : null}
      </div>
      {query.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(query.error)}
        </p>
      )}
      <DataGrid
        label={DESK_LIST_NAMES[list]}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={({ kind, id }) => `${kind}-${id}`}
        rowHeight={sizesOf(appearance).row}
        sort={NO_SORT}
        onSort={() => undefined}
        selected={selected}
        onSelect={setSelected}
        onOpen={open}
        dimmed={query.isPlaceholderData}
        empty={query.data === undefined ? null : <p>{EMPTY[list]}</p>}
      />
    </section>
  );
}

const EMPTY: Readonly<Record<DeskList, string>> = {
  due: '没有逾期、今天到期或临近的事项。',
  mine: '没有等办公室办的事项。收到来文按 Alt+2 到“收文”登记，口头交办按 Alt+4 到“承办”登记。',
  unanswered: '没有未答复的请示、函。',
  stuck: '没有停滞的传阅。送阅后三个工作日没有人阅签的会列在这里。',
  expected: '没有预告而未到的来文。',
};

const WAITED: Readonly<Record<DeskList, string>> = {
  due: '',
  mine: '已等',
  unanswered: '收到至今',
  stuck: '停滞',
  expected: '预告至今',
};

const HOLDER: Readonly<Record<DeskList, string>> = {
  due: '承办',
  mine: '在何处',
  unanswered: '承办',
  stuck: '在谁手里',
  expected: '来文单位',
};

function columnsOf(list: DeskList, calendar: WorkCalendar, today: string): readonly GridColumn<DeskRow>[] {
  const due: GridColumn<DeskRow> = {
    key: 'dueOn',
    title: '时限',
    track: '9.6em',
    render: ({ dueOn }) => <DueLight calendar={calendar} today={today} dueOn={dueOn} runs />,
  };
  const waited: GridColumn<DeskRow> = {
    key: 'waited',
    title: WAITED[list],
    track: '7.2em',
    render: ({ waited: days }) => (days === null ? '' : days === 0 ? '今天' : `${days} 个工作日`),
  };
  const rest: readonly GridColumn<DeskRow>[] = [
    { key: 'kind', title: '类别', track: '4.6em', render: ({ kind }) => KIND_NAMES[kind] },
    {
      key: 'number',
      title: '编号',
      track: '9.6em',
      render: ({ number }) =>
        number === '' ? <span className="gwt-soft">未编号</span> : <span title={number}>{number}</span>,
    },
    {
      key: 'title',
      title: '标题或事项',
      track: 'minmax(12em, 1fr)',
      render: ({ title, secrecy }) => (
        <span title={title}>
          {secrecy === '' ? null : <span className="gwt-mark">{secrecy}</span>}
          {title === '' ? <span className="gwt-soft">（无标题）</span> : title}
        </span>
      ),
    },
    { key: 'state', title: '状态', track: '6em', render: ({ stateName }) => stateName },
    {
      key: 'holder',
      title: HOLDER[list],
      track: 'minmax(6em, 0.3fr)',
      render: ({ holder }) => <span title={holder}>{holder}</span>,
    },
  ];
  if (list === 'due') return [due, ...rest];
  return list === 'mine' ? [due, ...rest, waited] : [waited, ...rest, due];
}
