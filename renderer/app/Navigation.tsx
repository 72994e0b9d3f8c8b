import { Link } from '@tanstack/react-router';
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { deskContract } from '../../shared/features/desk.ts';
import { deskCounts } from '../features/desk/queries.ts';
import { PLACES, keyOfPlace } from './places.ts';
import type { Place } from './places.ts';

interface NavigationProps {
  readonly collapsed: boolean;
  /** Absent where the window leaves no choice. */
  readonly onToggle: (() => void) | undefined;
}

export function Navigation({ collapsed, onToggle }: NavigationProps) {
  const counts = useQuery(deskCounts()).data;
  return (
    <nav className={collapsed ? 'gwt-nav gwt-nav-collapsed' : 'gwt-nav'} aria-label="主导航">
      <ul>
        {PLACES.map((place, index) => (
          <li key={place.label}>
            {place.to === undefined ? (
              <span
                className="gwt-nav-item gwt-nav-later"
                role="link"
                aria-disabled="true"
                aria-label={collapsed ? `${place.label}（后续版本提供）` : undefined}
                title="后续版本提供"
              >
                <place.icon aria-hidden />
                {collapsed ? null : (
                  <>
                    <span>{place.label}</span>
                    <small>后续</small>
                  </>
                )}
              </span>
            ) : (
              <Link
                to={place.to}
                className="gwt-nav-item"
                activeProps={{ 'aria-current': 'page' }}
                aria-label={collapsed ? place.label : undefined}
                title={titleOf(place.label, keyOfPlace(index), countOf(counts, place.to))}
              >
                <place.icon aria-hidden />
                {collapsed ? null : <span>{place.label}</span>}
                {collapsed ? null : <Count of={countOf(counts, place.to)} />}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {onToggle === undefined ? null : (
        <button
          type="button"
          className="gwt-nav-item gwt-nav-toggle"
          onClick={onToggle}
          aria-label={collapsed ? '展开导航' : '收起导航'}
          title={collapsed ? '展开导航' : '收起导航'}
        >
          {collapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          {collapsed ? null : <span>收起</span>}
        </button>
      )}
    </nav>
  );
}

type Counts = z.output<(typeof deskContract.counts)['output']>;
interface Waiting {
  readonly waiting: number;
  readonly overdue: number;
}

function countOf(counts: Counts | undefined, to: NonNullable<Place['to']>): Waiting | undefined {
  if (to === '/desk') return counts?.desk;
  if (to === '/incoming') return counts?.incoming;
  if (to === '/outgoing') return counts?.outgoing;
  return to === '/matter' ? counts?.matter : undefined;
}

/** How much waits beside a place; overdue in red with a mark, so that nobody has to tell colours apart. */
function Count({ of }: { readonly of: Waiting | undefined }) {
  if (of === undefined || (of.waiting === 0 && of.overdue === 0)) return null;
  return (
    <span className="gwt-nav-count">
      {of.overdue === 0 ? null : (
        <span className="gwt-nav-overdue">
          <span className="gwt-visually-hidden">，逾期</span>
          <span aria-hidden="true">■</span>
          {of.overdue}{' '}
        </span>
      )}
      {of.waiting === 0 ? null : (
        <>
          <span className="gwt-visually-hidden">，待办</span>
          {of.waiting}
        </>
      )}
    </span>
  );
}

/** Said aloud and shown on pointing: the key and what the numbers mean. */
function titleOf(label: string, key: string | undefined, count: Waiting | undefined): string {
  const name = key === undefined ? label : `${label}（${key}）`;
  if (count === undefined || (count.waiting === 0 && count.overdue === 0)) return name;
  const waiting = label === '工作台' ? `今天到期 ${count.waiting} 件` : `待办公室办 ${count.waiting} 件`;
  return `${name}：${waiting}${count.overdue === 0 ? '' : `，逾期 ${count.overdue} 件`}`;
}
