import { Link } from '@tanstack/react-router';
import {
  AppstoreOutlined,
  BarChartOutlined,
  BellOutlined,
  FileTextOutlined,
  FolderOutlined,
  HomeOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  SearchOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

interface Place {
  readonly label: string;
  readonly icon: ReactNode;
  readonly to?: '/desk' | '/outgoing' | '/settings';
}

/** The places of an office, in the order of its day; those without `to` come with later versions. */
const PLACES: readonly Place[] = [
  { label: '工作台', icon: <HomeOutlined aria-hidden />, to: '/desk' },
  { label: '收文', icon: <InboxOutlined aria-hidden /> },
  { label: '发文', icon: <FileTextOutlined aria-hidden />, to: '/outgoing' },
  { label: '会议', icon: <TeamOutlined aria-hidden /> },
  { label: '督办', icon: <BellOutlined aria-hidden /> },
  { label: '档案', icon: <FolderOutlined aria-hidden /> },
  { label: '办事', icon: <AppstoreOutlined aria-hidden /> },
  { label: '查询', icon: <SearchOutlined aria-hidden /> },
  { label: '统计', icon: <BarChartOutlined aria-hidden /> },
  { label: '设置', icon: <SettingOutlined aria-hidden />, to: '/settings' },
];

interface NavigationProps {
  readonly collapsed: boolean;
  /** Absent where the window leaves no choice. */
  readonly onToggle: (() => void) | undefined;
}

export function Navigation({ collapsed, onToggle }: NavigationProps) {
  return (
    <nav className={collapsed ? 'gwt-nav gwt-nav-collapsed' : 'gwt-nav'} aria-label="主导航">
      <ul>
        {PLACES.map((place) => (
          <li key={place.label}>
            {place.to === undefined ? (
              <span
                className="gwt-nav-item gwt-nav-later"
                role="link"
                aria-disabled="true"
                aria-label={collapsed ? `${place.label}（后续版本提供）` : undefined}
                title="后续版本提供"
              >
                {place.icon}
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
                title={place.label}
              >
                {place.icon}
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
