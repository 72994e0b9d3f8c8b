import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { deadlineRuns } from '../../../../shared/domain/incoming-groups.ts';
import { momentOf } from '../../../app/format.ts';
import { DueLight } from '../../../ui/DueLight.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import type { PlainColumn } from '../../../ui/PlainTable.tsx';
import { isCurrent, ROLE_NAMES, STATUS_NAMES } from './assignments.ts';
import type { AssignmentOf } from './assignments.ts';
import type { ItemFacts } from './defaults.ts';
import { ItemSection } from './ItemSection.tsx';

/** A 收文 or a 承办件: the states of the one are states of the other. */
type HandledItem = Pick<IncomingDetail, 'assignments' | 'result' | 'state'>;
type HandlingFacts = Pick<ItemFacts, 'calendar' | 'today'> & { readonly item: HandledItem };

/** 承办: 主办 first, then 会办, then those that have it no more. */
export function HandlingSection({ facts }: { readonly facts: HandlingFacts }) {
  const { item } = facts;
  if (item.assignments.length === 0) return null;
  const rows = item.assignments.toSorted(
    (one, other) => Number(isCurrent(other)) - Number(isCurrent(one)) || other.role.localeCompare(one.role),
  );
  return (
    <ItemSection title="承办">
      <PlainTable label="承办单位" rows={rows} keyOf={({ id }) => id} columns={columnsFor(facts)} empty="" />
      {item.result === '' ? null : (
        <p className="gwt-item-result">
          <span className="gwt-soft">办理结果</span> {item.result}
        </p>
      )}
    </ItemSection>
  );
}

function columnsFor(facts: HandlingFacts): PlainColumn<AssignmentOf>[] {
  const { item } = facts;
  return [
    {
      title: '承办单位',
      width: 150,
      render: (row) => (
        <Dimmed row={row}>
          <strong>{ROLE_NAMES[row.role]}</strong>　{row.departmentName}
          {row.personName === '' ? null : <span className="gwt-soft">（{row.personName}）</span>}
        </Dimmed>
      ),
    },
    {
      title: '办理时限',
      width: 210,
      render: (row) => (
        <Dimmed row={row}>
          <Deadline row={row} facts={facts} item={item} />
        </Dimmed>
      ),
    },
    {
      title: '签收',
      width: 130,
      render: (row) => (
        <Dimmed row={row}>
          {row.acceptedAt === null
            ? isCurrent(row)
              ? '未签收'
              : ''
            : `${row.acceptedBy}　${momentOf(row.acceptedAt)}`}
        </Dimmed>
      ),
    },
    {
      title: '情况',
      render: (row) => (
        <Dimmed row={row}>
          {STATUS_NAMES[row.status]}
          {row.reportedAt === null ? null : `（${momentOf(row.reportedAt)}）`}
          {row.result === '' ? null : `：${row.result}`}
          {row.reason === '' ? null : <span className="gwt-soft">（{row.reason}）</span>}
        </Dimmed>
      ),
    },
  ];
}

function Dimmed({ row, children }: { readonly row: AssignmentOf; readonly children: React.ReactNode }) {
  return <span className={isCurrent(row) ? undefined : 'gwt-soft'}>{children}</span>;
}

interface DeadlineProps {
  readonly row: AssignmentOf;
  readonly facts: HandlingFacts;
  readonly item: HandledItem;
}

/** The present deadline with its light, and every one there was before. */
function Deadline({ row, facts, item }: DeadlineProps) {
  if (row.dueOn === null) return <span className="gwt-soft">未定</span>;
  const runs = row.status === 'active' && deadlineRuns(item.state);
  return (
    <>
      <span className="gwt-nowrap">
        {runs ? <>{row.dueOn} </> : null}
        <DueLight calendar={facts.calendar} today={facts.today} dueOn={row.dueOn} runs={runs} />
      </span>
      {row.deadlines.length === 0 ? null : (
        <ul className="gwt-deadlines" aria-label="延期经过">
          {row.deadlines.map(({ oldDueOn, newDueOn, approvedBy, reason, at }) => (
            <li key={at}>
              {oldDueOn ?? '未定'} → {newDueOn}　{approvedBy}批准：{reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
