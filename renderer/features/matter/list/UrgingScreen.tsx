import { useMemo, useState } from 'react';
import { App, Button, Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import type { UrgingRow } from '../../../../shared/features/matter.ts';
import { api, messageOf } from '../../../app/api.ts';
import { useAppearance } from '../../../app/appearance.ts';
import { dateOf, timeOf, today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { sizesOf } from '../../../app/theme.ts';
import { useSelectedRow, useWindowedRows } from '../../../app/use-windowed-rows.ts';
import { useViewState } from '../../../app/view-state.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import type { GridColumn } from '../../../ui/DataGrid.tsx';
import { DueLight } from '../../../ui/DueLight.tsx';
import { ExportButton } from '../../exchange/ExportButton.tsx';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { AnswerDialog } from './AnswerDialog.tsx';

const BY_TIME = { key: 'at', direction: 'desc' } as const;

/** 催办台账: every urging of a 收文 or a 承办件, and who answered. */
export function UrgingScreen() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { appearance } = useAppearance();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const [waiting, setWaiting] = useViewState('urgings.waiting', z.boolean(), true);
  const [selectedId, setSelectedId] = useViewState('urgings.selected', z.string().max(40), '');
  const [answering, setAnswering] = useState<UrgingRow | null>(null);
  const rows = useWindowedRows('matter.urgings', api.matter.urgings, (offset, limit) => ({
    waiting,
    offset,
    limit,
  }));
  const { selected, setSelected, selectFirst } = useSelectedRow(rows, selectedId, setSelectedId);
  const row = rows.rowAt(selected);
  const columns = useMemo(() => columnsOf(calendar, today), [calendar, today]);
  const open = ({ kind, itemId }: UrgingRow): void => {
    if (kind === 'matter') void navigate({ to: '/matter/$id', params: { id: itemId } });
    else void navigate({ to: '/incoming/$id', params: { id: itemId } });
  };
  const back = (): void => void navigate({ to: '/matter' });
  const answer = (): void => {
    if (row !== undefined) setAnswering(row);
  };
  useHotKeys([
    { keys: 'r', shown: 'R', label: '登记对方的答复', whileTyping: false, run: answer },
    { keys: 'Escape', shown: 'Esc', label: '回到承办', whileTyping: false, run: back },
  ]);
  return (
    <div className="gwt-list-screen gwt-matter-list">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">催办台账</h1>
        <Button disabled={row === undefined} onClick={answer}>
          登记答复（R）
        </Button>
        <Button type="text" onClick={back}>
          返回承办（Esc）
        </Button>
        <ExportButton list="urging" filter={{ waiting }} sort={{}} />
        <span className="gwt-spring" />
        <span className="gwt-soft" role="status" aria-label="件数">
          {rows.loaded ? `共 ${rows.total} 次` : ''}
        </span>
        <Segmented
          aria-label="范围"
          value={waiting ? 'waiting' : 'all'}
          options={[
            { value: 'waiting', label: '等答复的' },
            { value: 'all', label: '全部' },
          ]}
          onChange={(value) => {
            selectFirst();
            setWaiting(value === 'waiting');
          }}
        />
      </div>
      {rows.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(rows.error)}
        </p>
      )}
      <div className="gwt-list-body">
        <DataGrid
          label="催办台账"
          columns={columns}
          count={rows.total}
          rowAt={rows.rowAt}
          keyOf={(item) => item.id}
          rowHeight={sizesOf(appearance).row}
          sort={BY_TIME}
          onSort={() => undefined}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          onRange={rows.onRange}
          dimmed={rows.stale}
          empty={
            rows.loaded ? (
              <p>
                {waiting
                  ? '没有等答复的催办。'
                  : '还没有催办过。打开一件承办中的收文或承办件，用“催办”登记。'}
              </p>
            ) : null
          }
        />
      </div>
      {answering === null ? null : (
        <AnswerDialog
          urging={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            message.success('已登记答复。');
          }}
        />
      )}
    </div>
  );
}

function columnsOf(
  calendar: Parameters<typeof DueLight>[0]['calendar'],
  today: string,
): readonly GridColumn<UrgingRow>[] {
  return [
    { key: 'at', title: '催办时间', track: '10em', render: ({ at }) => `${dateOf(at)} ${timeOf(at)}` },
    {
      key: 'target',
      title: '对象',
      track: '8em',
      render: ({ target }) => <span title={target}>{target}</span>,
    },
    { key: 'level', title: '级别', track: '5.4em', render: ({ level }) => level },
    { key: 'method', title: '方式', track: '5.4em', render: ({ method }) => method },
    { key: 'number', title: '编号', track: '9.4em', render: ({ number }) => number },
    {
      key: 'title',
      title: '标题或事项',
      track: 'minmax(14em, 1fr)',
      render: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      key: 'dueOn',
      title: '时限',
      track: '9.4em',
      render: ({ dueOn, settled }) => (
        <DueLight calendar={calendar} today={today} dueOn={dueOn} runs={!settled} />
      ),
    },
    { key: 'state', title: '状态', track: '5.4em', render: ({ stateName }) => stateName },
    {
      key: 'answer',
      title: '答复',
      track: 'minmax(10em, 0.7fr)',
      render: (row) => <Answer row={row} />,
    },
  ];
}

function Answer({ row: { answer, settled } }: { readonly row: UrgingRow }) {
  if (answer !== null) {
    const words = `${answer.personName}：${answer.text}`;
    return <span title={words}>{words}</span>;
  }
  return settled ? (
    <span className="gwt-soft">已反馈或办结</span>
  ) : (
    <span className="gwt-note-warn">▲ 未答复</span>
  );
}
