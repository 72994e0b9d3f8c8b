import { Link } from '@tanstack/react-router';
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { PLACES, keyOfPlace } from './places.ts';

interface NavigationProps {
  readonly collapsed: boolean;
  /** Absent where the window leaves no choice. */
  readonly onToggle: (() => void) | undefined;
}

export function Navigation({ collapsed, onToggle }: NavigationProps) {
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
                aria-label={place.label}
                title={titleOf(place.label, keyOfPlace(index))}
              >
                <place.icon aria-hidden />
                {collapsed ? null : <span>{place.label}</span>}
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

const titleOf = (label: string, key: string | undefined): string =>
  key === undefined ? label : `${label}（${key}）`;
