import {
  AppstoreOutlined,
  BarChartOutlined,
  BellOutlined,
  FileTextOutlined,
  FolderOutlined,
  HomeOutlined,
  InboxOutlined,
  SearchOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';

export interface Place {
  readonly label: string;
  readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
  readonly to?: '/search' | '/desk' | '/incoming' | '/outgoing' | '/matter' | '/settings';
}

/** The places of an office, in the order of its day; those without `to` come with later versions. */
export const PLACES: readonly Place[] = [
  { label: '工作台', icon: HomeOutlined, to: '/desk' },
  { label: '收文', icon: InboxOutlined, to: '/incoming' },
  { label: '发文', icon: FileTextOutlined, to: '/outgoing' },
  { label: '承办', icon: SolutionOutlined, to: '/matter' },
  { label: '会议', icon: TeamOutlined },
  { label: '督办', icon: BellOutlined },
  { label: '档案', icon: FolderOutlined },
  { label: '办事', icon: AppstoreOutlined },
  { label: '查询', icon: SearchOutlined, to: '/search' },
  { label: '统计', icon: BarChartOutlined },
  { label: '设置', icon: SettingOutlined, to: '/settings' },
];

/**
 * The key of a place: the first nine by their position in the navigation, so that it stays when further places open,
 * and 0 for the last, 设置; one in between has none.
 */
export function keyOfPlace(index: number): string | undefined {
  if (index === PLACES.length - 1) return 'Alt+0';
  return index < 9 ? `Alt+${index + 1}` : undefined;
}
