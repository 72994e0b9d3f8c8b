import { NUMBERED_STATES } from '../../../shared/domain/flow-outgoing.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { momentOf } from '../../app/format.ts';
import { systemStatus } from '../../app/system-status.ts';
import { outgoingList } from '../outgoing/queries.ts';
import { numberSeries } from '../settings/queries.ts';

const SHOWN_DRAFTS = 8;
const BY_CHANGE = { key: 'updatedAt', direction: 'desc' } as const;

/** What I wrote last, where the numbers of 发文 stand, when was the last backup. */
export function DeskAside({ year }: { readonly year: number }) {
  const status = useQuery(systemStatus()).data;
  const actor = status?.actor ?? null;
  const mine = useQuery({
    ...outgoingList({
      filter: { states: ['draft'], ...(actor === null ? {} : { drafterId: actor.id }) },
      sort: BY_CHANGE,
      offset: 0,
      limit: SHOWN_DRAFTS,
    }),
    enabled: status !== undefined,
  }).data;
  const series = useQuery(numberSeries()).data ?? [];
  const issued = useQuery(
    outgoingList({ filter: { states: [...NUMBERED_STATES], year }, sort: BY_CHANGE, offset: 0, limit: 1 }),
  ).data;
  const backup = status?.lastBackupAt ?? null;
  return (
    <aside className="gwt-desk-aside" aria-label="我的草稿与编号">
      <h2>我最近在写的</h2>
      <ul className="gwt-desk-drafts">
        {(mine?.rows ?? []).map((row) => (
          <li key={row.id}>
            <Link to="/outgoing/$id" params={{ id: row.id }}>
              <span className="gwt-desk-draft-title" title={row.title}>
                {row.sample ? <span className="gwt-sample">示例</span> : null}
                {row.title.replaceAll('\n', '') || '（无标题）'}
              </span>
              <span className="gwt-soft">
                {row.genre}　{momentOf(row.updatedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {mine !== undefined && mine.rows.length === 0 ? (
        <p className="gwt-soft">
          没有未完成的草稿。按 <kbd>Ctrl+N</kbd> 新写一件。
        </p>
      ) : null}
      <h2>编号与备份</h2>
      <dl className="gwt-desk-facts">
        <div>
          <dt>
            <Link to="/outgoing" search={{ states: [...NUMBERED_STATES], year }}>
              {year}年已编号
            </Link>
          </dt>
          <dd>{issued?.total ?? '…'} 件</dd>
        </div>
        <div>
          <dt>
            <Link to="/settings" search={{ section: 'numbers' }}>
              空号
            </Link>
          </dt>
          <dd>{series.reduce((sum, row) => sum + row.gaps.length, 0)} 个</dd>
        </div>
        <div>
          <dt>
            <Link to="/settings" search={{ section: 'backup' }}>
              上次备份
            </Link>
          </dt>
          <dd>{backup === null ? '还没有' : momentOf(backup)}</dd>
        </div>
      </dl>
    </aside>
  );
}
