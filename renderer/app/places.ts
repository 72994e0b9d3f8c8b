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
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';

interface Place {
  readonly label: string;
  readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
  readonly to?: '/desk' | '/incoming' | '/outgoing' | '/settings';
}

/** The places of an office, in the order of its day; those without `to` come with later versions. */
export const PLACES: readonly Place[] = [
  { label: '工作台', icon: HomeOutlined, to: '/desk' },
  { label: '收文', icon: InboxOutlined, to: '/incoming' },
  { label: '发文', icon: FileTextOutlined, to: '/outgoing' },
  { label: '会议', icon: TeamOutlined },
  { label: '督办', icon: BellOutlined },
  { label: '档案', icon: FolderOutlined },
  { label: '办事', icon: AppstoreOutlined },
  { label: '查询', icon: SearchOutlined },
  { label: '统计', icon: BarChartOutlined },
  { label: '设置', icon: SettingOutlined, to: '/settings' },
];

/** The digit of a place is its position in the navigation, so that it stays when further places open; 0 is the tenth. */
export function keyOfPlace(index: number): string {
  return `Alt+${(index + 1) % 10}`;
}
