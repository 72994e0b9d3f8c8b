import { Link } from '@tanstack/react-router';
import { DESK_GROUPS } from '../../../shared/domain/desk-groups.ts';
import type { DeskGroup, DeskKind } from '../../../shared/domain/desk-groups.ts';
import type { Overview } from './overview.ts';

const ROWS: readonly (readonly [DeskKind, string])[] = [
  ['incoming', '收文'],
  ['outgoing', '发文'],
  ['matter', '承办件'],
];

/** Each flow from its first step to its last, with how many stand where; a number opens the list of just those. */
export function DeskSteps({ groups }: { readonly groups: Overview['groups'] | undefined }) {
  return (
    <div className="gwt-desk-flows" role="group" aria-label="各步件数">
      {ROWS.map(([kind, label]) => (
        <div key={kind} className="gwt-desk-flow">
          <h2>{label}</h2>
          <ul>
            {DESK_GROUPS.filter((group) => group.kind === kind).map((group) => {
              const counts = groups?.find(({ key }) => key === group.key);
              return (
                <li key={group.key}>
                  <StepLink group={group} count={counts?.count ?? 0} overdue={counts?.overdue ?? 0} />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface StepLinkProps {
  readonly group: DeskGroup;
  readonly count: number;
  readonly overdue: number;
}

function StepLink({ group, count, overdue }: StepLinkProps) {
  const words = (
    <>
      <span>{group.label}</span>
      <strong>{count}</strong>
      {overdue === 0 ? null : (
        <span className="gwt-light gwt-due-overdue">
          <span aria-hidden="true">■</span> 逾期 {overdue}
        </span>
      )}
    </>
  );
  const look = {
    className: `gwt-desk-step gwt-desk-${count === 0 ? 'none' : group.waitsFor}`,
    title: group.waitsFor === 'office' ? '由办公室办' : '在别人手里，办公室掌握进度',
  };
  switch (group.kind) {
    case 'incoming':
      return (
        <Link to="/incoming" search={{ states: [...group.states] }} {...look}>
          {words}
        </Link>
      );
    case 'outgoing':
      return (
        <Link to="/outgoing" search={{ states: [...group.states] }} {...look}>
          {words}
        </Link>
      );
    case 'matter':
      return (
        <Link to="/matter" search={{ state: group.states[0] }} {...look}>
          {words}
        </Link>
      );
    default:
      return group satisfies never;
  }
}
