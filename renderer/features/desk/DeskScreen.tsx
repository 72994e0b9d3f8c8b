import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { dateOf, momentOf } from '../../app/format.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { systemStatus } from '../../app/system-status.ts';
import { StateLight } from '../../ui/StateLight.tsx';
import { outgoingList } from '../outgoing/queries.ts';
import { numberSeries } from '../settings/queries.ts';

const SHOWN_DRAFTS = 10;
const BY_CHANGE = { key: 'updatedAt', direction: 'desc' } as const;

/** 工作台: what I wrote last and where the numbers stand. */
export function DeskScreen() {
  const navigate = useNavigate();
  const status = useQuery(systemStatus()).data;
  const actor = status?.actor ?? null;
  const [now] = useState(() => Date.now());
  const year = new Date(now).getFullYear();
  const mine = useQuery({
    ...outgoingList({
      filter: { states: ['draft'], ...(actor === null ? {} : { drafterId: actor.id }) },
      sort: BY_CHANGE,
      offset: 0,
      limit: SHOWN_DRAFTS,
    }),
    enabled: status !== undefined,
  }).data;
  const drafts = useQuery(
    outgoingList({ filter: { states: ['draft'] }, sort: BY_CHANGE, offset: 0, limit: 1 }),
  ).data;
  const series = useQuery(numberSeries()).data ?? [];
  const issued = useQuery(
    outgoingList({ filter: { states: ['numbered', 'voided'], year }, sort: BY_CHANGE, offset: 0, limit: 1 }),
  ).data;
  const backup = status?.lastBackupAt ?? null;
  useHotKeys([
    {
      keys: '$mod+n',
      shown: 'Ctrl+N',
      label: '到发文，新建公文',
      whileTyping: true,
      run: () => void navigate({ to: '/outgoing', search: { create: true } }),
    },
  ]);
  return (
    <div className="gwt-desk">
      <h1 className="gwt-screen-title">
        工作台　<span className="gwt-soft">{dateOf(now)}</span>
      </h1>
      <div className="gwt-desk-figures">
        <Link to="/outgoing" search={{ states: ['draft'] }}>
          未编号的草稿<strong>{drafts?.total ?? '…'} 件</strong>
        </Link>
        <Link to="/outgoing" search={{ states: ['numbered', 'voided'], year }}>
          {year}年已编号<strong>{issued?.total ?? '…'} 件</strong>
        </Link>
        <Link to="/settings" search={{ section: 'numbers' }}>
          空号<strong>{series.reduce((sum, row) => sum + row.gaps.length, 0)} 个</strong>
        </Link>
        <Link to="/settings" search={{ section: 'backup' }}>
          上次备份<strong>{backup === null ? '还没有' : momentOf(backup)}</strong>
        </Link>
      </div>
      <h2>我最近在写的</h2>
      <ul className="gwt-desk-list">
        {(mine?.rows ?? []).map((row) => (
          <li key={row.id}>
            <Link to="/outgoing/$id" params={{ id: row.id }}>
              <StateLight state={row.state} />
              <span>
                {row.sample ? <span className="gwt-sample">示例</span> : null}
                {row.title.replaceAll('\n', '') || '（无标题）'}
              </span>
              <span>{row.genre}</span>
              <span className="gwt-soft">{momentOf(row.updatedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {mine !== undefined && mine.rows.length === 0 ? (
        <p className="gwt-soft">
          没有未完成的草稿。到“发文”按 <kbd>Ctrl+N</kbd> 新写一件。
        </p>
      ) : null}
    </div>
  );
}
